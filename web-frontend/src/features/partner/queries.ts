import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { http } from '@/api/http'
import type { NewPartnerDecision, Org, Page, Partner, PartnerStanding } from '@/api/model'
import { useCommand } from '@/api/useCommand'
import { useItem } from '@/api/useItem'
import { usePages } from '@/api/usePages'

export const usePartners = (standing: MaybeRefOrGetter<PartnerStanding>) =>
  usePages<Partner>(
    '/partners',
    computed(() => ({ standing: toValue(standing) })),
  )

/** A single character is no name. */
export const NAME_MIN = 2
/** As many as the exchange gives at most. */
export const FIRMS_MAX = 10

/** Firms by a part of their name; none is asked for before something is sought. */
export const useFirms = (named: MaybeRefOrGetter<string>) =>
  useItem<Page<Org>>(
    '/partners/firms',
    computed(() => ({ named: toValue(named) })),
    { enabled: computed(() => toValue(named) !== '') },
  )

export const usePartner = (id: string) => useItem<Partner>(`/partners/${id}`)

export const usePartnerHistory = (id: string) => usePages<Partner>(`/partners/${id}/decisions`)

export const useDecision = (id: string) =>
  useCommand((decision: NewPartnerDecision, key: string) =>
    http.post<Partner>(`/partners/${id}/decisions`, decision, { key }),
  )
