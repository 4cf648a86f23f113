import { beforeEach, describe, expect, it, vi } from 'vitest'

const load = () => import('./exchangeClock')
let clock: Awaited<ReturnType<typeof load>>

const AT = Date.parse('2026-03-01T04:00:00Z')
const date = (ms: number) => new Date(ms).toUTCString()

beforeEach(async () => {
  vi.resetModules()
  clock = await load()
})

describe('the clock of the exchange', () => {
  it('is the browser’s for as long as that may be right', () => {
    clock.heardAt(date(AT), AT + 400, AT + 700)
    expect(clock.aheadMs.value).toBe(0)
    clock.heardAt(null, AT, AT + 100)
    clock.heardAt('yesterday', AT, AT + 100)
    expect(clock.aheadMs.value).toBe(0)
  })

  it('is followed where the browser’s is wrong, closer with each answer', () => {
    const ahead = 90_000
    clock.heardAt(date(AT + ahead), AT, AT + 200)
    expect(Math.abs(clock.aheadMs.value - ahead)).toBeLessThan(1_000)
    for (let at = AT; at < AT + 20_000; at += 1_370) {
      clock.heardAt(date(at + ahead), at - 20, at + 20)
    }
    expect(Math.abs(clock.aheadMs.value - ahead)).toBeLessThan(200)
  })

  it('is asked anew when a clock was set', () => {
    clock.heardAt(date(AT + 90_000), AT, AT + 200)
    clock.heardAt(date(AT - 60_000), AT + 1_000, AT + 1_200)
    expect(Math.abs(clock.aheadMs.value + 61_000)).toBeLessThan(1_500)
    clock.heardAt(date(AT + 5_000), AT + 5_100, AT + 5_300)
    expect(clock.aheadMs.value).toBe(0)
  })
})
