import { mount } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import { createI18n } from 'vue-i18n'
import type { Notice } from '@/api/model'
import chinese from '@/locales/zh-CN.json'
import english from '@/locales/en.json'
import { useNoticeWords } from './useNoticeWords'

vi.mock('@/features/catalog', () => ({
  useCatalog: () => ({ materialName: (key: string) => key }),
}))

function words(locale: 'zh-CN' | 'en') {
  const messages = { 'zh-CN': chinese, en: english }
  let made: ReturnType<typeof useNoticeWords> | undefined
  const Host = defineComponent(() => {
    made = useNoticeWords()
    return () => h('div')
  })
  mount(Host, { global: { plugins: [createI18n({ legacy: false, locale, messages })] } })
  if (!made) throw new Error('no words')
  return made
}

const sent = { number: 1, sentAt: '2026-01-01T00:00:00Z', read: false }
const expiring: Notice = {
  ...sent,
  kind: 'report-expiring',
  subjects: { stream: 's1' },
  facts: {
    streamName: '转炉渣',
    laboratory: '省冶金检测中心',
    reportNumber: 'YJ-031',
    validTo: '2026-02-01',
  },
}

describe('a report that runs out', () => {
  it('is named with its last day and its stream', () => {
    expect(words('zh-CN').text(expiring)).toBe(
      '质检报告 YJ-031（省冶金检测中心）将于 2026-02-01 到期：转炉渣',
    )
    expect(words('en').text(expiring)).toBe(
      'Quality report YJ-031 (省冶金检测中心) runs out on 2026-02-01: 转炉渣',
    )
  })

  it('leads to its stream', () => {
    expect(words('en').link(expiring)).toEqual({ name: 'stream', params: { id: 's1' } })
  })
})

describe('new matches', () => {
  it('lead to the matches of what they are of', () => {
    const { text, link } = words('en')
    const facts = { count: 2, title: 'Slag', materialKey: 'bof-slag' }
    const notice: Notice = { ...sent, kind: 'matches-new', subjects: { lot: 'l1' }, facts }
    expect(text(notice)).toBe('New matches for “Slag”: 2 (bof-slag)')
    expect(link(notice)).toEqual({ name: 'matches', query: { lotId: 'l1' } })
  })
})
