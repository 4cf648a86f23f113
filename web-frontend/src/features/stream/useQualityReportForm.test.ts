import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h, ref } from 'vue'
import { createI18n } from 'vue-i18n'
import { Problem } from '@/api/problem'
import chinese from '@/locales/zh-CN.json'
import { useQualityReportForm, valuesFault, type ValueRow } from './useQualityReportForm'

const i18n = createI18n({ legacy: false, locale: 'zh-CN', messages: { 'zh-CN': chinese } })
const { fault } = chinese

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-03-10T04:00:00Z') })
})
afterEach(() => {
  vi.useRealTimers()
})

function row(parameter: string, min?: number, max?: number): ValueRow {
  return { parameter, basis: 'wet', min, max }
}

function started(problem?: Problem) {
  let made: ReturnType<typeof useQualityReportForm> | undefined
  const Host = defineComponent(() => {
    made = useQualityReportForm(ref(problem))
    return () => h('div')
  })
  mount(Host, { global: { plugins: [i18n] } })
  if (!made) throw new Error('no form')
  return made
}

function filled(problem?: Problem) {
  const made = started(problem)
  made.form.laboratory = ' 省冶金检测中心 '
  made.form.reportNumber = ' YJ-2026-031 '
  made.form.values = [row('moisture', 8)]
  return made
}

describe('a quality report', () => {
  it('is sent without blanks; an upper end that is left out is the value itself', () => {
    const { form, check, draft } = filled()
    form.method = '  '
    form.values = [row('moisture', 8), row('mgo', 4, 5.5), row('cl', 0)]
    expect(check()).toBe(true)
    expect(draft()).toEqual({
      laboratory: '省冶金检测中心',
      reportNumber: 'YJ-2026-031',
      method: undefined,
      sampledOn: '2026-03-10',
      reportedOn: '2026-03-10',
      validTo: undefined,
      shared: true,
      note: undefined,
      values: [
        { parameter: 'moisture', min: 8, max: 8, basis: 'wet' },
        { parameter: 'mgo', min: 4, max: 5.5, basis: 'wet' },
        { parameter: 'cl', min: 0, max: 0, basis: 'wet' },
      ],
    })
  })

  it('keeps the optional texts and the last day', () => {
    const { form, draft } = filled()
    Object.assign(form, { method: ' GB/T 176-2017 ', note: ' 湿样 ', validTo: '2027-03-09' })
    form.shared = false
    expect(draft()).toMatchObject({
      method: 'GB/T 176-2017',
      note: '湿样',
      validTo: '2027-03-09',
      shared: false,
    })
  })

  it('needs the laboratory, the number and a value', () => {
    const { check, errorOf } = started()
    expect(check()).toBe(false)
    expect([errorOf('laboratory'), errorOf('reportNumber'), errorOf('values')]).toEqual([
      fault.required,
      fault.required,
      fault.values,
    ])
  })

  it('has its days in order', () => {
    const { form, check, errorOf } = filled()
    Object.assign(form, {
      sampledOn: '2026-03-11',
      reportedOn: '2026-03-09',
      validTo: '2026-03-08',
    })
    expect(check()).toBe(false)
    expect([errorOf('sampledOn'), errorOf('reportedOn'), errorOf('validTo')]).toEqual([
      fault.future,
      fault['reported-before-sampled'],
      fault['valid-before-reported'],
    ])
  })

  it('tells of a value that cannot be read at its field', () => {
    const { form, check, errorOf } = filled()
    form.values = [row('moisture', 8, Number.NaN)]
    expect(check()).toBe(false)
    expect(errorOf('values[0].max')).toBe(fault.number)
  })

  it('shows what the exchange refused at its field', () => {
    const code = 'value-impossible'
    const fields = [{ path: 'values[0].min', code, message: 'The parameter cannot.' }]
    const { errorOf } = filled(new Problem({ status: 422, code, detail: '', fields }))
    expect(errorOf('values[0].min')).toBe(fault['value-impossible'])
  })
})

describe('values', () => {
  it.each([
    [[], 'fault.values'],
    [[row('', 8)], 'fault.values'],
    [[row('moisture', undefined, 9)], 'fault.values'],
    [[row('moisture', 8), row('moisture', 9)], 'fault.value-repeated'],
    [[row('moisture', 9, 8)], 'fault.value-reversed'],
    [[row('moisture', 8, 8), row('mgo', -1)], undefined],
  ])('%j: %s', (rows, key) => {
    expect(valuesFault(rows)).toBe(key)
  })
})
