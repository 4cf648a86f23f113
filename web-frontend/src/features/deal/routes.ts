import type { RouteRecordRaw } from 'vue-router'

const routes: RouteRecordRaw[] = [
  {
    path: '/offers',
    name: 'offers',
    component: () => import('./OfferListPage.vue'),
    meta: { title: 'offer.title', for: ['trading'] },
  },
  {
    path: '/offers/new',
    name: 'offer-new',
    component: () => import('./OfferNewPage.vue'),
    meta: { title: 'offer.make', for: ['trade'] },
  },
  {
    path: '/offers/:id',
    name: 'offer',
    component: () => import('./OfferDetailPage.vue'),
    meta: { title: 'offer.one', for: ['trading', 'audit'] },
  },
  {
    path: '/approvals',
    name: 'approvals',
    component: () => import('./ApprovalListPage.vue'),
    meta: { title: 'approval.title', for: ['trading'] },
  },
  {
    path: '/approvals/:id',
    name: 'approval',
    component: () => import('./ApprovalDetailPage.vue'),
    meta: { title: 'approval.one', for: ['trading'] },
  },
  {
    path: '/agreements',
    name: 'agreements',
    component: () => import('./AgreementListPage.vue'),
    meta: { title: 'agreement.title', for: ['trading'] },
  },
  {
    path: '/agreements/:id',
    name: 'agreement',
    component: () => import('./AgreementDetailPage.vue'),
    meta: { title: 'agreement.one', for: ['trading', 'audit'] },
  },
  {
    path: '/agreements/:id/document',
    name: 'agreement-document',
    component: () => import('./document/DocumentPage.vue'),
    meta: { title: 'contract.title', for: ['trading', 'audit'] },
  },
]

export default routes
