import type { RouteRecordRaw } from 'vue-router'

const routes: RouteRecordRaw[] = [
  {
    path: '/export',
    name: 'export',
    component: () => import('./ExportPage.vue'),
    meta: { title: 'export.title', for: ['org-admin'] },
  },
]

export default routes
