export { default as AgreementMoneyPanel } from './AgreementMoneyPanel.vue'
