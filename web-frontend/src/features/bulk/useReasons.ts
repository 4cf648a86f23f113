import { useI18n } from 'vue-i18n'
import { Problem } from '@/api/problem'
import { useFaultText } from '@/ui/useFaultText'
import type { ImportLine, LineFault } from '@/api/model'
import { useKinds } from './useKinds'

export interface Reason {
  /** The column as the file names it, else as the page does; empty when it is the whole line. */
  column: string
  text: string
}

/** Why lines were not imported, in the reader's language. */
export function useReasons() {
  const { t, te } = useI18n()
  const faultText = useFaultText()
  const { columnName } = useKinds()

  /** A refusal of the exchange is said with its facts; else it is one of a field. */
  function textOf({ column, code, message, facts }: LineFault): string {
    if (te(`bulk.fault.${code}`)) return t(`bulk.fault.${code}`)
    const isRefusal = te(`problem.${code}`) || te(`problem.${code}-plain`)
    const problem = isRefusal
      ? new Problem({ status: 422, code, detail: message, facts })
      : undefined
    return faultText({ path: column, code, message }, problem)
  }

  return ({ kind, faults }: ImportLine): Reason[] =>
    faults.map((fault) => ({
      column: fault.header || (fault.column && columnName(kind, fault.column)),
      text: textOf(fault),
    }))
}
