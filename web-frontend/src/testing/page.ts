import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount, RouterLinkStub, type VueWrapper } from '@vue/test-utils'
import type { Component } from 'vue'
import { createI18n } from 'vue-i18n'
import english from '@/locales/en.json'

/** Lets come what a page is waiting for, one thing after another. */
export async function rest(): Promise<void> {
  for (let turn = 0; turn < 6; turn++) {
    await flushPromises()
    await new Promise((done) => setTimeout(done))
  }
}

/** A page in English whose links lead nowhere, with what it asks the exchange for. */
export async function shown(component: Component): Promise<VueWrapper> {
  const i18n = createI18n({ legacy: false, locale: 'en', messages: { en: english } })
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const page = mount(component, {
    global: {
      plugins: [i18n, [VueQueryPlugin, { queryClient }]],
      stubs: { RouterLink: RouterLinkStub },
    },
    attachTo: document.body,
  })
  await rest()
  return page
}

/** Dialogs stand beside the page, so buttons are looked for in all of the document. */
export async function press(label: string, within: ParentNode = document): Promise<void> {
  const button = [...within.querySelectorAll('button')].find((it) => it.innerText === label)
  if (!button) throw new Error(`no button ${label}`)
  button.click()
  await rest()
}

export const dialog = () => document.querySelector<HTMLElement>('.el-dialog')

/** Types into a field of the dialog that is open. */
export async function type(selector: string, value: string): Promise<void> {
  const field = dialog()?.querySelector<HTMLInputElement>(selector)
  if (!field) throw new Error(`no field ${selector}`)
  field.value = value
  field.dispatchEvent(new Event('input'))
  await rest()
}
