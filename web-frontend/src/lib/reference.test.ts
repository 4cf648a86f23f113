import { describe, expect, it } from 'vitest'
import { referenceId } from './reference'

describe('the reference of a posting', () => {
  it.each([
    ['generation:0SAP63K6MC3EA', '0SAP63K6MC3EA'],
    ['0SAP63K6MC3EA', '0SAP63K6MC3EA'],
  ])('%s: %s', (reference, id) => {
    expect(referenceId(reference)).toBe(id)
  })
})
