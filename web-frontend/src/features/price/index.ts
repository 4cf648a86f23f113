import { defineAsyncComponent } from 'vue'

export {
  adjustmentFaults,
  completeAdjustments,
  rowsOf,
  sameAdjustments,
  VALUE_DECIMALS,
  type AdjustmentRow,
} from './adjustments'
export { completeFormula, formulaFaults, formulaForm, type FormulaForm } from './formula'
export { useAdjustmentWords } from './useAdjustmentWords'
export { useFormulaWords } from './useFormulaWords'

/** Only forms need it. */
export const QualityPriceFields = defineAsyncComponent(() => import('./QualityPriceFields.vue'))
export const FormulaFields = defineAsyncComponent(() => import('./FormulaFields.vue'))
/** Few prices move. */
export const FormulaTerms = defineAsyncComponent(() => import('./FormulaTerms.vue'))
export const AdjustmentsTable = defineAsyncComponent(() => import('./AdjustmentsTable.vue'))
export const QualityPriceTerms = defineAsyncComponent(() => import('./QualityPriceTerms.vue'))
