import type { RouteRecordRaw } from 'vue-router'

const routes: RouteRecordRaw[] = [
  {
    path: '/months',
    name: 'months',
    component: () => import('./PeriodsPage.vue'),
    meta: { title: 'periods.title', for: ['trading'] },
  },
  {
    path: '/organisations/:id/months',
    name: 'organisation-months',
    component: () => import('./PeriodsPage.vue'),
    meta: { title: 'periods.title', for: ['audit'] },
  },
]

export default routes
