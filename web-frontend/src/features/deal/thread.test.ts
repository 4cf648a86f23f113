import { describe, expect, it } from 'vitest'
import type { Offer, OfferFile, OfferMessage } from '@/api/model'
import { entriesOf, isWritable, roomOn } from './thread'

const message = (id: string, sentAt: string): OfferMessage => ({
  id,
  offerId: 'o1',
  side: 'seller',
  sender: '陆晓',
  text: '周三装车',
  sentAt,
})
const file = (id: string, attachedAt: string, offerId = 'o1') =>
  ({ offerId, side: 'buyer', file: { id, name: '装车安排.pdf', attachedAt } }) as OfferFile
const offer = (status: Offer['status']) => ({ id: 'o1', status }) as Offer

describe('the conversation of a negotiation', () => {
  it('has messages and files in the order in which they came', () => {
    const entries = entriesOf({
      messages: [
        message('m1', '2026-03-10T04:00:00Z'),
        message('m2', '2026-03-10T04:00:02Z'),
        message('m3', '2026-03-11T04:00:00Z'),
      ],
      files: [file('f1', '2026-03-10T04:00:01Z'), file('f2', '2026-03-12T04:00:00Z')],
    })
    expect(entries.map(({ id }) => id)).toEqual(['m1', 'f1', 'm2', 'm3', 'f2'])
  })

  it('goes by the instant, however many decimals it is written with', () => {
    const entries = entriesOf({
      messages: [message('m1', '2026-03-10T04:00:00Z'), message('m2', '2026-03-10T04:00:01Z')],
      files: [file('f1', '2026-03-10T04:00:00.250Z'), file('f2', '2026-03-10T04:00:00.750125Z')],
    })
    expect(entries.map(({ id }) => id)).toEqual(['m1', 'f1', 'f2', 'm2'])
  })

  it('keeps the order of what came at the same instant', () => {
    const at = '2026-03-10T04:00:00Z'
    const entries = entriesOf({ messages: [message('m2', at), message('m1', at)], files: [] })
    expect(entries.map(({ id }) => id)).toEqual(['m2', 'm1'])
  })

  it('tells of each whose it is and which offer it belongs to', () => {
    const attached = file('f1', '2026-03-10T04:00:01Z', 'o2')
    const written = message('m1', '2026-03-10T04:00:00Z')
    expect(entriesOf({ messages: [written], files: [attached] })).toEqual([
      { id: 'm1', offerId: 'o1', side: 'seller', at: written.sentAt, message: written },
      { id: 'f1', offerId: 'o2', side: 'buyer', at: attached.file.attachedAt, file: attached.file },
    ])
  })
})

describe('what can be sent', () => {
  it.each([
    ['open', true],
    ['accepted', true],
    ['declined', false],
    ['withdrawn', false],
    ['countered', false],
    ['expired', false],
  ] as const)('beside an offer that is %s: %s', (status, writable) => {
    expect(isWritable(offer(status))).toBe(writable)
    expect(roomOn(offer(status))).toBe(writable ? 5 : 0)
  })

  it('is five files on one offer, of both sides together', () => {
    const files = Array.from({ length: 4 }, (_, n) => file(`f${n}`, '2026-03-10T04:00:00Z'))
    const elsewhere = file('x', '2026-03-10T04:00:00Z', 'o2')
    expect(roomOn(offer('open'), [...files, elsewhere])).toBe(1)
    expect(roomOn(offer('open'), [...files, ...files])).toBe(0)
  })
})
