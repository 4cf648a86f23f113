import { describe, expect, it } from 'vitest'
import { leftUntil, milestones, usualClosing, type Course } from './course'

const at = (iso: string) => Date.parse(iso)
const tender: Course = {
  status: 'open',
  createdAt: '2026-03-01T00:00:00Z',
  opensUntil: '2026-03-06T00:00:00Z',
  terms: { closesAt: '2026-03-05T00:00:00Z', awardDays: 5 },
}
const drawn = (it: Course, now: string) =>
  milestones(it, at(now)).map(({ key, state, covered }) => [key, state, covered])

describe('the course of a tender', () => {
  it('goes towards the closing while bids are taken', () => {
    expect(drawn(tender, '2026-03-02T00:00:00Z')).toEqual([
      ['published', 'past', 1],
      ['closing', 'next', 0.25],
      ['opening', 'later', 0],
      ['award', 'later', 0],
    ])
  })

  it('goes on to the opening, and is never past what its state says', () => {
    expect(drawn({ ...tender, status: 'opening' }, '2026-03-05T12:00:00Z')).toEqual([
      ['published', 'past', 1],
      ['closing', 'past', 1],
      ['opening', 'next', 0.5],
      ['award', 'later', 0],
    ])
    expect(drawn(tender, '2026-03-09T00:00:00Z')[1]).toEqual(['closing', 'next', 1])
  })

  it('may be awarded for so many days after the opening, or until when the exchange says', () => {
    const last = (it: Course) => milestones(it, at('2026-03-07T00:00:00Z')).at(-1)
    expect(last(tender)?.at).toBe(at('2026-03-11T00:00:00Z'))
    const early: Course = { ...tender, status: 'awarding', awardUntil: '2026-03-10T08:00:00Z' }
    expect(last(early)).toMatchObject({ state: 'next', at: at('2026-03-10T08:00:00Z') })
  })

  it('waits for nothing once it is over', () => {
    const states = milestones({ ...tender, status: 'failed' }, at('2026-03-05T00:00:01Z'))
    expect(states.map(({ state }) => state)).toEqual(['past', 'past', 'past', 'past'])
  })
})

describe('the time that is left', () => {
  it.each([
    ['2026-03-03T04:05:06Z', { days: 2, hours: 4, minutes: 5, seconds: 6 }],
    ['2026-03-01T00:00:59.001Z', { days: 0, hours: 0, minutes: 1, seconds: 0 }],
    ['2026-03-01T00:00:00.001Z', { days: 0, hours: 0, minutes: 0, seconds: 1 }],
    ['2026-03-01T00:00:00Z', undefined],
    ['2026-02-28T00:00:00Z', undefined],
    ['never', undefined],
  ])('until %s', (then, left) => {
    expect(leftUntil(at(then), at('2026-03-01T00:00:00Z'))).toEqual(left)
  })
})

describe('the usual closing', () => {
  it.each([
    ['2026-03-01T00:00:00Z', '2026-03-08T02:00:00Z'],
    ['2026-03-01T15:59:59Z', '2026-03-08T02:00:00Z'],
    ['2026-03-01T16:00:00Z', '2026-03-09T02:00:00Z'],
  ])('is at ten in the morning in China, a week after %s', (now, closing) => {
    expect(new Date(usualClosing(at(now))).toISOString()).toBe(closing.replace('Z', '.000Z'))
  })
})
