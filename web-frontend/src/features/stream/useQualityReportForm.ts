import type { Ref } from 'vue'
import type { Basis, NewQualityReport } from '@/api/model'
import type { Problem } from '@/api/problem'
import { dayOf } from '@/lib/dates'
import { needed, useForm } from '@/ui/useForm'

/** One line of the form: what was found for a parameter, with one end where there is one value. */
export interface ValueRow {
  parameter: string
  basis: Basis
  min: number | undefined
  max: number | undefined
}

export const ROWS_MAX = 50

export const emptyRow = (): ValueRow => ({
  parameter: '',
  basis: 'none',
  min: undefined,
  max: undefined,
})

/** A message key for what keeps the values from being sent, if anything does. */
export function valuesFault(rows: ValueRow[]): string | undefined {
  if (!rows.length || rows.some((row) => !row.parameter || row.min === undefined)) {
    return 'fault.values'
  }
  if (new Set(rows.map((row) => row.parameter)).size < rows.length) return 'fault.value-repeated'
  const reversed = rows.some((row) => row.max !== undefined && Number(row.min) > row.max)
  return reversed ? 'fault.value-reversed' : undefined
}

function startOf(today: string) {
  return {
    laboratory: '',
    reportNumber: '',
    method: '',
    sampledOn: today,
    reportedOn: today,
    validTo: '',
    shared: true,
    note: '',
    values: [emptyRow()],
  }
}

export type QualityReportForm = ReturnType<typeof startOf>

export function draftOf(form: QualityReportForm): NewQualityReport {
  return {
    laboratory: form.laboratory.trim(),
    reportNumber: form.reportNumber.trim(),
    method: form.method.trim() || undefined,
    sampledOn: form.sampledOn,
    reportedOn: form.reportedOn,
    validTo: form.validTo || undefined,
    shared: form.shared,
    note: form.note.trim() || undefined,
    values: form.values.map(({ parameter, basis, min = 0, max = min }) => ({
      parameter,
      min,
      max,
      basis,
    })),
  }
}

/** What a laboratory's paper says, as it is typed. */
export function useQualityReportForm(problem: Ref<Problem | undefined>) {
  const today = dayOf(new Date())
  const form = useForm(
    () => startOf(today),
    {
      laboratory: needed('laboratory'),
      reportNumber: needed('reportNumber'),
      sampledOn: (f) => (f.sampledOn ? f.sampledOn > today && 'fault.future' : 'fault.required'),
      reportedOn: (f) => {
        if (!f.reportedOn) return 'fault.required'
        if (f.reportedOn > today) return 'fault.future'
        return f.reportedOn < f.sampledOn && 'fault.reported-before-sampled'
      },
      validTo: (f) => f.validTo !== '' && f.validTo < f.reportedOn && 'fault.valid-before-reported',
      values: (f) => valuesFault(f.values),
    },
    problem,
  )
  return { ...form, today, draft: () => draftOf(form.form) }
}
