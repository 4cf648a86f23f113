import { defineAsyncComponent } from 'vue'

export { default as QualityList } from './QualityList.vue'
export { default as VerifiedMark } from './VerifiedMark.vue'
export { screen, useRegions } from './queries'
export { useCatalog } from './useCatalog'
export { useWays } from './useWays'

/** Only the forms that state a quality need it. */
export const RangeEditor = defineAsyncComponent(() => import('./RangeEditor.vue'))
