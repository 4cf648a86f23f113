import type { RouteRecordRaw } from 'vue-router'

const routes: RouteRecordRaw[] = [
  {
    path: '/streams',
    name: 'streams',
    component: () => import('./StreamListPage.vue'),
    meta: { title: 'stream.title', for: ['supply'] },
  },
  {
    path: '/streams/new',
    name: 'stream-new',
    component: () => import('./StreamNewPage.vue'),
    meta: { title: 'stream.register', for: ['supply'] },
  },
  {
    path: '/streams/:id',
    name: 'stream',
    component: () => import('./StreamDetailPage.vue'),
    meta: { title: 'stream.one', for: ['supply'] },
  },
]

export default routes
