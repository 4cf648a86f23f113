import type { RouteRecordRaw } from 'vue-router'

const routes: RouteRecordRaw[] = [
  {
    path: '/search/lots',
    name: 'search-lots',
    component: () => import('./SearchPage.vue'),
    props: { kind: 'lots' },
    meta: { title: 'nav.searchLots' },
  },
  {
    path: '/search/demands',
    name: 'search-demands',
    component: () => import('./SearchPage.vue'),
    props: { kind: 'demands' },
    meta: { title: 'nav.searchDemands' },
  },
  {
    path: '/search/compare',
    name: 'search-compare',
    component: () => import('./ComparePage.vue'),
    meta: { title: 'search.compare.title' },
  },
  {
    path: '/search/saved',
    name: 'search-saved',
    component: () => import('./SavedSearchesPage.vue'),
    meta: { title: 'search.saved.title', for: ['trading'] },
  },
]

export default routes
