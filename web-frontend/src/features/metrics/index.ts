import { defineAsyncComponent } from 'vue'

export { useUtilisation } from './queries'
export { default as PostingsTable } from './PostingsTable.vue'
export const RateOverview = defineAsyncComponent(() => import('./RateOverview.vue'))
export const RateBreakdown = defineAsyncComponent(() => import('./RateBreakdown.vue'))
