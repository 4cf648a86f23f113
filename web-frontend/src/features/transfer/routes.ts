import type { RouteRecordRaw } from 'vue-router'

const routes: RouteRecordRaw[] = [
  {
    path: '/loads',
    name: 'loads',
    component: () => import('./LoadListPage.vue'),
    meta: { title: 'load.title', for: ['trading'] },
  },
  {
    path: '/loads/new',
    name: 'load-new',
    component: () => import('./DispatchPage.vue'),
    meta: { title: 'load.dispatch', for: ['gate'] },
  },
  {
    path: '/loads/receive-file',
    name: 'load-receive-file',
    component: () => import('./ReceiveFilePage.vue'),
    meta: { title: 'receiveFile.title', for: ['gate'] },
  },
  {
    path: '/loads/:id',
    name: 'load',
    component: () => import('./LoadDetailPage.vue'),
    meta: { title: 'load.one' },
  },
  {
    path: '/loads/:id/receive',
    name: 'load-receive',
    component: () => import('./ReceivePage.vue'),
    meta: { title: 'load.receive', for: ['gate'] },
  },
  {
    path: '/heaps',
    name: 'heaps',
    component: () => import('./HeapListPage.vue'),
    meta: { title: 'heap.title', for: ['demand'] },
  },
  {
    path: '/heaps/:siteId/:materialKey',
    name: 'heap-month',
    component: () => import('./UseReportPage.vue'),
    meta: { title: 'report.title', for: ['demand'] },
  },
]

export default routes
