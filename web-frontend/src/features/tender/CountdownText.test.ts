import { mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createI18n } from 'vue-i18n'
import { aheadMs } from '@/api/exchangeClock'
import english from '@/locales/en.json'
import CountdownText from './CountdownText.vue'

const NOW = Date.parse('2026-03-01T00:00:00Z')
let made: VueWrapper | undefined

beforeEach(() => {
  vi.useFakeTimers({ now: NOW })
  aheadMs.value = 0
})
afterEach(() => {
  made?.unmount()
  aheadMs.value = 0
  vi.useRealTimers()
})

function counting(until: string) {
  const i18n = createI18n({ legacy: false, locale: 'en', messages: { en: english } })
  const it = mount(CountdownText, {
    props: { until, overText: 'time is up' },
    global: { plugins: [i18n] },
  })
  made = it
  const shown = () => it.get('[aria-hidden]').text()
  const spoken = () => it.get('[role=timer]')
  const pass = async (ms: number) => {
    vi.advanceTimersByTime(ms)
    await it.vm.$nextTick()
  }
  return { it, shown, spoken, pass }
}

describe('a countdown', () => {
  it('counts seconds in its last hour, and says minutes only', async () => {
    const { shown, spoken, pass } = counting('2026-03-01T00:10:05Z')
    expect(shown()).toBe('10 min 05 s')
    expect(spoken().text()).toBe('10 min')
    await pass(5_000)
    expect(shown()).toBe('10 min 00 s')
    expect(spoken().text()).toBe('10 min')
    await pass(1_000)
    expect(spoken().text()).toBe('9 min')
    expect(spoken().attributes('aria-live')).toBe('polite')
  })

  it('is quiet while there is more than an hour', async () => {
    const { shown, spoken, pass } = counting('2026-03-03T02:00:00Z')
    expect(shown()).toBe('2 d 2 h')
    expect(spoken().attributes('aria-live')).toBe('off')
    await pass(26 * 3_600_000)
    expect(shown()).toBe('1 d 0 h')
    await pass(1_000)
    expect(shown()).toBe('23 h 59 min')
  })

  it('ends once', async () => {
    const { it: counter, shown, spoken, pass } = counting('2026-03-01T00:00:02Z')
    expect(spoken().text()).toBe(english.tender.left.lastMinute)
    await pass(2_000)
    expect(shown()).toBe('time is up')
    await pass(60_000)
    expect(counter.emitted('over')).toHaveLength(1)
  })

  it('says nothing of an end before it began', async () => {
    const { it: counter, shown, pass } = counting('2026-02-28T00:00:00Z')
    await pass(5_000)
    expect(shown()).toBe('time is up')
    expect(counter.emitted('over')).toBeUndefined()
  })

  it('goes by the clock of the exchange', async () => {
    const { shown, pass } = counting('2026-03-01T00:10:00Z')
    aheadMs.value = 60_000
    await pass(1_000)
    expect(shown()).toBe('8 min 59 s')
  })

  it('leaves no timer behind', () => {
    const { it: counter } = counting('2026-03-01T00:10:00Z')
    counter.unmount()
    expect(vi.getTimerCount()).toBe(0)
  })
})
