import type { CallOffMonth, CallOffStatus } from '@/api/model'

type Tone = 'good' | 'info' | 'plain' | 'bad' | 'warn'

export const CALL_OFF_TONES: Record<CallOffStatus, Tone> = {
  called: 'info',
  requested: 'warn',
  accepted: 'good',
  declined: 'bad',
  withdrawn: 'plain',
  lapsed: 'plain',
}

/** Whether the seller has bound itself to so much of the month on that day. */
export const isBinding = (month: CallOffMonth, kg: number, today: string): boolean =>
  today <= month.callOffBy && kg >= month.leastKg && kg <= month.mostKg

/**
 * How much of what left in the month, and of `moreKg` that is to leave, goes beyond the call-off that
 * holds and the tolerance; nothing holds of a month that is not there.
 */
export const beyondKg = (month: CallOffMonth | undefined, moreKg = 0): number =>
  Math.max(0, (month?.leftKg ?? 0) + moreKg - (month?.limitKg ?? 0))

/** The months that can be called off: those of the plan that nothing takes. */
export const openMonths = (months: CallOffMonth[]): CallOffMonth[] =>
  months.filter(({ callOffId }) => callOffId === undefined)

/** The one that is called off next: the first open one that has not begun, or the last open one. */
export function nextMonth(months: CallOffMonth[], today: string): CallOffMonth | undefined {
  const open = openMonths(months)
  return open.find(({ month }) => month > today.slice(0, 7)) ?? open.at(-1)
}
