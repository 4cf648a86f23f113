import { describe, expect, it } from 'vitest'
import {
  emptyLine,
  linesFault,
  processingBalance,
  processingOf,
  type ProcessingForm,
} from './processing'

const line = (streamId: string, quantityKg?: number) => ({ streamId, name: '', quantityKg })
const product = (name: string, quantityKg?: number) => ({ streamId: '', name, quantityKg })

function form(changed: Partial<ProcessingForm> = {}): ProcessingForm {
  return {
    occurredOn: '2026-11-01',
    inputs: [line('slag', 100_000)],
    outputs: [line('tail', 82_000)],
    products: [product(' iron ', 15_000)],
    method: 'belt-scale',
    note: ' ',
    ...changed,
  }
}

describe('processing', () => {
  it('shows what is lost', () => {
    expect(processingBalance(form())).toEqual({
      inKg: 100_000,
      outputKg: 82_000,
      productKg: 15_000,
      differenceKg: 3_000,
    })
  })

  it('shows what is added, and nothing for a line that is not filled', () => {
    const more = form({ outputs: [line('tail', 90_000), line('fine'), emptyLine()] })
    expect(processingBalance(more).differenceKg).toBe(-5_000)
  })

  it('names what keeps it from being sent', () => {
    expect(linesFault(form())).toBeUndefined()
    expect(linesFault(form({ outputs: [line('tail')] }))).toBe('fault.lines')
    expect(linesFault(form({ products: [product(' ', 5)] }))).toBe('fault.lines')
    expect(linesFault(form({ outputs: [], products: [] }))).toBe('fault.sides')
    expect(linesFault(form({ inputs: [] }))).toBe('fault.sides')
    expect(linesFault(form({ outputs: [line('slag', 5)] }))).toBe('fault.streamTwice')
  })

  it('is sent in kilograms without blanks', () => {
    expect(processingOf(form())).toEqual({
      occurredOn: '2026-11-01',
      inputs: [{ streamId: 'slag', quantityKg: 100_000 }],
      outputs: [{ streamId: 'tail', quantityKg: 82_000 }],
      products: [{ name: 'iron', quantityKg: 15_000 }],
      method: 'belt-scale',
      note: undefined,
    })
  })
})
