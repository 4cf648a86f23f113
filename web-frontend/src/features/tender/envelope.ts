/**
 * A sealed bid. The exchange is told a commitment only: a hash of the price and of a random number
 * that is known nowhere but here. Both are sent when the bid is opened, and whoever has them can
 * compute the commitment again. Whoever loses them cannot open the bid, and nobody else can.
 */
export interface Envelope {
  tender: string
  organisation: string
  /** Yuan per tonne as `priceText` writes it. */
  price: string
  /** 32 random bytes as 64 lowercase hexadecimal digits. */
  nonce: string
  /** SHA-256 of what `sealedText` writes, as 64 lowercase hexadecimal digits. */
  commitment: string
  /** An ISO instant. */
  savedAt: string
}

/** Whose bid on what. */
export type Bidding = Pick<Envelope, 'tender' | 'organisation'>

/** Why a file is not the envelope of a bid. */
export type EnvelopeFault = 'unreadable' | 'other-tender' | 'other-organisation' | 'altered'

/** A bid stays within this many yuan per tonne either way. */
export const BID_YUAN_MAX = 100_000

const NONCE_BYTES = 32
const PREFIX = 'wufei-bid/1'
/** How far a price of two decimals in binary may lie from whole fen. */
const FEN_TOLERANCE = 1e-4
const HEX_64 = /^[0-9a-f]{64}$/
const PRICE = /^-?(?:0|[1-9]\d*)\.\d\d$/

/** A browser hashes only on pages that came over a safe connection. */
export const canSeal = (): boolean => crypto.subtle !== undefined

/** A price with exactly two decimals, as it is hashed: no sign on zero, no exponent. */
export function priceText(yuanPerT: number): string {
  const fen = Math.round(yuanPerT * 100)
  if (!(Math.abs(yuanPerT) <= BID_YUAN_MAX) || Math.abs(yuanPerT * 100 - fen) > FEN_TOLERANCE) {
    throw new RangeError(`no price of two decimals: ${yuanPerT}`)
  }
  const whole = Math.trunc(Math.abs(fen) / 100)
  const rest = String(Math.abs(fen) % 100).padStart(2, '0')
  return `${fen < 0 ? '-' : ''}${whole}.${rest}`
}

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

export function newNonce(): string {
  return hex(crypto.getRandomValues(new Uint8Array(NONCE_BYTES)))
}

/** What a commitment is the hash of. */
export function sealedText(bidding: Bidding, price: string, nonce: string): string {
  return [PREFIX, bidding.tender, bidding.organisation, price, nonce].join('\n')
}

export async function commitmentOf(
  bidding: Bidding,
  price: string,
  nonce: string,
): Promise<string> {
  const bytes = new TextEncoder().encode(sealedText(bidding, price, nonce))
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
}

export async function seal(
  { tender, organisation }: Bidding,
  yuanPerT: number,
  now: Date,
): Promise<Envelope> {
  const price = priceText(yuanPerT)
  const nonce = newNonce()
  const commitment = await commitmentOf({ tender, organisation }, price, nonce)
  return { tender, organisation, price, nonce, commitment, savedAt: now.toISOString() }
}

/** Whether price and nonce of an opened bid are what its bidder committed himself to. */
export async function isOpenedTruly(
  bidding: Bidding,
  opened: { priceYuanPerT: number; nonce: string; commitment: string },
): Promise<boolean> {
  try {
    const price = priceText(opened.priceYuanPerT)
    return (await commitmentOf(bidding, price, opened.nonce)) === opened.commitment
  } catch {
    return false
  }
}

export function isEnvelope(value: unknown): value is Envelope {
  if (typeof value !== 'object' || value === null) return false
  const it = value as Record<string, unknown>
  const texts = [it.tender, it.organisation, it.price, it.nonce, it.commitment, it.savedAt]
  return (
    texts.every((text) => typeof text === 'string' && text !== '') &&
    PRICE.test(String(it.price)) &&
    it.price !== '-0.00' &&
    HEX_64.test(String(it.nonce)) &&
    HEX_64.test(String(it.commitment))
  )
}

/** Reads what `envelopeText` wrote; a file that is something else, or for another bid, is a fault. */
export async function readEnvelope(
  text: string,
  bidding: Bidding,
): Promise<Envelope | EnvelopeFault> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return 'unreadable'
  }
  if (!isEnvelope(value)) return 'unreadable'
  if (value.tender !== bidding.tender) return 'other-tender'
  if (value.organisation !== bidding.organisation) return 'other-organisation'
  const computed = await commitmentOf(bidding, value.price, value.nonce)
  if (computed !== value.commitment) return 'altered'
  const { tender, organisation, price, nonce, commitment, savedAt } = value
  return { tender, organisation, price, nonce, commitment, savedAt }
}

export const envelopeText = (envelope: Envelope): string => `${JSON.stringify(envelope, null, 2)}\n`

/** Envelopes of replaced bids differ in the beginning of their commitments. */
export const envelopeName = ({ tender, commitment }: Envelope): string =>
  `wufei-bid-${tender}-${commitment.slice(0, 8)}.json`
