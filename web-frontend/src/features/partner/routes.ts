import type { RouteRecordRaw } from 'vue-router'

const routes: RouteRecordRaw[] = [
  {
    path: '/partners',
    name: 'partners',
    component: () => import('./PartnerListPage.vue'),
    meta: { title: 'partner.title', for: ['trade'] },
  },
  {
    path: '/partners/:id',
    name: 'partner',
    component: () => import('./PartnerDetailPage.vue'),
    meta: { title: 'partner.one', for: ['trade'] },
  },
]

export default routes
