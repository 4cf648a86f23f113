import type { LoadStatus } from '@/api/model'

export const LOAD_TONES: Record<LoadStatus, 'info' | 'good' | 'warn' | 'plain'> = {
  'in-transit': 'info',
  received: 'good',
  refused: 'warn',
  voided: 'plain',
}
