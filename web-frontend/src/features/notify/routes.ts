import type { RouteRecordRaw } from 'vue-router'

const routes: RouteRecordRaw[] = [
  {
    path: '/notices',
    name: 'notices',
    component: () => import('./NoticeListPage.vue'),
    meta: { title: 'notice.title' },
  },
  {
    path: '/webhooks',
    name: 'webhooks',
    component: () => import('./WebhookListPage.vue'),
    meta: { title: 'webhook.title', for: ['org-admin'] },
  },
  {
    path: '/webhooks/:id',
    name: 'webhook',
    component: () => import('./WebhookDetailPage.vue'),
    meta: { title: 'webhook.one', for: ['org-admin'] },
  },
]

export default routes
