import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { createI18n } from 'vue-i18n'
import chinese from '@/locales/zh-CN.json'
import ConfirmButton from './ConfirmButton.vue'

const i18n = createI18n({ legacy: false, locale: 'zh-CN', messages: { 'zh-CN': chinese } })

function asked(ready?: () => boolean): Promise<boolean> {
  const wrapper = mount(ConfirmButton, {
    props: { label: '扣收', question: '确认？', ready },
    global: {
      plugins: [i18n],
      stubs: {
        'el-button': { template: '<button><slot /></button>' },
        'el-dialog': { props: ['modelValue'], template: '<p v-if="modelValue"><slot /></p>' },
      },
    },
  })
  return wrapper
    .get('button')
    .trigger('click')
    .then(() => wrapper.text().includes('确认？'))
}

describe('a button that asks once more', () => {
  it('asks', async () => {
    expect(await asked()).toBe(true)
    expect(await asked(() => true)).toBe(true)
  })

  it('does not ask while what it asks about is not there', async () => {
    expect(await asked(() => false)).toBe(false)
  })
})
