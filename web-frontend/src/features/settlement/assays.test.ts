import { describe, expect, it } from 'vitest'
import type { Agreement, AssayBatch, QualityAdjustment } from '@/api/model'
import { movedPrice, movesWithMoisture, resultFaults, resultRows } from './assays'

const moved = (parameter: string): QualityAdjustment => ({
  parameter,
  basis: 'none',
  guaranteed: 1,
  bands: [{ yuanPerTPerUnit: 1 }],
})

describe('what an assay must measure', () => {
  it('is what moves the price, moisture in its own field', () => {
    const adjustments = [moved('tfe'), moved('moisture'), moved('cao')]
    expect(resultRows(adjustments).map(({ parameter }) => parameter)).toEqual(['tfe', 'cao'])
    expect(movesWithMoisture(adjustments)).toBe(true)
    expect(movesWithMoisture([moved('tfe')])).toBe(false)
  })

  it('is nothing where the price does not move', () => {
    expect(resultRows([])).toEqual([])
    expect(resultFaults([])).toEqual({})
  })

  it('is missing where no value stands, and zero is one', () => {
    const rows = [
      { parameter: 'tfe', measured: 0 },
      { parameter: 'cao', measured: undefined },
    ]
    expect(resultFaults(rows)).toEqual({ '[1].measured': 'fault.required' })
  })
})

describe('the price that an assay sets', () => {
  const assay = { agreementId: 'a', priceYuanPerT: 78 } as AssayBatch
  const agreed = (priceYuanPerT: number) => [{ id: 'a', priceYuanPerT }] as Agreement[]

  it.each([
    ['another than agreed', agreed(80), 78],
    ['as agreed', agreed(78), undefined],
    ['of an agreement that was not read yet', [], undefined],
  ])('is worth a word: %s', (_, agreements, price) => {
    expect(movedPrice(assay, agreements)).toBe(price)
  })
})
