export { useApprovalNeed, useAskToAward, usePendingApproval } from './approvals'
export { useAgreement, useAgreements, useAllAgreements, useOffers } from './queries'
export { default as AgreementProgress } from './AgreementProgress.vue'
export { default as ApprovalNote } from './ApprovalNote.vue'
