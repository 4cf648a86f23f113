export { useOverview } from './queries'
export { default as AgreementMoneyPanel } from './AgreementMoneyPanel.vue'
