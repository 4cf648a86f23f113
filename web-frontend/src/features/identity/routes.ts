import type { RouteRecordRaw } from 'vue-router'

const routes: RouteRecordRaw[] = [
  {
    path: '/sign-in',
    name: 'sign-in',
    component: () => import('./SignInPage.vue'),
    meta: { title: 'identity.signIn', open: true },
  },
  {
    path: '/sign-up',
    name: 'sign-up',
    component: () => import('./SignUpPage.vue'),
    meta: { title: 'identity.signUp', open: true },
  },
  {
    path: '/bootstrap',
    name: 'bootstrap',
    component: () => import('./BootstrapPage.vue'),
    meta: { title: 'identity.bootstrap', open: true },
  },
  {
    path: '/sites',
    name: 'sites',
    component: () => import('./SiteListPage.vue'),
    meta: { title: 'site.title', for: ['trading'] },
  },
  {
    path: '/members',
    name: 'members',
    component: () => import('./MemberListPage.vue'),
    meta: { title: 'member.title', for: ['org-admin'] },
  },
  {
    path: '/keys',
    name: 'keys',
    component: () => import('./KeyListPage.vue'),
    meta: { title: 'key.title', for: ['org-admin'] },
  },
  {
    path: '/interface',
    name: 'interface',
    component: () => import('./InterfacePage.vue'),
    meta: { title: 'interface.title' },
  },
  {
    path: '/organisations',
    name: 'organisations',
    component: () => import('./OrganisationListPage.vue'),
    meta: { title: 'organisation.title', for: ['audit', 'operator'] },
  },
  {
    path: '/status',
    name: 'status',
    component: () => import('./StatusPage.vue'),
    meta: { title: 'status.title', for: ['operator'] },
  },
]

export default routes
