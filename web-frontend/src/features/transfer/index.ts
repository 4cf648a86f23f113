import { defineAsyncComponent } from 'vue'

export { useAllLoads, useLoads, useUseReports } from './queries'

export const LoadsTable = defineAsyncComponent(() => import('./LoadsTable.vue'))
export const LoadTicket = defineAsyncComponent(() => import('./LoadTicket.vue'))
