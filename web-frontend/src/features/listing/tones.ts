import type { ListingStatus } from '@/api/model'

export const LISTING_TONES: Record<ListingStatus, 'good' | 'plain'> = {
  published: 'good',
  withdrawn: 'plain',
  expired: 'plain',
  closed: 'plain',
}
