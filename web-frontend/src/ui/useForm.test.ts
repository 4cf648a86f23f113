import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import { createI18n } from 'vue-i18n'
import chinese from '@/locales/zh-CN.json'
import { positive, useForm } from './useForm'

const i18n = createI18n({ legacy: false, locale: 'zh-CN', messages: { 'zh-CN': chinese } })
const NUMBER = chinese.fault.number

function started() {
  let made: ReturnType<typeof useForm<ReturnType<typeof start>>> | undefined
  const start = () => ({
    amount: 1 as number | undefined,
    impurityPct: undefined as number | undefined,
    ranges: [{ parameter: 'mgo', min: 1 as number | undefined }],
  })
  const Host = defineComponent(() => {
    made = useForm(start, { amount: positive('amount') })
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

  it('finds what cannot be read in the lines of a field', () => {
    const { form, check, errorOf } = started()
    form.ranges = [{ parameter: 'mgo', min: Number.NaN }]
    expect(check()).toBe(false)
    expect([errorOf('ranges'), errorOf('ranges[0].min')]).toEqual([NUMBER, NUMBER])
  })
})
