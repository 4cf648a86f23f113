import { defineAsyncComponent } from 'vue'

export { useNewMatches } from './queries'

export const BlendPanel = defineAsyncComponent(() => import('./BlendPanel.vue'))
export const MatchesPanel = defineAsyncComponent(() => import('./MatchesPanel.vue'))
