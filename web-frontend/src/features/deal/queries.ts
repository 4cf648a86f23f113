import { computed } from 'vue'
import { http } from '@/api/http'
import type { Agreement, NewOffer, Offer, OfferMessage, OfferTerms, OfferThread } from '@/api/model'
import { useCommand } from '@/api/useCommand'
import { useItem } from '@/api/useItem'
import { usePages } from '@/api/usePages'

export const useOffers = (
  status: () => string | undefined = () => undefined,
  enabled: () => boolean = () => true,
) =>
  usePages<Offer>(
    '/offers',
    computed(() => ({ status: status() })),
    { enabled },
  )

export const useOffer = (id: () => string | undefined) =>
  useItem<Offer>(() => `/offers/${id() ?? ''}`, {}, { enabled: () => Boolean(id()) })

/** Every offer of the negotiation that an offer is part of, the first one first. */
export const useOfferCourse = (id: () => string) => usePages<Offer>(() => `/offers/${id()}/course`)

/** What the parties wrote and attached beside any offer of the negotiation. */
export const useThread = (id: () => string) => useItem<OfferThread>(() => `/offers/${id()}/thread`)

export const useMessage = () =>
  useCommand(({ offerId, text }: { offerId: string; text: string }, key: string) =>
    http.post<OfferMessage>(`/offers/${offerId}/messages`, { text }, { key }),
  )

export const useAgreements = (enabled: () => boolean = () => true) =>
  usePages<Agreement>('/agreements', {}, { enabled })

/** Every agreement, for choices that must not miss any. */
export const useAllAgreements = () => usePages<Agreement>('/agreements', {}, { all: true })

export const useAgreement = (id: () => string | undefined) =>
  useItem<Agreement>(() => `/agreements/${id() ?? ''}`, {}, { enabled: () => Boolean(id()) })

export const useNewOffer = () =>
  useCommand((input: NewOffer, key: string) => http.post<Offer>('/offers', input, { key }))

export const useAcceptance = () =>
  useCommand((offer: Offer, key: string) =>
    http.post<Agreement>(`/offers/${offer.id}/acceptance`, {}, { key, version: offer.version }),
  )

export const useOfferEnd = () =>
  useCommand(({ offer, how }: { offer: Offer; how: 'decline' | 'withdrawal' }, key: string) =>
    http.post<Offer>(`/offers/${offer.id}/${how}`, {}, { key, version: offer.version }),
  )

export const useCounter = () =>
  useCommand(({ offer, terms }: { offer: Offer; terms: OfferTerms }, key: string) =>
    http.post<Offer>(`/offers/${offer.id}/counter`, terms, { key, version: offer.version }),
  )

export const useCancellation = () =>
  useCommand(({ agreement, reason }: { agreement: Agreement; reason: string }, key: string) =>
    http.post<Agreement>(
      `/agreements/${agreement.id}/cancellation`,
      { reason },
      { key, version: agreement.version },
    ),
  )

export const useCompletion = () =>
  useCommand((agreement: Agreement, key: string) =>
    http.post<Agreement>(
      `/agreements/${agreement.id}/completion`,
      {},
      { key, version: agreement.version },
    ),
  )
