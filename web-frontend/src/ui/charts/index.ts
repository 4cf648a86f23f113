import { defineAsyncComponent } from 'vue'

/** The chart library is large: it comes with the first chart, not with the page. */
export const EChart = defineAsyncComponent(() => import('./EChart.vue'))

export const CHART_COLORS = {
  main: '#1f5fa8',
  proven: '#2f7d52',
  declared: '#8a9bb0',
  minus: '#c06a2b',
  plus: '#3c8a5c',
  old: '#9a7b4f',
  text: '#39424d',
  line: '#dde2e8',
} as const
