import type { PriceFormula } from '@/api/model'

/** By what a price is told: a figure, or an index that moves it from month to month. */
export type PriceBase = 'fixed' | 'index'

export interface FormulaForm {
  base: PriceBase
  index: string
  coefficient: number | undefined
  plusYuanPerT: number | undefined
  floorYuanPerT: number | undefined
  ceilingYuanPerT: number | undefined
  tonne: 'wet' | 'dry'
  loadingFeeYuanPerT: number | undefined
}

export const COEFFICIENT_DECIMALS = 4
const COEFFICIENT_MAX = 10

export function formulaForm(formula?: PriceFormula): FormulaForm {
  const index = formula?.index
  return {
    base: index ? 'index' : 'fixed',
    index: index?.index ?? '',
    coefficient: index ? index.coefficient : 1,
    plusYuanPerT: index?.plusYuanPerT,
    floorYuanPerT: index?.floorYuanPerT,
    ceilingYuanPerT: index?.ceilingYuanPerT,
    tonne: formula?.tonne ?? 'wet',
    loadingFeeYuanPerT: formula?.loadingFeeYuanPerT,
  }
}

/** What is wrong with it, by the place that the exchange would name. */
export function formulaFaults(form: FormulaForm): Record<string, string> {
  const found: Record<string, string> = {}
  const { base, index, coefficient, floorYuanPerT, ceilingYuanPerT, loadingFeeYuanPerT } = form
  if (base === 'index') {
    if (!index) found['.index.index'] = 'fault.required'
    if (!(coefficient && coefficient > 0 && coefficient <= COEFFICIENT_MAX)) {
      found['.index.coefficient'] = 'fault.positive'
    }
    for (const place of ['plusYuanPerT', 'floorYuanPerT', 'ceilingYuanPerT'] as const) {
      if (Number.isNaN(form[place])) found[`.index.${place}`] = 'fault.number'
    }
    if (floorYuanPerT !== undefined && ceilingYuanPerT !== undefined) {
      if (floorYuanPerT > ceilingYuanPerT) {
        found['.index.floorYuanPerT'] = 'fault.floor-above-ceiling'
      }
    }
  }
  if (loadingFeeYuanPerT !== undefined && !(loadingFeeYuanPerT > 0)) {
    found['.loadingFeeYuanPerT'] = 'fault.positive'
  }
  return found
}

/** As the exchange takes it; nothing where the price is a figure for a wet tonne, or not complete. */
export function completeFormula(form: FormulaForm): PriceFormula | undefined {
  const { base, index, coefficient = Number.NaN, tonne, loadingFeeYuanPerT } = form
  const plain = base === 'fixed' && tonne === 'wet' && loadingFeeYuanPerT === undefined
  if (plain || Object.keys(formulaFaults(form)).length > 0) return undefined
  const { plusYuanPerT, floorYuanPerT, ceilingYuanPerT } = form
  return {
    index:
      base === 'index'
        ? { index, coefficient, plusYuanPerT, floorYuanPerT, ceilingYuanPerT }
        : undefined,
    tonne,
    loadingFeeYuanPerT,
  }
}
