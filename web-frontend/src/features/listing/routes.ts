import type { RouteRecordRaw } from 'vue-router'

const routes: RouteRecordRaw[] = [
  {
    path: '/lots',
    name: 'lots',
    component: () => import('./LotListPage.vue'),
    meta: { title: 'lot.title', for: ['supply'] },
  },
  {
    path: '/lots/new',
    name: 'lot-new',
    component: () => import('./LotNewPage.vue'),
    meta: { title: 'lot.publish', for: ['supply'] },
  },
  {
    path: '/lots/drafts',
    name: 'lot-drafts',
    component: () => import('./DraftListPage.vue'),
    meta: { title: 'draft.title', for: ['supply'] },
  },
  {
    path: '/lots/drafts/:id',
    name: 'lot-draft',
    component: () => import('./DraftDetailPage.vue'),
    meta: { title: 'draft.one', for: ['supply'] },
  },
  {
    path: '/lots/:id',
    name: 'lot',
    component: () => import('./LotDetailPage.vue'),
    meta: { title: 'lot.one' },
  },
  {
    path: '/lots/:id/edit',
    name: 'lot-edit',
    component: () => import('./LotEditPage.vue'),
    meta: { title: 'lot.edit', for: ['supply'] },
  },
]

export default routes
