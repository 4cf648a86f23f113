import type { RouteRecordRaw } from 'vue-router'

const routes: RouteRecordRaw[] = [
  {
    path: '/price-indices',
    name: 'price-indices',
    component: () => import('./PriceIndexPage.vue'),
    meta: { title: 'priceIndex.title' },
  },
]

export default routes
