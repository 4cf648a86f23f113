export { default as PartnerLink } from './PartnerLink.vue'
