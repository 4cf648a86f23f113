import type { RouteRecordRaw } from 'vue-router'

const routes: RouteRecordRaw[] = [
  {
    path: '/work',
    name: 'work',
    component: () => import('./WorkPage.vue'),
    meta: { title: 'work.title' },
  },
]

export default routes
