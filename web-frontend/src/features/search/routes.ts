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
]

export default routes
