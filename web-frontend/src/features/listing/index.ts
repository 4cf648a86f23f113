export { useAllLots, useLot, useLots } from './queries'
export { default as LotCoverageNote } from './LotCoverageNote.vue'
export { default as PriceText } from './PriceText.vue'
