import { describe, expect, it } from 'vitest'
import type { AgreementMoney } from '@/api/model'
import { beyondPrepaidKg } from './pickup'

const money = (pickupLimited: boolean, remainingKg?: number) =>
  ({
    pickupLimited,
    coverage: remainingKg === undefined ? undefined : { remainingFen: 0, remainingKg, beyond: [] },
  }) as unknown as AgreementMoney

describe('a load beyond the prepayment', () => {
  it.each([
    ['all of it, once the prepayment is used up', money(true, 0), 30_000, 30_000],
    ['a part', money(true, 20_000), 30_000, 10_000],
    ['nothing, covered to the kilogram', money(true, 30_000), 30_000, 0],
    ['nothing, where pickup is not tied to it', money(false, 0), 30_000, 0],
    ['nothing, where a tonne costs the buyer nothing', money(true), 30_000, 0],
  ])('is %s', (_, of, netKg, beyondKg) => {
    expect(beyondPrepaidKg(of, netKg)).toBe(beyondKg)
  })
})
