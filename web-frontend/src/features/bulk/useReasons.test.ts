import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import { createI18n } from 'vue-i18n'
import chinese from '@/locales/zh-CN.json'
import english from '@/locales/en.json'
import type { ImportLine, LineFault } from '@/api/model'
import { useReasons } from './useReasons'

const KINDS = {
  items: [
    {
      key: 'entries',
      nameZh: '台账记录',
      nameEn: 'Records',
      columns: [{ key: 'quantityKg', nameZh: '数量（吨）', nameEn: 'Quantity (t)', choices: [] }],
    },
  ],
}
const MESSAGE = 'as it came'

beforeEach(() => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(KINDS))))
})
afterEach(() => {
  vi.unstubAllGlobals()
})

async function reasonsIn(locale: 'zh-CN' | 'en'): Promise<ReturnType<typeof useReasons>> {
  const messages = { 'zh-CN': chinese, en: english }
  let made: ReturnType<typeof useReasons> | undefined
  const Host = defineComponent(() => {
    made = useReasons()
    return () => h('div')
  })
  const i18n = createI18n({ legacy: false, locale, messages })
  mount(Host, { global: { plugins: [i18n, [VueQueryPlugin, { queryClient: new QueryClient() }]] } })
  await flushPromises()
  await new Promise((done) => setTimeout(done))
  if (!made) throw new Error('no reasons')
  return made
}

const fault = (code: string, more: Partial<LineFault> = {}): LineFault => ({
  column: 'quantityKg',
  header: '吨数',
  code,
  message: MESSAGE,
  ...more,
})
const lineOf = (...faults: LineFault[]) => ({ kind: 'entries', faults }) as ImportLine

describe('why a line is refused', () => {
  it.each([
    [fault('not-a-number'), chinese.bulk.fault['not-a-number']],
    [fault('missing'), chinese.bulk.fault.missing],
    [
      fault('more-than-available', { facts: { availableKg: 1_500 } }),
      '超过可供量，目前只剩 1.5 吨。',
    ],
    [fault('more-than-available'), chinese.problem['more-than-available-plain']],
    [fault('site-unknown'), chinese.bulk.fault['site-unknown']],
    [fault('future'), chinese.fault.future],
    [fault('max'), chinese.constraint.max],
    [fault('never-heard-of'), MESSAGE],
  ])('case %#', async (given, text) => {
    const reasons = await reasonsIn('zh-CN')
    expect(reasons(lineOf(given))).toEqual([{ column: '吨数', text }])
  })

  it('names the column as the file does, else as the page does', async () => {
    const unnamed = lineOf(
      fault('missing', { header: '' }),
      fault('missing', { header: '', column: 'note' }),
      fault('line-malformed', { header: '', column: '' }),
    )
    const columns = (await reasonsIn('en'))(unnamed).map(({ column }) => column)
    expect(columns).toEqual(['Quantity (t)', 'note', ''])
  })

  it('is nothing for a line without a fault', async () => {
    expect((await reasonsIn('en'))(lineOf())).toEqual([])
  })
})
