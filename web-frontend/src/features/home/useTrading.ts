import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useCatalog } from '@/features/catalog'
import { linkOf, useCorrectionsToAnswer } from '@/features/correction'
import { useAgreements, useOffers } from '@/features/deal'
import { useDemands } from '@/features/demand'
import { useSession, useSites } from '@/features/identity'
import { useLots } from '@/features/listing'
import { useNewMatches } from '@/features/matching'
import { useOverview } from '@/features/settlement'
import { useStreams } from '@/features/stream'
import { useHeaps, useLoads, useUseReports } from '@/features/transfer'
import { monthOf, plusMonths } from '@/lib/dates'
import { useFormat } from '@/ui/useFormat'
import { unanswered, unpublished, unreported, type Action } from './actions'

/** What a trading organisation has, and what waits for it. */
export function useTrading() {
  const { t } = useI18n()
  const { mass, price, nameOf } = useFormat()
  const { materialName } = useCatalog()
  const { supplies, receives, mayTrade, mayWeigh, organisationId } = useSession()
  const thisMonth = monthOf(new Date())

  const sites = useSites()
  const streams = useStreams(() => supplies.value)
  const lots = useLots(
    () => undefined,
    () => supplies.value,
  )
  const demands = useDemands(
    () => undefined,
    () => receives.value,
  )
  const offers = useOffers()
  const agreements = useAgreements()
  const loads = useLoads(() => ({}))
  const corrections = useCorrectionsToAnswer()
  const overview = useOverview(() => mayTrade.value)
  const newMatches = useNewMatches(() => mayTrade.value)
  const heaps = useHeaps(() => receives.value)
  const reports = useUseReports(() => receives.value)

  const offerActions = computed<Action[]>(() =>
    offers.items.value
      .filter((offer) => offer.myTurn && mayTrade.value)
      .map((offer) => ({
        id: `offer/${offer.id}`,
        kind: 'offer',
        tone: 'warn',
        title: offer.lotTitle,
        detail: t('home.offerDetail', {
          partner: nameOf(offer.seller.id === organisationId.value ? offer.buyer : offer.seller),
          quantity: mass(offer.quantityKg),
          price: price(offer.priceYuanPerT),
        }),
        to: { name: 'offer', params: { id: offer.id } },
      })),
  )

  const loadActions = computed<Action[]>(() =>
    loads.items.value
      .filter(
        (load) =>
          load.status === 'in-transit' && load.buyer.id === organisationId.value && mayWeigh.value,
      )
      .map((load) => ({
        id: `load/${load.id}`,
        kind: 'receive',
        tone: 'warn',
        title: `${load.number} · ${load.plate}`,
        detail: `${materialName(load.materialKey)} · ${mass(load.origin.netKg)} · ${nameOf(load.seller)}`,
        to: { name: 'load-receive', params: { id: load.id } },
      })),
  )

  const correctionActions = computed<Action[]>(() =>
    corrections.items.value
      .filter((it) => it.myTurn)
      .map((it) => ({
        id: `correction/${it.id}`,
        kind: 'correction',
        tone: 'warn',
        title: t(it.voids ? 'correction.voidOf' : 'correction.of', {
          kind: t(`correction.kind.${it.kind}`),
          label: it.subjectLabel,
        }),
        detail: `${nameOf(it.proposer)} · ${it.reason}`,
        to: linkOf(it),
      })),
  )

  const settlementActions = computed<Action[]>(() =>
    mayTrade.value && overview.data.value
      ? unanswered(overview.data.value).map(({ page, query, count }) => ({
          id: `settlement/${page}`,
          kind: 'settlement',
          tone: 'warn',
          title: t(`settlement.waitingFor.${page}`, { count }),
          to: { name: page, query },
        }))
      : [],
  )

  const matchActions = computed<Action[]>(() => {
    const found = newMatches.data.value
    if (!mayTrade.value || !found || found.count === 0) return []
    const count = found.more ? `${found.count}+` : String(found.count)
    return [
      {
        id: 'match',
        kind: 'match',
        tone: 'info',
        title: t('home.newMatches', { count }),
        to: { name: 'matches' },
      },
    ]
  })

  const reportActions = computed<Action[]>(() => {
    const month = plusMonths(thisMonth, -1)
    return unreported(heaps.items.value, reports.items.value, thisMonth)
      .filter(() => mayTrade.value)
      .map((heap) => ({
        id: `heap/${heap.siteId}/${heap.materialKey}`,
        kind: 'report',
        tone: 'warn',
        title: t('home.reportTitle', { material: materialName(heap.materialKey), month }),
        detail: `${heap.siteName} · ${mass(heap.onHandKg)}`,
        to: {
          name: 'heap-month',
          params: { siteId: heap.siteId, materialKey: heap.materialKey },
          query: { month },
        },
      }))
  })

  const streamActions = computed<Action[]>(() => {
    if (!mayTrade.value) return []
    const open = streams.items.value
      .filter((stream) => stream.balance.unreconciledKg > 0)
      .map((stream) => ({
        id: `reconcile/${stream.id}`,
        kind: 'reconcile' as const,
        tone: 'warn' as const,
        title: stream.name,
        detail: t('stream.unreconciledTitle', { mass: mass(stream.balance.unreconciledKg) }),
        to: { name: 'stream', params: { id: stream.id } },
      }))
    const idle = unpublished(streams.items.value, lots.items.value).map((stream) => ({
      id: `publish/${stream.id}`,
      kind: 'publish' as const,
      tone: 'info' as const,
      title: stream.name,
      detail: t('home.publishDetail', { mass: mass(stream.balance.onHandKg) }),
      to: { name: 'lot-new', query: { streamId: stream.id } },
    }))
    return [...open, ...idle]
  })

  const actions = computed(() => [
    ...offerActions.value,
    ...loadActions.value,
    ...matchActions.value,
    ...correctionActions.value,
    ...settlementActions.value,
    ...reportActions.value,
    ...streamActions.value,
  ])

  const always = [sites, offers, agreements, loads, corrections]
  const asked = computed(() => [
    ...always,
    ...(mayTrade.value ? [overview, newMatches] : []),
    ...(supplies.value ? [streams, lots] : []),
    ...(receives.value ? [demands, heaps, reports] : []),
  ])
  const pending = computed(() => asked.value.some((it) => it.pending.value))
  const problem = computed(() => asked.value.find((it) => it.problem.value)?.problem.value)

  return {
    actions,
    pending,
    problem,
    facts: computed(() => ({
      sites: sites.items.value.length,
      streams: streams.items.value.length,
      recorded: streams.items.value.some(
        (stream) => stream.balance.onHandKg > 0 || stream.balance.years.length > 0,
      ),
      lots: lots.items.value.length,
      demands: demands.items.value.length,
      offers: offers.items.value.length,
      agreements: agreements.items.value.length,
      loads: loads.items.value.length,
      received: loads.items.value.filter((load) => load.status === 'received').length,
      reports: reports.items.value.length,
    })),
  }
}

export type TradingFacts = ReturnType<typeof useTrading>['facts']['value']
