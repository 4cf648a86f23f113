import { computed } from 'vue'
import { http } from '@/api/http'
import type {
  CoverageForecast,
  Lot,
  LotCoverage,
  LotEdit,
  LotPrice,
  NewLot,
  QualityReport,
} from '@/api/model'
import { useCommand } from '@/api/useCommand'
import { useItem } from '@/api/useItem'
import { usePages } from '@/api/usePages'

export const useLots = (
  status: () => string | undefined = () => undefined,
  enabled: () => boolean = () => true,
) =>
  usePages<Lot>(
    '/lots',
    computed(() => ({ status: status() })),
    { enabled },
  )

/** Every published lot, for choices that must not miss any. */
export const useAllLots = (enabled: () => boolean) =>
  usePages<Lot>('/lots', { status: 'published' }, { enabled, all: true })

export const useLot = (id: () => string | undefined) =>
  useItem<Lot>(() => `/lots/${id() ?? ''}`, {}, { enabled: () => Boolean(id()) })

/** Every price that a lot has had, newest first. */
export const useLotPrices = (id: () => string) =>
  usePages<LotPrice>(() => `/lots/${id()}/prices`, {}, { all: true })

/** What laboratories found in the lot's stream, as far as the caller may read it. */
export const useLotQualityReports = (id: () => string) =>
  usePages<QualityReport>(() => `/lots/${id()}/quality-reports`, {}, { all: true })

export const useLotCoverage = (id: () => string) =>
  useItem<LotCoverage>(() => `/lots/${id()}/coverage`)

/** A lot that is not there yet, or that is to be otherwise. */
export interface Intended {
  streamId: string
  until: string
  quantityKg: number
  /** The lot that it is there for. */
  instead?: string
}

export function coverageWith(
  { streamId, until, quantityKg, instead }: Intended,
  signal: AbortSignal,
): Promise<CoverageForecast> {
  const lot = { until, quantityKg, instead }
  return http.get<CoverageForecast>(`/streams/${streamId}/coverage`, lot, signal)
}

export const useNewLot = () =>
  useCommand((input: NewLot, key: string) => http.post<Lot>('/lots', input, { key }))

export const useLotEdit = () =>
  useCommand(({ lot, edit }: { lot: Lot; edit: LotEdit }) =>
    http.put<Lot>(`/lots/${lot.id}`, edit, { version: lot.version }),
  )

export const useLotPause = () =>
  useCommand(({ lot, how }: { lot: Lot; how: 'pause' | 'resumption' }, key: string) =>
    http.post<Lot>(`/lots/${lot.id}/${how}`, {}, { key, version: lot.version }),
  )

export const useLotWithdrawal = () =>
  useCommand((lot: Lot, key: string) =>
    http.post<Lot>(`/lots/${lot.id}/withdrawal`, {}, { key, version: lot.version }),
  )
