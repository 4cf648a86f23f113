import type { RouteRecordRaw } from 'vue-router'

const routes: RouteRecordRaw[] = [
  {
    path: '/notices',
    name: 'notices',
    component: () => import('./NoticeListPage.vue'),
    meta: { title: 'notice.title' },
  },
]

export default routes
