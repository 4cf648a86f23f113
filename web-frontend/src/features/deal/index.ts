export { useAgreement, useAgreements, useAllAgreements, useOffers } from './queries'
export { default as AgreementProgress } from './AgreementProgress.vue'
