export { default as FreshnessTag } from './FreshnessTag.vue'
