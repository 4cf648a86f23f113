import { computed } from 'vue'
import { http, type Query } from '@/api/http'
import type {
  AuditLoad,
  AuditRecord,
  Funnel,
  FunnelItem,
  NewStockpile,
  NewStockpileReport,
  Page,
  Stockpile,
  UseTrace,
} from '@/api/model'
import { useCommand } from '@/api/useCommand'
import { useItem } from '@/api/useItem'
import { usePages } from '@/api/usePages'

export const useFunnel = (query: () => Query) => useItem<Funnel>('/audit/funnel', query)

export const useFunnelItems = (stage: () => string, query: () => Query) =>
  usePages<FunnelItem>(
    () => `/audit/funnel/${stage()}`,
    computed(() => query()),
  )

export const useAuditLoad = (id: () => string) => useItem<AuditLoad>(() => `/audit/loads/${id()}`)

export const useUseTrace = (id: () => string) =>
  useItem<UseTrace>(() => `/audit/use-reports/${id()}`)

export const useAuditRecords = (query: () => Query) =>
  usePages<AuditRecord>(
    '/audit/records',
    computed(() => query()),
  )

export function useStockpiles() {
  const list = useItem<Page<Stockpile>>('/stockpiles')
  return { ...list, items: computed(() => list.data.value?.items ?? []) }
}

export const useNewStockpile = () =>
  useCommand((input: NewStockpile, key: string) =>
    http.post<Stockpile>('/stockpiles', input, { key }),
  )

export interface StockpileReport {
  stockpile: Stockpile
  report: NewStockpileReport
}

export const useStockpileReport = () =>
  useCommand(({ stockpile, report }: StockpileReport, key: string) =>
    http.post<Stockpile>(`/stockpiles/${stockpile.id}/reports`, report, { key }),
  )
