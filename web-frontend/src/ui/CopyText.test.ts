import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createI18n } from 'vue-i18n'
import english from '@/locales/en.json'
import CopyText from './CopyText.vue'

const TEXT = 'curl -s "$WUFEI/api/v1/lots"\n  next line'

function shown() {
  const i18n = createI18n({ legacy: false, locale: 'en', messages: { en: english } })
  return mount(CopyText, {
    props: { text: TEXT, label: 'Read' },
    global: { plugins: [i18n] },
    attachTo: document.body,
  })
}

afterEach(() => {
  vi.unstubAllGlobals()
  window.getSelection()?.removeAllRanges()
})

describe('a text to take away', () => {
  it('is put on the clipboard as it is', async () => {
    const taken: string[] = []
    const writeText = (text: string) => Promise.resolve(void taken.push(text))
    vi.stubGlobal('navigator', { clipboard: { writeText } })
    const box = shown()

    await box.get('button').trigger('click')
    await flushPromises()

    expect(taken).toEqual([TEXT])
    expect(box.get('[role=status]').text()).toBe(english.copy.done)
    box.unmount()
  })

  it.each([
    ['is not there', {}],
    ['refuses', { clipboard: { writeText: () => Promise.reject(new Error('denied')) } }],
  ])('is marked for the keyboard where the clipboard %s', async (_, navigator) => {
    vi.stubGlobal('navigator', navigator)
    const box = shown()

    await box.get('button').trigger('click')
    await flushPromises()

    expect(window.getSelection()?.toString()).toContain('next line')
    expect(box.get('[role=status]').text()).toBe(english.copy.byHand)
    box.unmount()
  })
})
