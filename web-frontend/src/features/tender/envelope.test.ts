import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  canSeal,
  commitmentOf,
  envelopeName,
  envelopeText,
  isEnvelope,
  isOpenedTruly,
  newNonce,
  priceText,
  readEnvelope,
  seal,
  sealedText,
} from './envelope'
import { keepEnvelope, keptEnvelope, keptEnvelopes } from './envelopeStore'

const bidding = { tender: '06G9T3K2M4N5P', organisation: '06G9T3K2M4N5Q' }
const NOW = new Date('2026-03-01T04:00:00Z')

afterEach(() => {
  localStorage.clear()
  vi.unstubAllGlobals()
})

describe('the price of a bid', () => {
  it.each([
    [0, '0.00'],
    [-0, '0.00'],
    [7, '7.00'],
    [7.05, '7.05'],
    [-12.5, '-12.50'],
    [-0.01, '-0.01'],
    [0.1 + 0.2, '0.30'],
    [1.005 * 100, '100.50'],
    [100_000, '100000.00'],
    [-100_000, '-100000.00'],
    [99_999.99, '99999.99'],
  ])('is written in one way only: %d', (price, text) => {
    expect(priceText(price)).toBe(text)
  })

  it.each([1.005, 0.001, -3.333, 100_000.01, 1e21, Number.NaN, Number.POSITIVE_INFINITY])(
    'that is none, or has more than two decimals, is not sealed: %d',
    (price) => {
      expect(() => priceText(price)).toThrow(RangeError)
    },
  )
})

/** Computed with another implementation of SHA-256. */
const VECTORS = [
  ['-12.50', '00'.repeat(32), '4a07bf8df9b06d9ab977fa3e86bbb0b88aa4c3c3d139f85f72c5710dfbc67034'],
  ['0.00', 'ab'.repeat(32), '7fb0fbf7e98fb2db4e36276697a7451f3b3fff76f50d7f245d12becc5f12d8ba'],
  [
    '100000.00',
    '0123456789abcdef'.repeat(4),
    'd73b7fd1b2be3f0d06bc4628edf6d4c76d1c2f89964fdfc485e619cc7ac065be',
  ],
  ['7.05', 'ff'.repeat(32), '51d178e515aa376c803127d674e16598c6ad94393c77e753d9b397eaab23da11'],
] as const

describe('a commitment', () => {
  it('is made of the lines that the exchange hashes too', () => {
    expect(sealedText(bidding, '-12.50', 'ab'.repeat(32))).toBe(
      `wufei-bid/1\n06G9T3K2M4N5P\n06G9T3K2M4N5Q\n-12.50\n${'ab'.repeat(32)}`,
    )
  })

  it.each(VECTORS)('of %s is known', async (price, nonce, commitment) => {
    expect(await commitmentOf(bidding, price, nonce)).toBe(commitment)
  })

  it.each(VECTORS)('of %s is proved by price and nonce', async (price, nonce, commitment) => {
    const opened = { priceYuanPerT: Number(price), nonce, commitment }
    expect(await isOpenedTruly(bidding, opened)).toBe(true)
    expect(
      await isOpenedTruly(bidding, { ...opened, priceYuanPerT: opened.priceYuanPerT - 0.01 }),
    ).toBe(false)
    expect(await isOpenedTruly({ ...bidding, organisation: '06G9T3K2M4N5R' }, opened)).toBe(false)
    expect(await isOpenedTruly(bidding, { ...opened, priceYuanPerT: 0.001 })).toBe(false)
  })

  it('says nothing of the price: the same price is sealed differently each time', async () => {
    const [one, two] = [await seal(bidding, 5, NOW), await seal(bidding, 5, NOW)]
    expect(one.nonce).not.toBe(two.nonce)
    expect(one.commitment).not.toBe(two.commitment)
  })

  it('needs a page that came over a safe connection', () => {
    expect(canSeal()).toBe(true)
    vi.stubGlobal('crypto', { randomUUID: () => 'x' })
    expect(canSeal()).toBe(false)
  })
})

describe('a nonce', () => {
  it('has 32 random bytes', () => {
    const made = Array.from({ length: 50 }, newNonce)
    expect(made.every((nonce) => /^[0-9a-f]{64}$/.test(nonce))).toBe(true)
    expect(new Set(made).size).toBe(50)
  })
})

describe('the file of an envelope', () => {
  it('is read back as it was written', async () => {
    const envelope = await seal(bidding, -12.5, NOW)
    expect(envelope).toMatchObject({ ...bidding, price: '-12.50', savedAt: NOW.toISOString() })
    expect(await readEnvelope(envelopeText(envelope), bidding)).toEqual(envelope)
    expect(envelopeName(envelope)).toBe(
      `wufei-bid-06G9T3K2M4N5P-${envelope.commitment.slice(0, 8)}.json`,
    )
  })

  it.each([
    ['no JSON', 'price: 5'],
    ['no object', '"5.00"'],
    ['nothing in it', '{}'],
    ['null', 'null'],
  ])('that is none says so: %s', async (_, text) => {
    expect(await readEnvelope(text, bidding)).toBe('unreadable')
  })

  it.each([
    ['price', '5'],
    ['price', '5e0'],
    ['price', '-0.00'],
    ['price', '05.00'],
    ['price', 5],
    ['nonce', 'ab'],
    ['nonce', 'AB'.repeat(32)],
    ['commitment', undefined],
    ['savedAt', ''],
  ])('with a broken part says so: %s %s', async (part, value) => {
    const broken = { ...(await seal(bidding, 5, NOW)), [part]: value }
    expect(isEnvelope(broken)).toBe(false)
    expect(await readEnvelope(JSON.stringify(broken), bidding)).toBe('unreadable')
  })

  it('of another tender or firm says so', async () => {
    const other = envelopeText(await seal({ ...bidding, tender: '06G9T3K2M4N5X' }, 5, NOW))
    expect(await readEnvelope(other, bidding)).toBe('other-tender')
    const theirs = envelopeText(await seal({ ...bidding, organisation: 'x' }, 5, NOW))
    expect(await readEnvelope(theirs, bidding)).toBe('other-organisation')
  })

  it('in which somebody wrote another price says so', async () => {
    const envelope = { ...(await seal(bidding, 5, NOW)), price: '6.00' }
    expect(await readEnvelope(envelopeText(envelope), bidding)).toBe('altered')
  })
})

describe('envelopes in the browser', () => {
  it('are kept for each tender and firm, the replaced ones too', async () => {
    const [first, second] = [await seal(bidding, 5, NOW), await seal(bidding, 6, NOW)]
    expect(keepEnvelope(first)).toBe(true)
    expect(keepEnvelope(second)).toBe(true)
    expect(keepEnvelope(second)).toBe(true)
    expect(keptEnvelopes(bidding)).toEqual([second, first])
    expect(keptEnvelope(bidding, first.commitment)).toEqual(first)
    expect(keptEnvelope(bidding, 'ab'.repeat(32))).toBeUndefined()
    expect(keptEnvelopes({ ...bidding, organisation: 'x' })).toEqual([])
    expect(keptEnvelopes({ ...bidding, tender: 'x' })).toEqual([])
  })

  it('that are none are passed over', async () => {
    const envelope = await seal(bidding, 5, NOW)
    const key = `wufei.envelopes.${bidding.organisation}.${bidding.tender}`
    localStorage.setItem(key, '{')
    expect(keptEnvelopes(bidding)).toEqual([])
    localStorage.setItem(key, JSON.stringify([{ price: 5 }, envelope]))
    expect(keptEnvelopes(bidding)).toEqual([envelope])
  })

  it('that cannot be kept are told', async () => {
    const full = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
    vi.stubGlobal('localStorage', { getItem: () => null, setItem: full, clear: () => undefined })
    expect(keepEnvelope(await seal(bidding, 5, NOW))).toBe(false)
    vi.stubGlobal('localStorage', { getItem: full, setItem: () => undefined, clear: full })
    expect(keepEnvelope(await seal(bidding, 5, NOW))).toBe(false)
    vi.unstubAllGlobals()
  })
})
