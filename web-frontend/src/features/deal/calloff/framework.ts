import type { Framework } from '@/api/model'

/** The terms of a framework as they stand in a form; they count only where it is one. */
export interface FrameworkForm {
  chosen: boolean
  callOffDay: number | undefined
  flexibilityPct: number | undefined
  answerDays: number | undefined
}

/** What is usual, for a framework that begins. */
const USUAL: Framework = { callOffDay: 25, flexibilityPct: 10, answerDays: 3 }

export const frameworkForm = (framework?: Framework): FrameworkForm => ({
  chosen: framework !== undefined,
  ...(framework ?? USUAL),
})

const within = (value: number | undefined, from: number, to: number) =>
  value !== undefined && Number.isInteger(value) && value >= from && value <= to

/** Faults by the place of the field in the form. */
export function frameworkFaults(form: FrameworkForm): Record<string, string> {
  if (!form.chosen) return {}
  return {
    ...(!within(form.callOffDay, 1, 28) && { '.callOffDay': 'fault.callOffDay' }),
    ...(!within(form.flexibilityPct, 0, 100) && { '.flexibilityPct': 'fault.flexibility' }),
    ...(!within(form.answerDays, 1, 14) && { '.answerDays': 'fault.answerDays' }),
  }
}

/** What is sent: nothing where it is no framework. */
export function frameworkOf(form: FrameworkForm): Framework | undefined {
  const { chosen, callOffDay, flexibilityPct, answerDays } = form
  if (!chosen) return undefined
  return {
    callOffDay: callOffDay ?? USUAL.callOffDay,
    flexibilityPct: flexibilityPct ?? USUAL.flexibilityPct,
    answerDays: answerDays ?? USUAL.answerDays,
  }
}

export const frameworkText = (
  t: (key: string, facts: Record<string, unknown>) => string,
  { callOffDay, flexibilityPct, answerDays }: Framework,
) => t('callOff.terms', { day: callOffDay, flexibility: flexibilityPct, answer: answerDays })
