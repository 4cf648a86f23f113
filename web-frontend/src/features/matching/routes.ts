import type { RouteRecordRaw } from 'vue-router'

const routes: RouteRecordRaw[] = [
  {
    path: '/matches',
    name: 'matches',
    component: () => import('./StandingMatchesPage.vue'),
    meta: { title: 'standing.title', for: ['trading'] },
  },
  {
    path: '/matches/hidden-partners',
    name: 'hidden-partners',
    component: () => import('./HiddenPartnersPage.vue'),
    meta: { title: 'standing.hiddenPartners', for: ['trading'] },
  },
]

export default routes
