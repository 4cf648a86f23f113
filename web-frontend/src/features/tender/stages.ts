import type { BidStatus, TenderDepositStatus, TenderStatus } from '@/api/model'

type Tone = 'good' | 'info' | 'warn' | 'plain' | 'bad'

export const TENDER_TONES: Record<TenderStatus, Tone> = {
  open: 'info',
  opening: 'warn',
  awarding: 'warn',
  awarded: 'good',
  failed: 'plain',
  cancelled: 'plain',
  ended: 'plain',
  lapsed: 'plain',
}

export const BID_TONES: Record<BidStatus, Tone> = {
  sealed: 'info',
  withdrawn: 'plain',
  opened: 'good',
  'below-minimum': 'bad',
  unopened: 'bad',
}

export const DEPOSIT_TONES: Record<TenderDepositStatus, Tone> = {
  recorded: 'warn',
  confirmed: 'info',
  rejected: 'bad',
  released: 'good',
  forfeited: 'bad',
}

/** What a list of tenders is narrowed to. */
export const STAGES = ['bids', 'opening', 'past'] as const

export type Stage = (typeof STAGES)[number]

/** As long as a tender lives its lot is bound to it. */
const LIVE: TenderStatus[] = ['open', 'opening', 'awarding']

export const isLive = ({ status }: { status: TenderStatus }): boolean => LIVE.includes(status)
