export { useAgreement, useAgreements, useOffers } from './queries'
export { default as AgreementProgress } from './AgreementProgress.vue'
