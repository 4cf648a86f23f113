import type { DismissalReason } from '@/api/model'

/** In the order in which they are offered. */
export const REASONS: DismissalReason[] = [
  'price',
  'quality',
  'quantity',
  'distance',
  'timing',
  'partner',
  'other',
]
