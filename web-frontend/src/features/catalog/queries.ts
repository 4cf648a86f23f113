import { computed } from 'vue'
import { http } from '@/api/http'
import type {
  Dataset,
  FreightRate,
  Hazards,
  Material,
  Page,
  Parameter,
  ProductGrade,
  Region,
  Screening,
  ScreeningRequest,
  SeasonProfile,
  TaxRate,
  Use,
  WasteClass,
  WasteCode,
} from '@/api/model'
import { useItem } from '@/api/useItem'

/** Reference data change with an edition, not while someone looks at a page. */
const FRESH_MS = 10 * 60_000
const LIST_MAX = 100

function useReference<T>(path: string) {
  const list = useItem<Page<T>>(path, { limit: LIST_MAX }, { staleTime: FRESH_MS })
  return { ...list, items: computed<T[]>(() => list.data.value?.items ?? []) }
}

export const useClasses = () => useReference<WasteClass>('/catalog/classes')
export const useCodes = () => useReference<WasteCode>('/catalog/codes')
export const useMaterials = () => useReference<Material>('/catalog/materials')
export const useParameters = () => useReference<Parameter>('/catalog/parameters')
export const useTaxRates = () => useReference<TaxRate>('/catalog/tax-rates')
export const useFreightRates = () => useReference<FreightRate>('/catalog/freight-rates')
export const useSeasonProfiles = () => useReference<SeasonProfile>('/catalog/season-profiles')
export const useProductGrades = () => useReference<ProductGrade>('/catalog/product-grades')
export const useUses = () => useReference<Use>('/catalog/uses')
export const useRegions = () => useReference<Region>('/catalog/regions')
export const useDatasets = () => useReference<Dataset>('/catalog/datasets')
export const useHazards = () => useItem<Hazards>('/catalog/hazards', {}, { staleTime: FRESH_MS })

export function screen(request: ScreeningRequest, signal: AbortSignal): Promise<Screening> {
  return http.post<Screening>('/catalog/screening', request, { signal })
}
