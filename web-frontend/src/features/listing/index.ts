export { useAllLots, useLot, useLots } from './queries'
export { default as LotConditionsNote } from './LotConditionsNote.vue'
export { default as LotCoverageNote } from './LotCoverageNote.vue'
export { default as PriceText } from './PriceText.vue'
