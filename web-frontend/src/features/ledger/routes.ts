import type { RouteRecordRaw } from 'vue-router'

const routes: RouteRecordRaw[] = [
  {
    path: '/ledger',
    name: 'ledger',
    component: () => import('./AccountListPage.vue'),
    meta: { title: 'ledger.title' },
  },
  {
    path: '/ledger/statement',
    name: 'ledger-statement',
    component: () => import('./StatementPage.vue'),
    meta: { title: 'ledger.statement.title' },
  },
  {
    path: '/ledger/accounts/:id',
    name: 'ledger-account',
    component: () => import('./AccountDetailPage.vue'),
    meta: { title: 'ledger.account' },
  },
  {
    path: '/lots/:id/story',
    name: 'lot-story',
    component: () => import('./LotStoryPage.vue'),
    meta: { title: 'lotStory.title' },
  },
]

export default routes
