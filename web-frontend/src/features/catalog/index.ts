import { defineAsyncComponent } from 'vue'

export { default as QualityList } from './QualityList.vue'
export { default as VerifiedMark } from './VerifiedMark.vue'
export { BASES } from './bases'
export { screen, useRegions, useSeasonProfiles } from './queries'
export { useCatalog } from './useCatalog'
export { useWays } from './useWays'

/** Only forms need them. */
export const MonthEditor = defineAsyncComponent(() => import('./MonthEditor.vue'))
export const RangeEditor = defineAsyncComponent(() => import('./RangeEditor.vue'))
export const GradePicker = defineAsyncComponent(() => import('./GradePicker.vue'))
export const ParameterSelect = defineAsyncComponent(() => import('./ParameterSelect.vue'))
