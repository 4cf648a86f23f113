import { defineAsyncComponent } from 'vue'

export { linkOf } from './link'
export type { Correctable } from './values'

export const CorrectionButton = defineAsyncComponent(() => import('./CorrectionButton.vue'))
export const CorrectionPanel = defineAsyncComponent(() => import('./CorrectionPanel.vue'))
