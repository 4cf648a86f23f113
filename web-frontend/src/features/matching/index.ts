import { defineAsyncComponent } from 'vue'

export const MatchesPanel = defineAsyncComponent(() => import('./MatchesPanel.vue'))
