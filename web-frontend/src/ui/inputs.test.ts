import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { createI18n } from 'vue-i18n'
import chinese from '@/locales/zh-CN.json'
import DecimalInput from './DecimalInput.vue'
import QuantityInput from './QuantityInput.vue'
import YuanInput from './YuanInput.vue'

const i18n = createI18n({ legacy: false, locale: 'zh-CN', messages: { 'zh-CN': chinese } })
const INPUTS = { DecimalInput, QuantityInput, YuanInput }

function typing(name: keyof typeof INPUTS, modelValue?: number) {
  const wrapper = mount(INPUTS[name], {
    props: {
      modelValue,
      'onUpdate:modelValue': (value: number | undefined) =>
        void wrapper.setProps({ modelValue: value }),
    },
    global: { plugins: [i18n] },
  })
  const field = () => wrapper.get('input')
  return {
    text: () => field().element.value,
    type: (text: string) => field().setValue(text),
    model: () => wrapper.props().modelValue,
    set: (value: number | undefined) => wrapper.setProps({ modelValue: value }),
  }
}

describe('inputs of numbers', () => {
  it.each([
    ['DecimalInput', '.5', 0.5],
    ['DecimalInput', '１２．５', 12.5],
    ['QuantityInput', '.5', 500],
    ['QuantityInput', '１２．５', 12_500],
    ['YuanInput', '1234.56', 123_456],
    ['YuanInput', '.5', 50],
  ] as const)('%s reads %s', async (name, text, value) => {
    const { type, model, text: shown } = typing(name)
    await type(text)
    expect(model()).toBe(value)
    expect(shown()).toBe(text)
  })

  it.each([
    ['DecimalInput', '13%'],
    ['DecimalInput', '12.345'],
    ['QuantityInput', '12.3456'],
    ['YuanInput', '12.345'],
  ] as const)('%s says that %s is no number, and leaves it', async (name, text) => {
    const { type, model, text: shown } = typing(name, 7)
    await type(text)
    expect(model()).toBeNaN()
    expect(shown()).toBe(text)
  })

  it.each(['DecimalInput', 'QuantityInput', 'YuanInput'] as const)(
    '%s tells an empty field from one that cannot be read',
    async (name) => {
      const { type, model } = typing(name, 7)
      await type('x')
      await type('')
      expect(model()).toBeUndefined()
    },
  )

  it.each([
    ['DecimalInput', 12.5, '12.5'],
    ['QuantityInput', 12_500, '12.5'],
    ['YuanInput', 1250, '12.5'],
  ] as const)(
    '%s shows what the form sets, and nothing after a reset',
    async (name, value, text) => {
      const { type, set, text: shown } = typing(name)
      await type('x')
      await set(value)
      expect(shown()).toBe(text)
      await set(undefined)
      expect(shown()).toBe('')
    },
  )
})
