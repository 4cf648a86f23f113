export { useAllLots, useLot, useLots } from './queries'
export { default as PriceText } from './PriceText.vue'
