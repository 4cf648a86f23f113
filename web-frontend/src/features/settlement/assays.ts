import type { Agreement, AssayBatch, QualityAdjustment } from '@/api/model'

/** What a laboratory found for a parameter on which the price depends, as it is typed. */
export interface ResultRow {
  parameter: string
  measured: number | undefined
}

/** It has its own field: it may also be deducted. */
const MOISTURE = 'moisture'

export const movesWithMoisture = (adjustments: QualityAdjustment[]) =>
  adjustments.some(({ parameter }) => parameter === MOISTURE)

/** One row for each parameter that moves the price of an agreement and has no field of its own. */
export const resultRows = (adjustments: QualityAdjustment[]): ResultRow[] =>
  adjustments
    .filter(({ parameter }) => parameter !== MOISTURE)
    .map(({ parameter }) => ({ parameter, measured: undefined }))

/** The keys of messages for the rows that have no value yet, by their places. */
export const resultFaults = (rows: ResultRow[]): Record<string, string> =>
  Object.fromEntries(
    rows.flatMap(({ measured }, index) =>
      measured === undefined ? [[`[${index}].measured`, 'fault.required']] : [],
    ),
  )

/** The price that an assay sets, where it is another than its agreement's. */
export function movedPrice(assay: AssayBatch, agreements: Agreement[]): number | undefined {
  const agreement = agreements.find(({ id }) => id === assay.agreementId)
  const moved = agreement !== undefined && agreement.priceYuanPerT !== assay.priceYuanPerT
  return moved ? assay.priceYuanPerT : undefined
}
