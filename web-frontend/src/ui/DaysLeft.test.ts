import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createI18n } from 'vue-i18n'
import english from '@/locales/en.json'
import DaysLeft from './DaysLeft.vue'

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-03-10T04:00:00Z') })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('how many days are left', () => {
  it.each([
    ['2026-03-13', ''],
    ['2026-03-12', '2 days left'],
    ['2026-03-11', '1 day left'],
    ['2026-03-10', 'Ends today'],
    ['2026-03-09', ''],
  ])('until %s is said while there are few: %s', (day, text) => {
    const i18n = createI18n({ legacy: false, locale: 'en', messages: { en: english } })
    const mark = mount(DaysLeft, { props: { day, soon: 2 }, global: { plugins: [i18n] } })
    expect(mark.text()).toBe(text)
  })
})
