import { computed } from 'vue'
import { http } from '@/api/http'
import type { Demand, DemandEdit, NewDemand } from '@/api/model'
import { useCommand } from '@/api/useCommand'
import { useItem } from '@/api/useItem'
import { usePages } from '@/api/usePages'

export const useDemands = (
  status: () => string | undefined = () => undefined,
  enabled: () => boolean = () => true,
) =>
  usePages<Demand>(
    '/demands',
    computed(() => ({ status: status() })),
    { enabled },
  )

/** Every demand, for choices that must not miss any. */
export const useAllDemands = (enabled: () => boolean) =>
  usePages<Demand>('/demands', {}, { all: true, enabled })

export const useDemand = (id: () => string | undefined) =>
  useItem<Demand>(() => `/demands/${id() ?? ''}`, {}, { enabled: () => Boolean(id()) })

export const useNewDemand = () =>
  useCommand((input: NewDemand, key: string) => http.post<Demand>('/demands', input, { key }))

export const useDemandEdit = () =>
  useCommand(({ demand, edit }: { demand: Demand; edit: DemandEdit }) =>
    http.put<Demand>(`/demands/${demand.id}`, edit, { version: demand.version }),
  )

export const useDemandWithdrawal = () =>
  useCommand((demand: Demand, key: string) =>
    http.post<Demand>(`/demands/${demand.id}/withdrawal`, {}, { key, version: demand.version }),
  )
