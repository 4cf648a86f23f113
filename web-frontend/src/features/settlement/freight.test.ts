import { describe, expect, it } from 'vitest'
import type { Statement } from '@/api/model'
import { hasFreightLines, hasFreightSum } from './freight'

const statement = (freight: object | undefined, freightFen: number, correctsId?: string) =>
  ({ terms: { freight }, totals: { freightFen }, correctsId }) as unknown as Statement

describe('the freight of a statement', () => {
  it.each([
    ['without terms is not shown', statement(undefined, 0), false, false],
    ['with terms is shown, even where it is nothing', statement({}, 0), true, true],
    [
      'that a correction charges is shown without terms',
      statement(undefined, -500, '1'),
      true,
      true,
    ],
    ['of a correction that charges none has no sum', statement(undefined, 0, '1'), false, true],
  ])('%s', (_, of, sum, lines) => {
    expect(hasFreightSum(of)).toBe(sum)
    expect(hasFreightLines(of)).toBe(lines)
  })
})
