import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { createI18n } from 'vue-i18n'
import { Problem } from '@/api/problem'
import chinese from '@/locales/zh-CN.json'
import english from '@/locales/en.json'
import ProblemAlert from './ProblemAlert.vue'

const tooMuch = { path: 'quantityKg', code: 'max', message: 'must be at most 10' }

function shown(locale: 'zh-CN' | 'en', problem: Problem): string[] {
  const i18n = createI18n({ legacy: false, locale, messages: { 'zh-CN': chinese, en: english } })
  const alert = mount(ProblemAlert, { props: { problem }, global: { plugins: [i18n] } })
  return alert.findAll('li').map((line) => line.text())
}

describe('the faults of an alert', () => {
  const problem = new Problem({
    status: 400,
    code: 'invalid-request',
    detail: '',
    fields: [tooMuch, { path: 'title', code: 'odd', message: 'is odd' }],
  })

  it('are said in the language of the page, in English with their bounds', () => {
    expect(shown('zh-CN', problem)).toEqual([
      `quantityKg：${chinese.constraint.max}`,
      'title：is odd',
    ])
    expect(shown('en', problem)).toEqual(['quantityKg: must be at most 10', 'title: is odd'])
  })

  it('are not said again when they are what the alert says', () => {
    const fields = [
      { path: 'validTo', code: 'validity-over', message: 'An offer stands until today.' },
    ]
    const refused = new Problem({ status: 422, code: 'validity-over', detail: '', fields })
    expect(shown('zh-CN', refused)).toEqual([])
  })
})
