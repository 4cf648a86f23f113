import type { RouteRecordRaw } from 'vue-router'

const routes: RouteRecordRaw[] = [
  {
    path: '/settlement',
    name: 'settlement',
    component: () => import('./OverviewPage.vue'),
    meta: { title: 'settlement.title', for: ['trading'] },
  },
  {
    path: '/statements',
    name: 'statements',
    component: () => import('./StatementListPage.vue'),
    meta: { title: 'statement.title', for: ['trading'] },
  },
  {
    path: '/statements/new',
    name: 'statement-new',
    component: () => import('./StatementNewPage.vue'),
    meta: { title: 'statement.draft', for: ['trade'] },
  },
  {
    path: '/statements/:id',
    name: 'statement',
    component: () => import('./StatementDetailPage.vue'),
    meta: { title: 'statement.one', for: ['trading'] },
  },
  {
    path: '/assays',
    name: 'assays',
    component: () => import('./AssayPage.vue'),
    meta: { title: 'assay.title', for: ['trading'] },
  },
  {
    path: '/payments',
    name: 'payments',
    component: () => import('./PaymentPage.vue'),
    meta: { title: 'payment.title', for: ['trading'] },
  },
  {
    path: '/deposits',
    name: 'deposits',
    component: () => import('./DepositPage.vue'),
    meta: { title: 'deposit.title', for: ['trading'] },
  },
  {
    path: '/invoices',
    name: 'invoices',
    component: () => import('./InvoicePage.vue'),
    meta: { title: 'invoice.title', for: ['trading'] },
  },
  {
    path: '/purchases',
    name: 'purchases',
    component: () => import('./PurchasePage.vue'),
    meta: { title: 'purchase.title', for: ['demand'] },
  },
]

export default routes
