export { useLotTender } from './queries'
export { default as LotTenderNote } from './LotTenderNote.vue'
