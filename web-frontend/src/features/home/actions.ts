import type { RouteLocationRaw } from 'vue-router'
import type { Heap, Lot, MoneyOverview, Stream, UseReport } from '@/api/model'
import { plusMonths } from '@/lib/dates'

export interface Action {
  id: string
  kind:
    | 'offer'
    | 'receive'
    | 'report'
    | 'publish'
    | 'reconcile'
    | 'verify'
    | 'stockpile'
    | 'correction'
    | 'settlement'
    | 'match'
  tone: 'info' | 'warn'
  title: string
  detail?: string
  to: RouteLocationRaw
}

/** Heaps that hold something and whose last full month nobody has reported yet. */
export function unreported(heaps: Heap[], reports: UseReport[], thisMonth: string): Heap[] {
  const month = plusMonths(thisMonth, -1)
  const done = new Set(
    reports
      .filter((report) => report.month === month)
      .map((report) => `${report.siteId}/${report.materialKey}`),
  )
  return heaps.filter(
    (heap) => heap.onHandKg > 0 && !done.has(`${heap.siteId}/${heap.materialKey}`),
  )
}

/** Streams with tonnes on hand and no published lot. */
export function unpublished(streams: Stream[], lots: Lot[]): Stream[] {
  const offered = new Set(
    lots.filter((lot) => lot.status === 'published').map((lot) => lot.streamId),
  )
  return streams.filter((stream) => stream.balance.onHandKg > 0 && !offered.has(stream.id))
}

/** What of the settlement waits for an answer, by the name of the page that lists it. */
export function unanswered(overview: MoneyOverview) {
  return [
    { page: 'statements', count: overview.statementsWaiting },
    { page: 'payments', query: { status: 'recorded' }, count: overview.paymentsWaiting },
    { page: 'deposits', count: overview.depositsWaiting },
  ].filter((it) => it.count > 0)
}
