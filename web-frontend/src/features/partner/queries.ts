import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { http } from '@/api/http'
import type { NewPartnerDecision, Partner, PartnerStanding } from '@/api/model'
import { useCommand } from '@/api/useCommand'
import { useItem } from '@/api/useItem'
import { usePages } from '@/api/usePages'

export const usePartners = (standing: MaybeRefOrGetter<PartnerStanding>) =>
  usePages<Partner>(
    '/partners',
    computed(() => ({ standing: toValue(standing) })),
  )

export const usePartner = (id: string) => useItem<Partner>(`/partners/${id}`)

export const usePartnerHistory = (id: string) => usePages<Partner>(`/partners/${id}/decisions`)

export const useDecision = (id: string) =>
  useCommand((decision: NewPartnerDecision, key: string) =>
    http.post<Partner>(`/partners/${id}/decisions`, decision, { key }),
  )
