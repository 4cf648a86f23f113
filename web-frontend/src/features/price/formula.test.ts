import { describe, expect, it } from 'vitest'
import { completeFormula, formulaFaults, formulaForm } from './formula'

const indexed = { index: 'slag', coefficient: 0.85, plusYuanPerT: -12 }

describe('a price by formula', () => {
  it('is none while it says nothing', () => {
    expect(completeFormula(formulaForm())).toBeUndefined()
    expect(formulaFaults(formulaForm())).toEqual({})
  })

  it('comes back as it was agreed', () => {
    const formula = { index: indexed, tonne: 'dry' as const, loadingFeeYuanPerT: 2.5 }
    expect(completeFormula(formulaForm(formula))).toEqual(formula)
  })

  it('says where it is not complete, as the exchange would', () => {
    const form = { ...formulaForm(), base: 'index' as const, coefficient: 0 }
    expect(formulaFaults({ ...form, loadingFeeYuanPerT: Number.NaN })).toEqual({
      '.index.index': 'fault.required',
      '.index.coefficient': 'fault.positive',
      '.loadingFeeYuanPerT': 'fault.positive',
    })
    expect(completeFormula(form)).toBeUndefined()
  })

  it('has its floor below its ceiling', () => {
    const form = formulaForm({ index: { ...indexed, floorYuanPerT: 90, ceilingYuanPerT: 80 } })
    expect(formulaFaults(form)).toEqual({ '.index.floorYuanPerT': 'fault.floor-above-ceiling' })
  })

  it('forgets the index when the price is a figure again', () => {
    const form = { ...formulaForm({ index: indexed, tonne: 'dry' }), base: 'fixed' as const }
    expect(completeFormula(form)).toEqual({ tonne: 'dry' })
  })
})
