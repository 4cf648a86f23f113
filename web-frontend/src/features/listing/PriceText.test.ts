import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { createI18n } from 'vue-i18n'
import english from '@/locales/en.json'
import PriceText from './PriceText.vue'

const words = english.price

function textOf(props: { yuanPerT: number; taxIncluded?: boolean }): string {
  const i18n = createI18n({ legacy: false, locale: 'en', messages: { en: english } })
  return mount(PriceText, { props, global: { plugins: [i18n] } }).text()
}

it.each([
  [true, words.taxIn],
  [false, words.taxOut],
])('says of tax what it is told (%s)', (taxIncluded, said) => {
  expect(textOf({ yuanPerT: 5, taxIncluded })).toContain(said)
})

it('says nothing of tax where it is told nothing', () => {
  const text = textOf({ yuanPerT: -5 })
  expect(text).toContain(words.producerPays)
  expect(text).not.toContain(words.taxIn)
  expect(text).not.toContain(words.taxOut)
})
