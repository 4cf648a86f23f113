/** Mass travels as whole kilograms and is shown in tonnes. */
const KG_PER_TONNE = 1000

/** The largest mass that a form accepts: ten million million kilograms stay exact in a double. */
export const MASS_KG_MAX = 10_000_000_000_000

const formats = new Map<string, Intl.NumberFormat>()

function format(locale: string, decimals: number, least = 0): Intl.NumberFormat {
  const key = `${locale}/${decimals}/${least}`
  let found = formats.get(key)
  if (!found) {
    found = new Intl.NumberFormat(locale, {
      minimumFractionDigits: least,
      maximumFractionDigits: decimals,
    })
    formats.set(key, found)
  }
  return found
}

/** Tonnes with thousands separators and at most three decimals, without the unit. */
export function tonnes(kg: number, locale: string): string {
  return format(locale, 3).format(kg / KG_PER_TONNE)
}

/** Whole kilograms with thousands separators, for the weighbridge. */
export function kilograms(kg: number, locale: string): string {
  return format(locale, 0).format(kg)
}

/** Any number with at most the given decimals. */
export function decimal(value: number, locale: string, decimals: number, least = 0): string {
  return format(locale, decimals, least).format(value)
}

const WIDE_TO_PLAIN = 0xfee0

/** The characters of a number as typed: full-width ones as plain ones, without separators. */
export function plainNumber(text: string): string {
  return text
    .replace(/[０-９．－]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - WIDE_TO_PLAIN))
    .replace(/。/g, '.')
    .replace(/[,，\s]/g, '')
}

/**
 * Reads tonnes as typed ("1,234.5") into kilograms. Undefined when nothing is typed; NaN when it is
 * no number, has more than three decimals or is out of bounds: a weight is never rounded silently.
 */
export function parseTonnes(text: string): number | undefined {
  const plain = plainNumber(text)
  if (plain === '') return undefined
  const parts = /^(-?)(?=\.?\d)(\d*)(?:\.(\d{0,3}))?$/.exec(plain)
  if (!parts) return Number.NaN
  const kg = Number(parts[2]) * KG_PER_TONNE + Number((parts[3] ?? '').padEnd(3, '0'))
  if (kg > MASS_KG_MAX) return Number.NaN
  return parts[1] && kg !== 0 ? -kg : kg
}

/** The text that [parseTonnes] reads back to the same kilograms. */
export function tonnesText(kg: number): string {
  const whole = Math.trunc(Math.abs(kg) / KG_PER_TONNE)
  const rest = String(Math.abs(kg) % KG_PER_TONNE)
    .padStart(3, '0')
    .replace(/0+$/, '')
  return `${kg < 0 ? '-' : ''}${whole}${rest ? `.${rest}` : ''}`
}

/** A part of a whole in per cent, 0 when the whole is empty. */
export function percentOf(part: number, whole: number): number {
  return whole > 0 ? Math.min(100, Math.max(0, (part / whole) * 100)) : 0
}
