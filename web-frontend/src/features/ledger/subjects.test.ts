import { describe, expect, it } from 'vitest'
import { subjectOf } from './subjects'

describe('the subject of a line', () => {
  it.each([
    ['load-received', 'load'],
    ['lot-published', 'lot'],
    ['agreement-reserved', 'agreement'],
    ['use-reported', 'use-report'],
    ['statement-agreed', 'statement'],
    ['payment-confirmed', 'payment'],
    ['deposit-lodged', 'deposit'],
    ['deposit-offset', 'deposit'],
    ['generation', undefined],
    ['stock-take', undefined],
  ])('of %s is %s', (kind, subject) => {
    expect(subjectOf({ kind, reversal: false })).toBe(subject)
  })

  it('of a reversal is the load whose number it has', () => {
    expect(subjectOf({ kind: 'reversal', reversal: true, subjectNumber: 'L-1' })).toBe('load')
    expect(subjectOf({ kind: 'reversal', reversal: true })).toBeUndefined()
  })
})
