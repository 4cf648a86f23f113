import type { RouteRecordRaw } from 'vue-router'

const routes: RouteRecordRaw[] = [
  {
    path: '/delegations',
    name: 'delegations',
    component: () => import('./DelegationListPage.vue'),
    meta: { title: 'delegation.title', for: ['org-admin'] },
  },
  {
    path: '/delegations/:id',
    name: 'delegation',
    component: () => import('./DelegationDetailPage.vue'),
    meta: { title: 'delegation.one', for: ['org-admin'] },
  },
]

export default routes
