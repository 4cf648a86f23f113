import type { RouteRecordRaw } from 'vue-router'

const routes: RouteRecordRaw[] = [
  {
    path: '/notices',
    name: 'notices',
    component: () => import('./NoticeListPage.vue'),
    meta: { title: 'notice.title' },
  },
  {
    path: '/notice-settings',
    name: 'notice-settings',
    component: () => import('./NoticeSettingsPage.vue'),
    meta: { title: 'noticeSettings.title' },
  },
  {
    path: '/mails',
    name: 'mails',
    component: () => import('./MailListPage.vue'),
    meta: { title: 'mails.title', for: ['operator'] },
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
