export { default as LotSampleButton } from './LotSampleButton.vue'
