import { useQueryClient } from '@tanstack/vue-query'
import { onScopeDispose, ref } from 'vue'
import type { Notice } from '@/api/model'
import { bundled, type Bundle } from './bundle'
import { follow } from './follow'
import { NOTICES } from './queries'

/** A page that nobody has looked at for so long keeps no connection open. */
const HIDDEN_MS = 60_000
/** Notices that come within this time are said together. */
const BUNDLE_MS = 1_500
const SHOWN_MS = 8_000

/** Whatever is told, something may have come to wait or been done. */
const WORK = /^\/work(\/|$)/

const OFFERS = /^\/offers(\/|$)/
const THREADS = /^\/offers\/[^/]+\/thread$/
const LOTS = /^\/lots(\/[^/]+)?$/
const TENDERS = /^\/tenders(\/|$)/
const SALES = /^\/(tenders|lots|agreements)(\/|$)/
const DRAFTS = /^\/lot-drafts(\/|$)/
/** What was approved has been done as well. */
const APPROVALS = /^\/(approvals|offers|tenders|agreements|lots)(\/|$)/
const DEMANDS = /^\/demands(\/[^/]+)?$/

/** What the pages may show anew when such a notice comes. */
const TOUCHED: Record<string, RegExp> = {
  'matches-new': /^\/(standing-matches|dismissals)|^\/(lots|demands)\/[^/]+\/matches$/,
  'search-results-new': /^\/saved-searches$/,
  'report-expiring': /^\/(streams|lots)\/[^/]+\/quality-reports$/,
  'lot-expiring': LOTS,
  'lot-expired': LOTS,
  'lot-submitted': DRAFTS,
  'lot-returned': DRAFTS,
  'lot-draft-published': /^\/lot-drafts(\/|$)|^\/lots(\/[^/]+(\/prices)?)?$/,
  'approval-asked': APPROVALS,
  'approval-given': APPROVALS,
  'approval-refused': APPROVALS,
  'approval-overtaken': APPROVALS,
  'demand-expiring': DEMANDS,
  'demand-expired': DEMANDS,
  'offer-received': OFFERS,
  'offer-countered': OFFERS,
  'offer-accepted': /^\/(offers|agreements)(\/|$)|^\/(lots|demands)(\/[^/]+)?$/,
  'offer-declined': OFFERS,
  'offer-withdrawn': OFFERS,
  'offer-expiring': OFFERS,
  'offer-expired': OFFERS,
  'offer-message': THREADS,
  'offer-file': THREADS,
  'tender-closed': TENDERS,
  'tender-bid-not-counted': TENDERS,
  'tender-closed-own': TENDERS,
  'tender-open-reminder': TENDERS,
  'tender-failed': SALES,
  'tender-cancelled': SALES,
  'tender-award-due': TENDERS,
  'tender-awarded': SALES,
  'tender-not-won': SALES,
  'tender-ended': SALES,
  'tender-lapsed': SALES,
  'tender-deposit-recorded': TENDERS,
  'tender-deposit-confirmed': TENDERS,
  'tender-deposit-rejected': TENDERS,
  'tender-deposit-released': TENDERS,
  'tender-deposit-forfeited': TENDERS,
  'import-ended': /^\/(imports|streams|lots|demands)(\/|$)/,
}

/** Follows the notices while the page is looked at, and keeps what it shows up to date. */
export function useNoticeFeed(last: () => number | undefined) {
  const client = useQueryClient()
  const told = ref<Bundle[]>([])
  let waiting: Notice[] = []
  let bundling: ReturnType<typeof setTimeout> | undefined
  let clearing: ReturnType<typeof setTimeout> | undefined
  let hiding: ReturnType<typeof setTimeout> | undefined
  let stop: (() => void) | undefined

  function refresh(touched: RegExp[]): void {
    void client.invalidateQueries({
      predicate: ({ queryKey: [path] }) =>
        typeof path === 'string' &&
        (path === NOTICES || WORK.test(path) || touched.some((pattern) => pattern.test(path))),
    })
  }

  function tell(): void {
    bundling = undefined
    told.value = bundled(waiting)
    refresh(
      [...new Set(waiting.map((notice) => TOUCHED[notice.kind]))].filter(
        (pattern) => pattern !== undefined,
      ),
    )
    waiting = []
    clearTimeout(clearing)
    clearing = setTimeout(dismiss, SHOWN_MS)
  }

  function dismiss(): void {
    told.value = []
  }

  function start(): void {
    stop ??= follow({
      last,
      notice: (notice) => {
        waiting.push(notice)
        bundling ??= setTimeout(tell, BUNDLE_MS)
      },
      trouble: () => refresh(Object.values(TOUCHED)),
    })
  }

  function end(): void {
    stop?.()
    stop = undefined
  }

  function watchTab(): void {
    clearTimeout(hiding)
    if (document.visibilityState === 'hidden') hiding = setTimeout(end, HIDDEN_MS)
    else start()
  }

  start()
  document.addEventListener('visibilitychange', watchTab)
  onScopeDispose(() => {
    document.removeEventListener('visibilitychange', watchTab)
    for (const timer of [hiding, bundling, clearing]) clearTimeout(timer)
    end()
  })

  return { told, dismiss }
}
