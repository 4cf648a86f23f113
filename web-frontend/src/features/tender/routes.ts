import type { RouteRecordRaw } from 'vue-router'

const routes: RouteRecordRaw[] = [
  {
    path: '/tenders',
    name: 'tenders',
    component: () => import('./TenderListPage.vue'),
    meta: { title: 'tender.title', for: ['trading', 'audit'] },
  },
  {
    path: '/tenders/new',
    name: 'tender-new',
    component: () => import('./TenderNewPage.vue'),
    meta: { title: 'tender.start', for: ['trade'] },
  },
  {
    path: '/tenders/:id',
    name: 'tender',
    component: () => import('./TenderDetailPage.vue'),
    meta: { title: 'tender.one', for: ['trading', 'audit'] },
  },
]

export default routes
