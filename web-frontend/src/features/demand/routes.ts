import type { RouteRecordRaw } from 'vue-router'

const routes: RouteRecordRaw[] = [
  {
    path: '/demands',
    name: 'demands',
    component: () => import('./DemandListPage.vue'),
    meta: { title: 'demand.title', for: ['demand'] },
  },
  {
    path: '/demands/new',
    name: 'demand-new',
    component: () => import('./DemandNewPage.vue'),
    meta: { title: 'demand.post', for: ['demand'] },
  },
  {
    path: '/demands/:id',
    name: 'demand',
    component: () => import('./DemandDetailPage.vue'),
    meta: { title: 'demand.one' },
  },
  {
    path: '/demands/:id/edit',
    name: 'demand-edit',
    component: () => import('./DemandEditPage.vue'),
    meta: { title: 'demand.edit', for: ['demand'] },
  },
]

export default routes
