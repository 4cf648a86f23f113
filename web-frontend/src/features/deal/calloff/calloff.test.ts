import { describe, expect, it } from 'vitest'
import type { CallOffMonth } from '@/api/model'
import { frameworkFaults, frameworkForm, frameworkOf } from './framework'
import { beyondKg, isBinding, nextMonth } from './states'

const month = (name: string, callOffId?: string): CallOffMonth => ({
  month: name,
  plannedKg: 100,
  leastKg: 90,
  mostKg: 110,
  callOffBy: '2027-02-25',
  limitKg: 0,
  leftKg: 0,
  callOffId,
})

describe('the terms of a framework', () => {
  it('are none until they are chosen', () => {
    const form = frameworkForm()
    expect(frameworkOf(form)).toBeUndefined()
    expect(frameworkFaults({ ...form, callOffDay: 99 })).toEqual({})
    expect(frameworkOf({ ...form, chosen: true })).toEqual({
      callOffDay: 25,
      flexibilityPct: 10,
      answerDays: 3,
    })
  })

  it('are those of the offer that is answered', () => {
    const terms = { callOffDay: 1, flexibilityPct: 0, answerDays: 14 }
    expect(frameworkOf(frameworkForm(terms))).toEqual(terms)
  })

  it.each([
    [{ callOffDay: 29 }, '.callOffDay'],
    [{ callOffDay: 1.5 }, '.callOffDay'],
    [{ flexibilityPct: 101 }, '.flexibilityPct'],
    [{ flexibilityPct: undefined }, '.flexibilityPct'],
    [{ answerDays: 0 }, '.answerDays'],
  ])('have bounds: %o', (changed, path) => {
    const form = { ...frameworkForm(), chosen: true, ...changed }
    expect(Object.keys(frameworkFaults(form))).toEqual([path])
  })
})

describe('what leaves', () => {
  const held = { ...month('2027-03', 'c1'), limitKg: 105, leftKg: 100 }

  it.each([
    [held, 0, 0],
    [held, 5, 0],
    [held, 6, 1],
    [{ ...held, leftKg: 110 }, 0, 5],
    [month('2027-04'), 30, 30],
    [undefined, 30, 30],
  ])('in %o with %i more goes beyond by %i', (at, moreKg, beyond) => {
    expect(beyondKg(at, moreKg)).toBe(beyond)
  })
})

describe('a call-off', () => {
  it.each([
    [90, '2027-02-25', true],
    [110, '2027-02-01', true],
    [89, '2027-02-25', false],
    [111, '2027-02-25', false],
    [100, '2027-02-26', false],
  ])('of %i on %s binds the seller: %s', (kg, today, binds) => {
    expect(isBinding(month('2027-03'), kg, today)).toBe(binds)
  })

  it('is proposed for the first month ahead that nothing takes', () => {
    const months = [month('2027-02'), month('2027-03', 'c1'), month('2027-04'), month('2027-05')]
    expect(nextMonth(months, '2027-02-10')?.month).toBe('2027-04')
  })

  it('is proposed late where no month ahead is left', () => {
    expect(nextMonth([month('2027-02'), month('2027-03', 'c1')], '2027-02-10')?.month).toBe(
      '2027-02',
    )
    expect(nextMonth([month('2027-03', 'c1')], '2027-02-10')).toBeUndefined()
  })
})
