import { defineAsyncComponent } from 'vue'

export {
  adjustmentFaults,
  completeAdjustments,
  rowsOf,
  sameAdjustments,
  VALUE_DECIMALS,
  type AdjustmentRow,
} from './adjustments'
export { useAdjustmentWords } from './useAdjustmentWords'

/** Only forms need it. */
export const QualityPriceFields = defineAsyncComponent(() => import('./QualityPriceFields.vue'))
/** Few prices move. */
export const AdjustmentsTable = defineAsyncComponent(() => import('./AdjustmentsTable.vue'))
export const QualityPriceTerms = defineAsyncComponent(() => import('./QualityPriceTerms.vue'))
