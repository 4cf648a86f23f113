import type { RouteRecordRaw } from 'vue-router'

const routes: RouteRecordRaw[] = [
  {
    path: '/samples',
    name: 'samples',
    component: () => import('./SampleListPage.vue'),
    meta: { title: 'sample.title', for: ['trading'] },
  },
  {
    path: '/samples/new',
    name: 'sample-new',
    component: () => import('./SampleNewPage.vue'),
    meta: { title: 'sample.ask', for: ['trade'] },
  },
  {
    path: '/samples/:id',
    name: 'sample',
    component: () => import('./SampleDetailPage.vue'),
    meta: { title: 'sample.one', for: ['trading', 'audit'] },
  },
]

export default routes
