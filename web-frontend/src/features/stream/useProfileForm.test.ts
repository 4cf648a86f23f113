import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { defineComponent, h, ref } from 'vue'
import { createI18n } from 'vue-i18n'
import type { GenerationProfile } from '@/api/model'
import { Problem } from '@/api/problem'
import chinese from '@/locales/zh-CN.json'
import { parseTonnes } from '@/lib/mass'
import { useProfileForm } from './useProfileForm'

const i18n = createI18n({ legacy: false, locale: 'zh-CN', messages: { 'zh-CN': chinese } })
const { fault } = chinese

const STEADY = Array.from({ length: 12 }, () => 1)
const WINTER_OFF = [0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 0.5, 0]

function started(monthsKg: number[] = [], problem?: Problem) {
  const profile = ref<GenerationProfile>({ streamId: 's1', version: 0, monthsKg })
  let made: ReturnType<typeof useProfileForm> | undefined
  const Host = defineComponent(() => {
    made = useProfileForm(() => profile.value, ref(problem))
    return () => h('div')
  })
  mount(Host, { global: { plugins: [i18n] } })
  if (!made) throw new Error('no form')
  return { ...made, profile }
}

const sumOf = (months: (number | undefined)[]) =>
  months.reduce<number>((sum, kg) => sum + (kg ?? 0), 0)

describe('the expected generation of a stream', () => {
  it('is sent as kilograms of twelve months, nothing where nothing is typed', () => {
    const { form, check, draft, sumKg } = started()
    form.monthsKg[0] = parseTonnes('1,234.5')
    form.monthsKg[11] = parseTonnes('0.001')
    expect(check()).toBe(true)
    expect(sumKg.value).toBe(1_234_501)
    expect(draft().monthsKg).toEqual([1_234_500, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1])
  })

  it('may be nothing at all, but not unsaid', () => {
    const { form, check, errorOf } = started()
    expect(check()).toBe(false)
    expect(errorOf('monthsKg')).toBe(fault.profileEmpty)
    form.monthsKg[0] = 0
    expect(check()).toBe(true)
  })

  it.each([
    [parseTonnes('-1'), fault.profileMonth],
    [parseTonnes('10000000.001'), fault.profileMonth],
    [parseTonnes('ten'), fault.number],
  ])('a month is not %s kg', (kg, message) => {
    const { form, check, errorOf, sumKg } = started(STEADY)
    form.monthsKg[3] = kg
    expect(check()).toBe(false)
    expect(errorOf('monthsKg[3]')).toBe(message)
    expect(errorOf('monthsKg[4]')).toBe('')
    expect(sumKg.value).not.toBeNaN()
  })

  it.each([1, 11, 12_000, 99_999_999_999])('loses nothing of %d kg a year', (yearKg) => {
    const { form, fill, sumKg } = started()
    fill(yearKg, STEADY)
    expect(sumOf(form.monthsKg)).toBe(yearKg)
    expect(sumKg.value).toBe(yearKg)
    const most = Math.max(...form.monthsKg.map((kg) => kg ?? 0))
    const least = Math.min(...form.monthsKg.map((kg) => kg ?? 0))
    expect(most - least).toBeLessThanOrEqual(1)
  })

  it('follows a season profile', () => {
    const { form, fill } = started()
    fill(8_500, WINTER_OFF)
    expect(form.monthsKg).toEqual([0, 0, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 500, 0])
  })

  it('begins with what is stated, and again after it was stated anew', () => {
    const { form, profile, reset } = started(STEADY)
    expect(form.monthsKg).toEqual(STEADY)
    profile.value = { streamId: 's1', version: 2, monthsKg: WINTER_OFF }
    reset()
    expect(form.monthsKg).toEqual(WINTER_OFF)
  })

  it('tells what the exchange finds beside its month', () => {
    const { errorOf } = started(
      STEADY,
      new Problem({
        code: 'invalid',
        status: 400,
        detail: '',
        fields: [{ path: 'command.monthsKg[3]', code: 'profileMonth', message: 'too much' }],
      }),
    )
    expect(errorOf('monthsKg[3]')).toBe(fault.profileMonth)
  })
})
