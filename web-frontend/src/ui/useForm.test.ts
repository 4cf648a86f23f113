import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { defineComponent, h, ref, type Ref } from 'vue'
import { createI18n } from 'vue-i18n'
import { Problem } from '@/api/problem'
import chinese from '@/locales/zh-CN.json'
import { positive, useForm } from './useForm'

const i18n = createI18n({ legacy: false, locale: 'zh-CN', messages: { 'zh-CN': chinese } })
const NUMBER = chinese.fault.number

function started(problem?: Ref<Problem | undefined>, checks = {}) {
  let made: ReturnType<typeof useForm<ReturnType<typeof start>>> | undefined
  const start = () => ({
    amount: 1 as number | undefined,
    impurityPct: undefined as number | undefined,
    ranges: [{ parameter: 'mgo', min: 1 as number | undefined }],
  })
  const Host = defineComponent(() => {
    made = useForm(start, { amount: positive('amount'), ...checks }, problem)
    return () => h('div')
  })
  mount(Host, { global: { plugins: [i18n] } })
  if (!made) throw new Error('no form')
  return made
}

describe('a form', () => {
  it('may be sent with an optional number left out', () => {
    const { check } = started()
    expect(check()).toBe(true)
  })

  it('is not sent with an optional number that cannot be read', () => {
    const { form, check, errorOf } = started()
    form.impurityPct = Number.NaN
    expect(check()).toBe(false)
    expect(errorOf('impurityPct')).toBe(NUMBER)
    form.impurityPct = 2.5
    expect(check()).toBe(true)
  })

  it('says of a number that cannot be read just that', () => {
    const { form, check, errorOf } = started()
    form.amount = Number.NaN
    expect(check()).toBe(false)
    expect(errorOf('amount')).toBe(NUMBER)
  })

  it('says in words of the page what the exchange refuses for a field', () => {
    const problem = ref<Problem>()
    const { errorOf } = started(problem)
    const refused = { path: 'amount', code: 'more-than-available', message: 'Less is there.' }
    problem.value = new Problem({
      status: 409,
      code: 'more-than-available',
      detail: '',
      fields: [refused],
    })
    expect(errorOf('amount')).toBe(chinese.problem['more-than-available-plain'])
    problem.value = new Problem({
      status: 400,
      code: 'invalid-request',
      detail: '',
      fields: [{ path: 'amount', code: 'max', message: 'must be at most 5' }],
    })
    expect(errorOf('amount')).toBe(chinese.constraint.max)
  })

  it('finds what cannot be read in the lines of a field', () => {
    const { form, check, errorOf } = started()
    form.ranges = [{ parameter: 'mgo', min: Number.NaN }]
    expect(check()).toBe(false)
    expect([errorOf('ranges'), errorOf('ranges[0].min')]).toEqual([NUMBER, NUMBER])
  })

  it('says at their places what is wrong with the lines of a field', () => {
    const ranges = () => ({ '[0].parameter': 'fault.required', '[0].min': 'fault.positive' })
    const { form, check, errorOf } = started(undefined, { ranges })
    form.ranges = [{ parameter: '', min: Number.NaN }]
    expect(check()).toBe(false)
    expect(errorOf('ranges[0].parameter')).toBe(chinese.fault.required)
    expect(errorOf('ranges[0].min')).toBe(NUMBER)
  })
})
