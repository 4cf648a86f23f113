import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { mount } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { createI18n } from 'vue-i18n'
import type { Notice } from '@/api/model'
import english from '@/locales/en.json'
import chinese from '@/locales/zh-CN.json'
import { useNoticeWords } from './useNoticeWords'

vi.mock('@/features/catalog', () => ({
  useCatalog: () => ({ materialName: (key: string) => key }),
}))

const WORDS = '../../../../marketplace-api/src/main/resources/cn/wufei/exchange/notify/mail'

/**
 * Every kind that the exchange tells has words for mails, which its own tests see to; so what mails
 * have words for is all that there is.
 */
function kinds(language: string): string[] {
  const text = readFileSync(
    join(import.meta.dirname, WORDS, `words-${language}.properties`),
    'utf8',
  )
  return [...text.matchAll(/^kind\.([^=]+)=/gm)].map(([, kind]) => String(kind))
}

function textOf(kind: string): string {
  let text = ''
  const i18n = createI18n({ legacy: false, locale: 'en', messages: { en: english } })
  mount(
    {
      setup() {
        const notice: Notice = {
          number: 1,
          kind,
          subjects: {},
          facts: {},
          sentAt: '2026-01-02T03:04:05Z',
          read: false,
        }
        text = useNoticeWords().text(notice)
        return () => null
      },
    },
    { global: { plugins: [i18n] } },
  )
  return text
}

describe('all that the exchange tells', () => {
  it.each([
    ['zh', chinese],
    ['en', english],
  ])('has a name in the page and where notices are bundled: %s', (language, { notice }) => {
    const told = kinds(language).sort()
    expect(told).not.toHaveLength(0)
    expect(Object.keys(notice.kindName).sort()).toEqual(told)
    expect(Object.keys(notice.told)).toEqual(expect.arrayContaining(told))
  })

  it.each(kinds('en'))('is said in its own words: %s', (kind) => {
    expect(textOf(kind)).not.toBe(english.notice.plain)
  })
})
