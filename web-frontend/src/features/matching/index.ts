import { defineAsyncComponent } from 'vue'

export { changedDemand, changedLot } from './changes'

export const BlendPanel = defineAsyncComponent(() => import('./BlendPanel.vue'))
export const MatchesPanel = defineAsyncComponent(() => import('./MatchesPanel.vue'))
export const WhyNotPanel = defineAsyncComponent(() => import('./WhyNotPanel.vue'))
