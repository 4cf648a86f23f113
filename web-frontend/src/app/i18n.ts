import { computed } from 'vue'
import { createI18n } from 'vue-i18n'
import chinese from '@/locales/zh-CN.json'

export type Language = 'zh-CN' | 'en'

type Schema = typeof chinese

const MARK = 'wufei.language'

export const i18n = createI18n<[Schema], Language, false>({
  legacy: false,
  locale: 'zh-CN',
  fallbackLocale: 'zh-CN',
  messages: { 'zh-CN': chinese } as Record<Language, Schema>,
  missingWarn: false,
  fallbackWarn: false,
})

export const language = computed<Language>(() =>
  i18n.global.locale.value === 'en' ? 'en' : 'zh-CN',
)

/** Chinese is part of the page; English comes when it is asked for. */
export async function setLanguage(next: Language): Promise<void> {
  if (next === 'en' && !i18n.global.availableLocales.includes('en')) {
    const { default: english } = await import('@/locales/en.json')
    i18n.global.setLocaleMessage('en', english)
  }
  i18n.global.locale.value = next
  document.documentElement.lang = next
  localStorage.setItem(MARK, next)
}

export function startLanguage(): Promise<void> {
  return setLanguage(localStorage.getItem(MARK) === 'en' ? 'en' : 'zh-CN')
}
