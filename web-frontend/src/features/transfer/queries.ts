import { computed } from 'vue'
import { http } from '@/api/http'
import type {
  Agreement,
  Heap,
  HeapMonth,
  Load,
  NewLoad,
  NewUseReport,
  Page,
  Receipt,
  ReceiptAnswer,
  ReceiptLine,
  UseReport,
} from '@/api/model'
import { useCommand } from '@/api/useCommand'
import { useItem } from '@/api/useItem'
import { usePages } from '@/api/usePages'

export interface LoadFilter {
  agreementId?: string
  status?: string
  direction?: string
  /** Only those on no statement that counts. */
  unstated?: boolean
  limit?: number
}

const LIST_MAX = 100

export const useLoads = (filter: () => LoadFilter, enabled: () => boolean = () => true) =>
  usePages<Load>(
    '/loads',
    computed(() => ({ ...filter() })),
    { enabled },
  )

/** Every load of the filter, for choices that must not miss any. */
export const useAllLoads = (filter: () => LoadFilter, enabled: () => boolean) =>
  usePages<Load>(
    '/loads',
    computed(() => ({ ...filter() })),
    { enabled, all: true },
  )

export const useLoad = (id: () => string) => useItem<Load>(() => `/loads/${id()}`)

export function useLotOfAgreement(id: () => string | undefined) {
  const path = () => `/agreements/${id() ?? ''}`
  const { data } = useItem<Agreement>(path, {}, { enabled: () => Boolean(id()) })
  return computed(() => data.value?.lotId)
}

export const useDispatch = () =>
  useCommand((input: NewLoad, key: string) => http.post<Load>('/loads', input, { key }))

export const useReceipt = () =>
  useCommand(({ load, receipt }: { load: Load; receipt: Receipt }, key: string) =>
    http.post<Load>(`/loads/${load.id}/receipt`, receipt, { key, version: load.version }),
  )

/** Every load on its way to the caller; a file must not miss any. */
export const useArrivingLoads = (enabled: () => boolean) =>
  useAllLoads(() => ({ direction: 'in', status: 'in-transit' }), enabled)

/** The receipts of many loads, each received or refused by itself. */
export const useReceipts = () =>
  useCommand((lines: ReceiptLine[], key: string) =>
    http.post<{ lines: ReceiptAnswer[] }>('/loads/receipts', { lines }, { key }),
  )

export interface Refusal {
  reason: string
  refusedAt: string
}

export const useRefusal = () =>
  useCommand(({ load, refusal }: { load: Load; refusal: Refusal }, key: string) =>
    http.post<Load>(`/loads/${load.id}/refusal`, refusal, { key, version: load.version }),
  )

export function useHeaps() {
  const heaps = useItem<Page<Heap>>('/heaps')
  return { ...heaps, items: computed(() => heaps.data.value?.items ?? []) }
}

export const useHeapMonth = (siteId: string, materialKey: string, month: () => string) =>
  useItem<HeapMonth>(() => `/heaps/${siteId}/${materialKey}/months/${month()}`)

export const useUseReports = (enabled: () => boolean = () => true) =>
  usePages<UseReport>('/use-reports', { limit: LIST_MAX }, { enabled })

export const useNewUseReport = () =>
  useCommand((input: NewUseReport, key: string) =>
    http.post<UseReport>('/use-reports', input, { key }),
  )
