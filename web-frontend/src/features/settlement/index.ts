export { default as AgreementMoneyPanel } from './AgreementMoneyPanel.vue'
export { default as PickupNote } from './PickupNote.vue'
