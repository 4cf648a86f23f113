/** What single cells of a weighbridge's file say. Full-width characters count as plain ones. */

export type WeightUnit = 'kg' | 't'

const KG_DECIMALS: Record<WeightUnit, number> = { kg: 0, t: 3 }
const PERCENT_DECIMALS = 2
const CHINA_HOURS_AHEAD = 8
const MINUTE_MS = 60_000

/** A number whose commas, if any, stand between thousands: `48,9` is no number. */
const NUMBER = /^(-?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/

const DAY = String.raw`(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})`
const HOUR = String.raw`(\d{1,2})[:时](\d{1,2})(?:[:分](\d{1,2}))?(?:\.\d+)?[分秒]?`
const AHEAD = String.raw`(Z|[+-](?:0\d|1[0-4]):?[0-5]\d)`
const TIME = new RegExp(`^${DAY}(?:日 ?|[T ])${HOUR}(?: ?${AHEAD})?$`, 'i')

/** The text without what weighbridge programs put around it. */
export function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim()
}

/** Load numbers and plates as they are compared: `鲁S·d9001` is `鲁SD9001`. */
export function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s·•∙・.]/g, '')
}

type Decimal = number | 'unreadable' | 'too-fine'

/** A decimal as a whole number of its smallest part. Nothing is rounded. */
function scaled(text: string, decimals: number): Decimal {
  const parts = NUMBER.exec(plain(text))
  if (!parts) return 'unreadable'
  const rest = (parts[3] ?? '').replace(/0+$/, '')
  if (rest.length > decimals) return 'too-fine'
  const value = Number(`${(parts[2] ?? '').replaceAll(',', '')}${rest.padEnd(decimals, '0')}`)
  if (!Number.isSafeInteger(value)) return 'unreadable'
  return parts[1] && value !== 0 ? -value : value
}

/** A weight in whole kilograms. */
export function kilogramsIn(text: string, unit: WeightUnit): Decimal {
  return scaled(text, KG_DECIMALS[unit])
}

/** A percentage with at most two decimals, with or without its sign. */
export function percentIn(text: string): Decimal {
  const value = scaled(plain(text).replace(/ ?%$/, ''), PERCENT_DECIMALS)
  return typeof value === 'number' ? value / 10 ** PERCENT_DECIMALS : value
}

function minutesAhead(zone: string | undefined): number {
  if (zone === undefined) return CHINA_HOURS_AHEAD * 60
  if (zone.toUpperCase() === 'Z') return 0
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2))
  return zone.startsWith('-') ? -minutes : minutes
}

/**
 * A day and a time as an ISO instant; China Standard Time when no zone is named. Undefined when it
 * is none, such as the 30th of February or a day alone.
 */
export function instantIn(text: string): string | undefined {
  const parts = TIME.exec(plain(text))
  if (!parts) return undefined
  const [year, month, day, hour, minute, second] = parts
    .slice(1, 7)
    .map((part) => Number(part ?? 0)) as [number, number, number, number, number, number]
  const local = new Date(Date.UTC(year, month - 1, day, hour, minute, second))
  const same =
    local.getUTCMonth() === month - 1 &&
    local.getUTCDate() === day &&
    local.getUTCHours() === hour &&
    local.getUTCMinutes() === minute &&
    local.getUTCSeconds() === second
  if (!same) return undefined
  return new Date(local.getTime() - minutesAhead(parts[7]) * MINUTE_MS).toISOString()
}
