import { decimal, plainNumber } from './mass'

/** Prices per tonne stay within this many yuan either way; below zero the producer pays. */
export const PRICE_YUAN_MAX = 1_000_000

/** Yuan per tonne with two decimals, without the unit. */
export function yuanPerTonne(price: number, locale: string): string {
  return decimal(price, locale, 2, 2)
}

/** By how much a price per tonne changes, with its sign and two to four decimals. */
export function priceChange(yuanPerT: number, locale: string): string {
  return `${yuanPerT > 0 ? '+' : ''}${decimal(yuanPerT, locale, 4, 2)}`
}

/**
 * Reads a decimal as typed. Undefined when nothing is typed; NaN when it is no number or has too
 * many decimals.
 */
export function parseDecimal(text: string, decimals: number): number | undefined {
  const plain = plainNumber(text)
  if (plain === '') return undefined
  const parts = /^-?(?=\.?\d)\d*(?:\.(\d*))?$/.exec(plain)
  if (!parts || (parts[1] ?? '').length > decimals) return Number.NaN
  const value = Number(plain)
  return Object.is(value, -0) ? 0 : value
}

/** Who pays at this price: nobody at zero and while it is no number, the seller below zero. */
export function payer(price: number): 'buyer' | 'seller' | 'nobody' {
  if (price < 0) return 'seller'
  return price > 0 ? 'buyer' : 'nobody'
}

/** What a tonne costs at the gate of the buyer, rounded to the fen. */
export function delivered(price: number, freight: number): number {
  return Math.round((price + freight) * 100) / 100
}

/** Whole fen as yuan with two decimals, without the unit. */
export function yuanOf(fen: number, locale: string): string {
  return decimal(fen / 100, locale, 2, 2)
}

/** Yuan with at most two decimals as whole fen. */
export function fenOf(yuan: number): number {
  return Math.round(yuan * 100)
}
