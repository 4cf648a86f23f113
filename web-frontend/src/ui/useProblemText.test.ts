import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import { createI18n } from 'vue-i18n'
import { Problem } from '@/api/problem'
import chinese from '@/locales/zh-CN.json'
import english from '@/locales/en.json'
import { useProblemText } from './useProblemText'

function textOf(locale: 'zh-CN' | 'en', code: string, facts: Record<string, unknown>): string {
  const messages = { 'zh-CN': chinese, en: english }
  const i18n = createI18n({ legacy: false, locale, messages })
  const Host = defineComponent(() => {
    const text = useProblemText()(new Problem({ status: 409, code, detail: 'as it came', facts }))
    return () => h('p', text)
  })
  return mount(Host, { global: { plugins: [i18n] } }).text()
}

describe('what a refusal says', () => {
  it.each([
    [
      'deposit-short',
      { heldFen: 1_234_500, waitingFen: 500 },
      '保证金余额 12,345.00 元，其中 5.00 元已登记退还、待对方确认。',
    ],
    ['more-than-available', { availableKg: 1_500 }, '超过可供量，目前只剩 1.5 吨。'],
    ['file-too-large', { bytesMax: 10_485_760 }, '文件过大，每个不能超过 10 MB。'],
    [
      'load-on-statement',
      { count: 2, loads: 'L2026-000001, L2026-000002' },
      '有 2 车已在对账单上：L2026-000001, L2026-000002。请先撤回该对账单，或另做更正。',
    ],
  ])('%s has its figures in their units', (code, facts, text) => {
    expect(textOf('zh-CN', code, facts)).toBe(text)
  })

  it('is in the chosen language', () => {
    expect(textOf('en', 'nothing-due', { owedFen: 5 })).toBe('Only 0.05 yuan is owed to you.')
  })

  it('names what it is about', () => {
    const facts = { count: 1, loads: 'L2026-000001' }
    expect(textOf('en', 'load-assayed-already', facts)).toContain('(1): L2026-000001.')
  })

  it('is what the exchange said where its figures did not come', () => {
    expect(textOf('en', 'nothing-due', {})).toBe('as it came')
  })
})
