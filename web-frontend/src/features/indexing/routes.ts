import type { RouteRecordRaw } from 'vue-router'

const routes: RouteRecordRaw[] = [
  {
    path: '/search-index',
    name: 'search-index',
    component: () => import('./SearchIndexPage.vue'),
    meta: { title: 'indexing.title', for: ['operator'] },
  },
]

export default routes
