/** All dates and times of the exchange are read and written in this zone. */
export const ZONE = 'Asia/Shanghai'

const OFFSET = '+08:00'
const OFFSET_MS = 8 * 3_600_000

const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

function fields(instant: Date): Record<string, string> {
  return Object.fromEntries(parts.formatToParts(instant).map((part) => [part.type, part.value]))
}

/** The calendar day of an instant, `YYYY-MM-DD`. */
export function dayOf(instant: Date): string {
  const { year, month, day } = fields(instant)
  return `${year}-${month}-${day}`
}

/** The calendar month of an instant, `YYYY-MM`. */
export function monthOf(instant: Date): string {
  return dayOf(instant).slice(0, 7)
}

/** An ISO instant as `YYYY-MM-DD HH:mm` in the zone of the exchange. */
export function dateTime(iso: string): string {
  const instant = new Date(iso)
  if (Number.isNaN(instant.getTime())) return iso
  const { year, month, day, hour, minute } = fields(instant)
  return `${year}-${month}-${day} ${hour}:${minute}`
}

/**
 * A moment for a time axis that is read as UTC (`useUTC`): it then shows the clock of the exchange,
 * wherever the browser stands.
 *
 * @param at in milliseconds, as the result is
 */
export function onClock(at: number): number {
  return at + OFFSET_MS
}

/** An instant as the value of a `datetime-local` field. */
export function toLocalField(instant: Date): string {
  return dateTime(instant.toISOString()).replace(' ', 'T')
}

/** The value of a `datetime-local` field as an ISO instant in UTC. */
export function fromLocalField(value: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(value)) return undefined
  const instant = new Date(`${value.slice(0, 16)}:00${OFFSET}`)
  return Number.isNaN(instant.getTime()) ? undefined : instant.toISOString()
}

export function isDay(value: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(value)
}

export function isMonth(value: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(value)
}

/** The name of a calendar month, 1 to 12, as the language abbreviates it. */
export function monthName(month: number, locale: string): string {
  const day = new Date(Date.UTC(2026, month - 1, 1))
  return new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' }).format(day)
}

/** A day moved by whole days. */
export function plusDays(day: string, days: number): string {
  const moved = new Date(`${day}T00:00:00Z`)
  moved.setUTCDate(moved.getUTCDate() + days)
  return moved.toISOString().slice(0, 10)
}

/** A month moved by whole months. */
export function plusMonths(month: string, months: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}

/** The last day of a month. */
export function lastDayOf(month: string): string {
  return plusDays(`${plusMonths(month, 1)}-01`, -1)
}

/** Whole days from one day to another, negative when the other lies before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}
