import { computed, watchEffect } from 'vue'
import { http } from '@/api/http'
import type {
  NewBid,
  NewBidOpening,
  NewTender,
  NewTenderDeposit,
  NewTenderRelease,
  OwnBid,
  Tender,
  TenderDeposit,
  TenderStatus,
  TenderSummary,
} from '@/api/model'
import { useCommand } from '@/api/useCommand'
import { useItem } from '@/api/useItem'
import { usePages, type Pages } from '@/api/usePages'
import type { Envelope } from './envelope'
import { isLive, type Stage } from './stages'

export type Mine = 'selling' | 'bidding'

/**
 * Tenders of a stage, newest first. The exchange gives those of one state or of all: the two states
 * of the opening are read beside each other to their ends, and what is past is picked out.
 */
export function useTenders(
  stage: () => Stage | undefined,
  mine: () => Mine | undefined,
): Pages<TenderSummary> {
  const opening = () => stage() === 'opening'
  const first: Record<Stage, TenderStatus | undefined> = {
    bids: 'open',
    opening: 'opening',
    past: undefined,
  }
  const list = usePages<TenderSummary>(
    '/tenders',
    computed(() => ({ status: first[stage() ?? 'past'], mine: mine() })),
    { all: opening },
  )
  const awarding = usePages<TenderSummary>(
    '/tenders',
    computed(() => ({ status: 'awarding', mine: mine() })),
    { enabled: opening, all: true },
  )
  const items = computed(() => {
    if (opening()) return [...list.items.value, ...awarding.items.value]
    return stage() === 'past' ? list.items.value.filter((it) => !isLive(it)) : list.items.value
  })
  const seeking = computed(() => items.value.length === 0 && list.hasMore.value)
  watchEffect(() => {
    if (seeking.value && !list.fetching.value && !list.problem.value) list.loadMore()
  })
  return {
    ...list,
    items,
    pending: computed(
      () => list.pending.value || seeking.value || (opening() && awarding.pending.value),
    ),
    problem: computed(() => list.problem.value ?? (opening() ? awarding.problem.value : undefined)),
    refetch: () => {
      list.refetch()
      if (opening()) awarding.refetch()
    },
  }
}

/** The tender that a lot is bound by, if there is one; a lot has one at a time. */
export function useLotTender(lotId: () => string) {
  const newest = usePages<TenderSummary>(
    '/tenders',
    computed(() => ({ lotId: lotId(), limit: 1 })),
  )
  return computed(() => newest.items.value.find(isLive))
}

/** Not every bid that is opened is told by a notice. */
const FOLLOWED = { refetchInterval: 60_000 }

export const useTender = (id: () => string) =>
  useItem<Tender>(() => `/tenders/${id()}`, {}, FOLLOWED)

export const useNewTender = () =>
  useCommand((input: NewTender, key: string) => http.post<Tender>('/tenders', input, { key }))

export const useTenderEnd = () =>
  useCommand(
    (
      { tender, how, reason }: { tender: Tender; how: 'cancellation' | 'ending'; reason: string },
      key: string,
    ) =>
      http.post<Tender>(
        `/tenders/${tender.id}/${how}`,
        { reason },
        { key, version: tender.version },
      ),
  )

export const useAward = () =>
  useCommand((tender: Tender, key: string) =>
    http.post<Tender>(`/tenders/${tender.id}/award`, {}, { key, version: tender.version }),
  )

/** Sends what seals a bid: no price, and nothing that one could be computed from. */
export const useBid = () =>
  useCommand(
    ({ tenderId, bid, before }: { tenderId: string; bid: NewBid; before?: OwnBid }, key: string) =>
      before
        ? http.put<OwnBid>(`/tenders/${tenderId}/bid`, bid, { version: before.version })
        : http.post<OwnBid>(`/tenders/${tenderId}/bid`, bid, { key }),
  )

export const useBidWithdrawal = () =>
  useCommand(({ tenderId, bid }: { tenderId: string; bid: OwnBid }) =>
    http.delete<OwnBid>(`/tenders/${tenderId}/bid`, { version: bid.version }),
  )

/** Opens a bid: only now the exchange is told what was in the envelope. */
export const useBidOpening = () =>
  useCommand(({ tender, price, nonce }: Envelope, key: string) => {
    const opening: NewBidOpening = { priceYuanPerT: Number(price), nonce }
    return http.post<OwnBid>(`/tenders/${tender}/bid/opening`, opening, { key })
  })

export const useNewTenderDeposit = () =>
  useCommand(({ tenderId, paid }: { tenderId: string; paid: NewTenderDeposit }, key: string) =>
    http.post<TenderDeposit>(`/tenders/${tenderId}/deposits`, paid, { key }),
  )

export type DepositStep =
  | { how: 'confirmation'; body: Record<string, never> }
  | { how: 'rejection' | 'forfeiture'; body: { reason: string } }
  | { how: 'release'; body: NewTenderRelease }

export const useTenderDepositStep = () =>
  useCommand(
    (
      { tenderId, deposit, step }: { tenderId: string; deposit: TenderDeposit; step: DepositStep },
      key: string,
    ) =>
      http.post<TenderDeposit>(
        `/tenders/${tenderId}/deposits/${deposit.id}/${step.how}`,
        step.body,
        { key, version: deposit.version },
      ),
  )

export const openingRecord = (id: string, language: 'zh' | 'en'): Promise<Blob> =>
  http.file(`/tenders/${id}/record.csv`, { language })
