import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { http } from '@/api/http'
import type {
  Acting,
  DelegatedAct,
  Delegation,
  DelegationScope,
  DelegationSide,
  DelegationStatus,
  NewDelegation,
  Org,
  Page,
} from '@/api/model'
import { useCommand } from '@/api/useCommand'
import { useItem } from '@/api/useItem'
import { usePages } from '@/api/usePages'
import { useSession } from '@/features/identity'

export const SCOPES: DelegationScope[] = ['read', 'trade', 'gate', 'settlement', 'records', 'sign']

export const TONES: Record<DelegationStatus, 'good' | 'info' | 'warn' | 'bad' | 'plain'> = {
  offered: 'info',
  active: 'good',
  declined: 'bad',
  withdrawn: 'plain',
  lapsed: 'plain',
  ended: 'bad',
  expired: 'plain',
}

/** For whom the person may act besides, as long as anybody is signed in who may. */
export function useActing() {
  const { own, acting } = useSession()
  const may = computed(() =>
    ['org-admin', 'trader', 'gate', 'reader'].includes(own.value?.role ?? ''),
  )
  const { data } = useItem<Page<Acting>>('/delegations/acting', undefined, { enabled: may })
  const others = computed(() =>
    (data.value?.items ?? []).filter((it) => it.organisation.id !== acting.value?.organisation.id),
  )
  return { others }
}

export const useDelegations = (side: MaybeRefOrGetter<DelegationSide>) =>
  usePages<Delegation>(
    '/delegations',
    computed(() => ({ side: toValue(side) })),
  )

export const useActs = (
  side: MaybeRefOrGetter<DelegationSide>,
  organisationId: MaybeRefOrGetter<string>,
) =>
  usePages<DelegatedAct>(
    '/delegations/acts',
    computed(() => ({ side: toValue(side), organisationId: toValue(organisationId) })),
  )

export const useDelegation = (id: string) => useItem<Delegation>(`/delegations/${id}`)

/** A single character is no name. */
export const NAME_MIN = 2

export const useFirms = (named: MaybeRefOrGetter<string>) =>
  useItem<Page<Org>>(
    '/partners/firms',
    computed(() => ({ named: toValue(named) })),
    { enabled: computed(() => toValue(named) !== '') },
  )

export const useOffering = () =>
  useCommand((draft: NewDelegation, key: string) =>
    http.post<Delegation>('/delegations', draft, { key }),
  )

export type Answer = 'acceptance' | 'decline' | 'withdrawal' | 'ending'

export const useAnswer = (id: string) =>
  useCommand(
    (input: { answer: Answer; version: number; body: Record<string, string> }, key: string) =>
      http.post<Delegation>(`/delegations/${id}/${input.answer}`, input.body, {
        key,
        version: input.version,
      }),
  )
