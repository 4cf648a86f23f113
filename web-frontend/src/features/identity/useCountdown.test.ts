import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope } from 'vue'
import { useCountdown } from './useCountdown'

beforeEach(() => {
  vi.useFakeTimers({ now: 0 })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('countdown', () => {
  it('counts down to zero and stops', () => {
    const scope = effectScope()
    scope.run(() => {
      const countdown = useCountdown()
      countdown.start(61)
      expect(countdown.text.value).toBe('1:01')
      vi.advanceTimersByTime(2_000)
      expect(countdown.text.value).toBe('0:59')
      vi.advanceTimersByTime(60_000)
      expect(countdown.seconds.value).toBe(0)
      expect(vi.getTimerCount()).toBe(0)
    })
    scope.stop()
  })

  it('leaves no timer behind', () => {
    const scope = effectScope()
    scope.run(() => useCountdown().start(10))
    scope.stop()
    expect(vi.getTimerCount()).toBe(0)
  })
})
