import { useI18n } from 'vue-i18n'
import type { FieldFault, Problem } from '@/api/problem'
import { useProblemText } from './useProblemText'

/**
 * What the exchange says of a field: the translation of its code or of the problem that it is, else
 * the exchange's own words. These are English and name the bounds, so the page has words of its own
 * for them where it is not.
 */
export function useFaultText() {
  const { t, te } = useI18n()
  const problemTextOf = useProblemText()

  return ({ code, message }: FieldFault, problem?: Problem): string => {
    if (te(`fault.${code}`)) return t(`fault.${code}`)
    if (problem?.code === code) return problemTextOf(problem)
    return te(`constraint.${code}`) ? t(`constraint.${code}`, { message }) : message
  }
}
