import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import { createI18n } from 'vue-i18n'
import chinese from '@/locales/zh-CN.json'
import english from '@/locales/en.json'
import { useFormat } from './useFormat'

function formatIn(locale: 'zh-CN' | 'en'): ReturnType<typeof useFormat> {
  const messages = { 'zh-CN': chinese, en: english }
  const i18n = createI18n({ legacy: false, locale, messages })
  let made: ReturnType<typeof useFormat> | undefined
  const Host = defineComponent(() => {
    made = useFormat()
    return () => h('div')
  })
  mount(Host, { global: { plugins: [i18n] } })
  if (!made) throw new Error('no format')
  return made
}

describe('the size of a file', () => {
  it.each([
    [512, '512 B'],
    [340_499, '340 kB'],
    [999_500, '1 MB'],
    [1_234_567, '1.2 MB'],
  ])('of %i bytes is %s', (bytes, text) => {
    expect(formatIn('zh-CN').fileSize(bytes)).toBe(text)
    expect(formatIn('en').fileSize(bytes)).toBe(text)
  })

  it('is at most whole megabytes', () => {
    expect(formatIn('en').fileLimit(10_485_760)).toBe('10 MB')
  })
})
