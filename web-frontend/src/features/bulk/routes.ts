import type { RouteRecordRaw } from 'vue-router'

const routes: RouteRecordRaw[] = [
  {
    path: '/imports',
    name: 'imports',
    component: () => import('./ImportListPage.vue'),
    meta: { title: 'bulk.title', for: ['trading'] },
  },
  {
    path: '/imports/:id',
    name: 'import',
    component: () => import('./ImportDetailPage.vue'),
    meta: { title: 'bulk.one', for: ['trading'] },
  },
]

export default routes
