import type { AgreementStatus, OfferStatus } from '@/api/model'

export const OFFER_TONES: Record<OfferStatus, 'good' | 'info' | 'plain' | 'bad'> = {
  open: 'info',
  accepted: 'good',
  declined: 'bad',
  withdrawn: 'plain',
  countered: 'plain',
  expired: 'plain',
}

export const AGREEMENT_TONES: Record<AgreementStatus, 'good' | 'info' | 'plain'> = {
  active: 'info',
  completed: 'good',
  cancelled: 'plain',
}
