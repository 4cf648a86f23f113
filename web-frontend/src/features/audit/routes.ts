import type { RouteRecordRaw } from 'vue-router'

const routes: RouteRecordRaw[] = [
  {
    path: '/audit',
    name: 'audit',
    component: () => import('./AuditOverviewPage.vue'),
    meta: { title: 'audit.title', for: ['audit'] },
  },
  {
    path: '/audit/funnel',
    name: 'audit-funnel',
    component: () => import('./FunnelPage.vue'),
    meta: { title: 'funnel.title', for: ['audit'] },
  },
  {
    path: '/audit/funnel/:stage',
    name: 'audit-funnel-stage',
    component: () => import('./FunnelStagePage.vue'),
    meta: { title: 'funnel.title', for: ['audit'] },
  },
  {
    path: '/audit/loads/:id',
    name: 'audit-load',
    component: () => import('./AuditLoadPage.vue'),
    meta: { title: 'audit.load.title', for: ['audit'] },
  },
  {
    path: '/audit/use-reports/:id',
    name: 'audit-use',
    component: () => import('./AuditUsePage.vue'),
    meta: { title: 'audit.use.title', for: ['audit'] },
  },
  {
    path: '/audit/records',
    name: 'audit-records',
    component: () => import('./AuditRecordsPage.vue'),
    meta: { title: 'auditRecord.title', for: ['audit'] },
  },
  {
    path: '/stockpiles',
    name: 'stockpiles',
    component: () => import('./StockpilesPage.vue'),
    meta: { title: 'stockpile.title' },
  },
]

export default routes
