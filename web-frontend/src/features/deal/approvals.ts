import { keepPreviousData, useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { http } from '@/api/http'
import type {
  Approval,
  ApprovalAnswer,
  ApprovalStatus,
  NewOffer,
  Offer,
  OfferTerms,
  Page,
  Tender,
} from '@/api/model'
import { useCommand } from '@/api/useCommand'
import { useItem } from '@/api/useItem'
import { usePages } from '@/api/usePages'
import { useSettled } from '@/ui/useSettled'

const PATH = '/approvals'
const QUESTION = `${PATH}/question`

export const APPROVAL_TONES: Record<ApprovalStatus, 'good' | 'info' | 'plain' | 'bad' | 'warn'> = {
  pending: 'warn',
  approved: 'good',
  refused: 'bad',
  withdrawn: 'plain',
  overtaken: 'plain',
}

export const useApprovals = (status: () => string | undefined = () => undefined) =>
  usePages<Approval>(
    PATH,
    computed(() => ({ status: status() })),
  )

export const useApproval = (id: () => string) => useItem<Approval>(() => `${PATH}/${id()}`)

/** What waits in the firm about an offer or tender: one request at most. */
export function usePendingApproval(subject: () => string | undefined) {
  const { data } = useItem<Page<Approval>>(
    PATH,
    () => ({ status: 'pending', subjectId: subject(), limit: 1 }),
    { enabled: () => Boolean(subject()) },
  )
  return computed(() => (subject() ? data.value?.items[0] : undefined))
}

export type BindingTerms = Pick<
  OfferTerms,
  'quantityKg' | 'priceYuanPerT' | 'adjustments' | 'formula'
>

/** Whether terms have to be approved inside the firm, asked before they are sent. */
export function useApprovalNeed(terms: () => BindingTerms | undefined) {
  const settled = useSettled(terms)
  const { data } = useQuery({
    queryKey: computed(() => [QUESTION, settled.value]),
    queryFn: ({ signal }) => http.post<ApprovalAnswer>(QUESTION, settled.value, { signal }),
    enabled: computed(() => settled.value !== undefined),
    placeholderData: keepPreviousData,
    retry: false,
  })
  return computed(() => (terms() !== undefined && data.value?.needed ? data.value : undefined))
}

export const useAskToAccept = () =>
  useCommand((offer: Offer, key: string) =>
    http.post<Approval>(
      `/offers/${offer.id}/acceptance/approval`,
      {},
      { key, version: offer.version },
    ),
  )

export const useAskToOffer = () =>
  useCommand((input: NewOffer, key: string) =>
    http.post<Approval>('/offers/approval', input, { key }),
  )

export const useAskToCounter = () =>
  useCommand(({ offer, terms }: { offer: Offer; terms: OfferTerms }, key: string) =>
    http.post<Approval>(`/offers/${offer.id}/counter/approval`, terms, {
      key,
      version: offer.version,
    }),
  )

export const useAskToAward = () =>
  useCommand((tender: Tender, key: string) =>
    http.post<Approval>(
      `/tenders/${tender.id}/award/approval`,
      {},
      { key, version: tender.version },
    ),
  )

export const useApproving = () =>
  useCommand((approval: Approval, key: string) =>
    http.post<Approval>(`${PATH}/${approval.id}/approval`, {}, { key }),
  )

export const useApprovalRefusal = () =>
  useCommand(({ approval, reason }: { approval: Approval; reason: string }, key: string) =>
    http.post<Approval>(`${PATH}/${approval.id}/refusal`, { reason }, { key }),
  )

export const useApprovalWithdrawal = () =>
  useCommand((approval: Approval, key: string) =>
    http.post<Approval>(`${PATH}/${approval.id}/withdrawal`, {}, { key }),
  )

/** The page of what came of an approved request. */
export function resultOf({ act, resultId }: Approval) {
  if (resultId === undefined) return undefined
  const name = act === 'accept' || act === 'award' ? 'agreement' : 'offer'
  return { name, params: { id: resultId } }
}
