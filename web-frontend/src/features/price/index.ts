import { defineAsyncComponent } from 'vue'

export {
  adjustmentFaults,
  completeAdjustments,
  rowsOf,
  VALUE_DECIMALS,
  type AdjustmentRow,
} from './adjustments'
export { useAdjustmentWords } from './useAdjustmentWords'
export { default as PriceExample } from './PriceExample.vue'

/** Only forms need it. */
export const AdjustmentsField = defineAsyncComponent(() => import('./AdjustmentsField.vue'))
/** Few offers have any. */
export const QualityPriceTerms = defineAsyncComponent(() => import('./QualityPriceTerms.vue'))
