import type { DepositStatus, PaymentStatus, StatementStatus } from '@/api/model'

type Tone = 'good' | 'info' | 'plain' | 'warn' | 'bad'

export const STATEMENT_TONES: Record<StatementStatus, Tone> = {
  proposed: 'info',
  disputed: 'warn',
  agreed: 'good',
  withdrawn: 'plain',
}

export const PAYMENT_TONES: Record<PaymentStatus, Tone> = {
  recorded: 'info',
  confirmed: 'good',
  rejected: 'bad',
  withdrawn: 'plain',
}

export const DEPOSIT_TONES: Record<DepositStatus, Tone> = {
  recorded: 'info',
  held: 'good',
  rejected: 'bad',
  withdrawn: 'plain',
}
