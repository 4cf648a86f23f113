import { defineAsyncComponent } from 'vue'

export { newestHolding, rangesOf } from './quality'
export { useQualityReports, useStream, useStreams } from './queries'

export const QualityReportList = defineAsyncComponent(() => import('./QualityReportList.vue'))
