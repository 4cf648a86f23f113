import type { RouteRecordRaw } from 'vue-router'

const routes: RouteRecordRaw[] = [
  {
    path: '/catalog',
    redirect: '/catalog/materials',
  },
  {
    path: '/catalog/:section',
    name: 'catalog',
    component: () => import('./CatalogPage.vue'),
    meta: { title: 'catalog.title', open: true },
  },
]

export default routes
