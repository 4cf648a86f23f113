import type { LedgerCourse, LedgerKind, LedgerUnit } from '@/api/model'
import { decimal, tonnes } from '@/lib/mass'

const FEN_PER_YUAN = 100

/** An amount of a unit without its name: tonnes of mass and of promises, yuan of money. */
export function amountText(unit: LedgerUnit, amount: number, locale: string): string {
  return unit === 'money-fen'
    ? decimal(amount / FEN_PER_YUAN, locale, 2, 2)
    : tonnes(amount, locale)
}

/** The same with its sign, for what came in and what went out. */
export function changeText(unit: LedgerUnit, change: number, locale: string): string {
  return `${change > 0 ? '+' : ''}${amountText(unit, change, locale)}`
}

/** The units in the order in which the ledger page tells of them. */
const UNITS: LedgerUnit[] = ['mass-kg', 'commitment-kg', 'money-fen']

export interface UnitKinds {
  unit: LedgerUnit
  kinds: LedgerKind[]
}

export function byUnit(kinds: LedgerKind[]): UnitKinds[] {
  return UNITS.map((unit) => ({ unit, kinds: kinds.filter((kind) => kind.unit === unit) })).filter(
    (group) => group.kinds.length > 0,
  )
}

/** What an account held from the first day to the last: a balance stays until something moves. */
export function coursePoints(course: LedgerCourse): [string, number][] {
  const points: [string, number][] = []
  if (course.days[0]?.on !== course.from) points.push([course.from, course.opening])
  for (const day of course.days) points.push([day.on, day.held])
  const last = points.at(-1)
  if (last && last[0] < course.to) points.push([course.to, last[1]])
  return points
}
