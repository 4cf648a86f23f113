import type { RouteRecordRaw } from 'vue-router'

const routes: RouteRecordRaw[] = [
  {
    path: '/rate',
    name: 'rate',
    component: () => import('./RatePage.vue'),
    meta: { title: 'rate.title', for: ['supply'] },
  },
  {
    path: '/postings',
    name: 'postings',
    component: () => import('./PostingsPage.vue'),
    meta: { title: 'postings.title', for: ['supply', 'audit'] },
  },
]

export default routes
