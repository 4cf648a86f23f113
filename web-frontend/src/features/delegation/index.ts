export { default as ActingBand } from './ActingBand.vue'
export { useActing } from './queries'
