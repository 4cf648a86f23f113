import type { Attachment, Offer, OfferFile, OfferMessage, OfferThread } from '@/api/model'
import { FILES_MAX } from '@/features/attachment'

/** What a party wrote or attached beside an offer: one of the two is there. */
export interface ThreadEntry extends Pick<OfferMessage, 'offerId' | 'side'> {
  id: string
  at: string
  message?: OfferMessage
  file?: Attachment
}

/** Instants are written with as many decimals as they need, so that their texts are no order. */
const byTime = (a: ThreadEntry, b: ThreadEntry) => Date.parse(a.at) - Date.parse(b.at)

/** Messages and files as one conversation, oldest first. */
export function entriesOf({ messages, files }: OfferThread): ThreadEntry[] {
  return [
    ...messages.map((message) => {
      const { id, offerId, side, sentAt } = message
      return { id, offerId, side, at: sentAt, message }
    }),
    ...files.map(({ offerId, side, file }) => {
      return { id: file.id, offerId, side, at: file.attachedAt, file }
    }),
  ].sort(byTime)
}

/** Its parties write beside an offer as long as something can come of it, or has. */
export const isWritable = ({ status }: Offer) => status === 'open' || status === 'accepted'

/** How many more files can be attached to an offer; those of both parties count. */
export function roomOn(offer: Offer, files: OfferFile[] = []): number {
  const there = files.filter(({ offerId }) => offerId === offer.id).length
  return isWritable(offer) ? Math.max(0, FILES_MAX - there) : 0
}
