import { describe, expect, it } from 'vitest'
import { endsOf, onOneAxis } from './axis'

describe('endsOf', () => {
  it.each([
    ['85..90 none', { min: 85, max: 90 }],
    ['-5..2.5 dry', { min: -5, max: 2.5 }],
    ['<= 12 wet', { max: 12 }],
    ['>= 40 as-received', { min: 40 }],
    ['1970-01-02..1970-01-11', { min: 1, max: 10 }],
  ])('reads %s', (text, ends) => {
    expect(endsOf(text)).toEqual(ends)
  })

  it('knows no ends of what is no range', () => {
    expect(endsOf(undefined)).toBeUndefined()
    expect(endsOf('wet')).toBeUndefined()
  })
})

describe('onOneAxis', () => {
  it('leaves a margin at both edges and runs an open end to the edge', () => {
    const { need, have } = onOneAxis({ max: 10 }, { min: 0, max: 20 })

    expect(need).toEqual({ from: 0, to: 50, openBelow: true, openAbove: false })
    expect(have?.from).toBeGreaterThan(0)
    expect(have?.to).toBeLessThan(100)
  })

  it('has room for a single value', () => {
    const { need } = onOneAxis({ min: 0, max: 0 }, undefined)

    expect(need.from).toBe(need.to)
    expect(Number.isFinite(need.from)).toBe(true)
  })
})
