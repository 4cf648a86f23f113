export { default as VerifiedMark } from './VerifiedMark.vue'
export { screen, useRegions } from './queries'
export { useCatalog } from './useCatalog'
