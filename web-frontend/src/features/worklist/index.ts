import { defineAsyncComponent } from 'vue'

export { default as DueBadge } from './DueBadge.vue'

/** Only homes need it. */
export const ActionQueue = defineAsyncComponent(() => import('./ActionQueue.vue'))
