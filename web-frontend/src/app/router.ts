import { nextTick, watch } from 'vue'
import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import type { Me } from '@/api/model'
import auditRoutes from '@/features/audit/routes'
import bulkRoutes from '@/features/bulk/routes'
import catalogRoutes from '@/features/catalog/routes'
import dealRoutes from '@/features/deal/routes'
import delegationRoutes from '@/features/delegation/routes'
import demandRoutes from '@/features/demand/routes'
import exportRoutes from '@/features/export/routes'
import homeRoutes from '@/features/home/routes'
import { useSession } from '@/features/identity'
import identityRoutes from '@/features/identity/routes'
import indexingRoutes from '@/features/indexing/routes'
import ledgerRoutes from '@/features/ledger/routes'
import listingRoutes from '@/features/listing/routes'
import matchingRoutes from '@/features/matching/routes'
import metricsRoutes from '@/features/metrics/routes'
import notifyRoutes from '@/features/notify/routes'
import partnerRoutes from '@/features/partner/routes'
import periodRoutes from '@/features/period/routes'
import priceRoutes from '@/features/price/routes'
import sampleRoutes from '@/features/sample/routes'
import searchRoutes from '@/features/search/routes'
import settlementRoutes from '@/features/settlement/routes'
import streamRoutes from '@/features/stream/routes'
import tenderRoutes from '@/features/tender/routes'
import transferRoutes from '@/features/transfer/routes'
import worklistRoutes from '@/features/worklist/routes'
import { i18n, language } from './i18n'

export type Audience =
  'trading' | 'supply' | 'demand' | 'trade' | 'gate' | 'org-admin' | 'audit' | 'operator'

declare module 'vue-router' {
  interface RouteMeta {
    /** The key of the page's title. */
    title?: string
    /** Anyone may see it without signing in. */
    open?: boolean
    /** Who sees it; everyone who is signed in when it is left out. */
    for?: Audience[]
  }
}

const routes: RouteRecordRaw[] = [
  ...homeRoutes,
  ...worklistRoutes,
  ...identityRoutes,
  ...partnerRoutes,
  ...delegationRoutes,
  ...catalogRoutes,
  ...streamRoutes,
  ...listingRoutes,
  ...demandRoutes,
  ...bulkRoutes,
  ...exportRoutes,
  ...searchRoutes,
  ...matchingRoutes,
  ...notifyRoutes,
  ...priceRoutes,
  ...sampleRoutes,
  ...dealRoutes,
  ...tenderRoutes,
  ...transferRoutes,
  ...settlementRoutes,
  ...ledgerRoutes,
  ...metricsRoutes,
  ...periodRoutes,
  ...auditRoutes,
  ...indexingRoutes,
  {
    path: '/:rest(.*)*',
    name: 'not-found',
    component: () => import('./NotFoundPage.vue'),
    meta: { title: 'notFound.title', open: true },
  },
]

export const router = createRouter({
  history: createWebHistory(),
  routes,
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? undefined : { top: 0 }),
})

const session = useSession()

export function belongsTo(audience: Audience): boolean {
  const answers: Record<Audience, boolean> = {
    trading: session.isTrading.value,
    supply: session.isTrading.value && session.supplies.value,
    demand: session.isTrading.value && session.receives.value,
    trade: session.mayTrade.value,
    gate: session.mayWeigh.value,
    'org-admin': session.isOrgAdmin.value,
    audit: session.isAuditor.value,
    operator: session.isOperator.value,
  }
  return answers[audience]
}

router.beforeEach((to) => {
  if (!session.me.value) {
    return to.meta.open ? true : { name: 'sign-in', query: { next: to.fullPath } }
  }
  if (to.name === 'sign-in') return { name: 'home' }
  const audiences = to.meta.for
  return !audiences || audiences.some(belongsTo) ? true : { name: 'home' }
})

function setTitle(): void {
  const { t } = i18n.global
  const title = router.currentRoute.value.meta.title
  document.title = title ? `${t(title)} · ${t('app.name')}` : t('app.name')
}

router.afterEach((to, from) => {
  setTitle()
  if (from.matched.length > 0 && to.path !== from.path) {
    void nextTick(() => document.getElementById('content')?.focus({ preventScroll: true }))
  }
})
watch(language, setTitle)

/** Who turns to another firm's business begins at its first page. */
const samePerson = (one: Me, other: Me) =>
  one.memberId === other.memberId && one.organisation.id === other.organisation.id

watch(session.me, (me, before) => {
  const here = router.currentRoute.value
  if (me && before && !samePerson(me, before)) void router.replace({ name: 'home' })
  if (!me && !here.meta.open) {
    void router.replace({ name: 'sign-in', query: { next: here.fullPath } })
  }
})
