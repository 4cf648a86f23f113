import { isEnvelope, type Bidding, type Envelope } from './envelope'

/**
 * Envelopes kept in this browser, by organisation and tender. All of a tender are kept, not only the
 * newest: when a new bid does not reach the exchange, the one before it still counts.
 */
const PREFIX = 'wufei.envelopes'

const keyOf = ({ organisation, tender }: Bidding) => `${PREFIX}.${organisation}.${tender}`

/** Newest first; none where the browser keeps nothing for the page. */
export function keptEnvelopes(bidding: Bidding): Envelope[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(bidding)) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isEnvelope) : []
  } catch {
    return []
  }
}

/** The envelope of the bid that the exchange has, if this browser has it. */
export function keptEnvelope(bidding: Bidding, commitment: string): Envelope | undefined {
  return keptEnvelopes(bidding).find((it) => it.commitment === commitment)
}

/** Whether the envelope is kept: a browser may have no room, or keep nothing by its settings. */
export function keepEnvelope(envelope: Envelope): boolean {
  const others = keptEnvelopes(envelope).filter((it) => it.commitment !== envelope.commitment)
  try {
    localStorage.setItem(keyOf(envelope), JSON.stringify([envelope, ...others]))
  } catch {
    return false
  }
  return keptEnvelope(envelope, envelope.commitment) !== undefined
}
