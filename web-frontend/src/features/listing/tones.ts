import type { ListingStatus } from '@/api/model'

export const LISTING_TONES: Record<ListingStatus, 'good' | 'warn' | 'plain'> = {
  published: 'good',
  paused: 'warn',
  withdrawn: 'plain',
  expired: 'plain',
  closed: 'plain',
}
