import { http } from '@/api/http'
import type { Period, PeriodList } from '@/api/model'
import { useCommand } from '@/api/useCommand'
import { useItem } from '@/api/useItem'

const path = (organisationId: string) => `/organisations/${organisationId}/months`

export const usePeriods = (organisationId: () => string) =>
  useItem<PeriodList>(() => path(organisationId()))

export const useClosing = (organisationId: () => string) =>
  useCommand((month: string, key: string) =>
    http.post<Period>(`${path(organisationId())}/${month}/closing`, undefined, { key }),
  )

export const useReopening = (organisationId: () => string) =>
  useCommand(({ month, reason }: { month: string; reason: string }, key: string) =>
    http.post<Period>(`${path(organisationId())}/${month}/reopening`, { reason }, { key }),
  )
