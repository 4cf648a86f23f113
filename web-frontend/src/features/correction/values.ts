import type { CorrectionKind, CorrectionValues } from '@/api/model'

export type Field = keyof CorrectionValues

/** Something recorded that can be corrected or voided. */
export interface Correctable {
  kind: CorrectionKind
  subjectId: string
  values: CorrectionValues
  /** It has no value that could be another. */
  onlyVoid?: boolean
}

const FIELDS: Record<CorrectionKind, Field[]> = {
  'stream-entry': ['quantityKg'],
  'stock-take': ['countedKg'],
  processing: [],
  dispatch: ['plate', 'manifestNumber', 'ticketNumber', 'grossKg', 'tareKg'],
  receipt: ['ticketNumber', 'grossKg', 'tareKg', 'rejectedKg', 'deductionKg'],
  refusal: [],
  'use-report': ['consumedKg', 'declaredClosingKg'],
}

export const fieldsOf = (kind: CorrectionKind): Field[] => FIELDS[kind]

export const isMass = (field: string): boolean => field.endsWith('Kg')

/** What was typed and differs from what is recorded; nothing when all is as it was. */
export function changed(before: CorrectionValues, after: CorrectionValues): CorrectionValues {
  const entries = Object.entries(after).filter(
    ([field, value]) => value !== undefined && value !== '' && value !== before[field as Field],
  )
  return Object.fromEntries(entries)
}
