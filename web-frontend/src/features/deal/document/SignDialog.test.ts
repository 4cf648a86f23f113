import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createI18n } from 'vue-i18n'
import { createMemoryHistory, createRouter } from 'vue-router'
import english from '@/locales/en.json'
import { first, toSign } from './contractSample'
import SignDialog from './SignDialog.vue'

const words = english.contract.sign
/** A fault appears a little later, so that none flickers. */
const SHOWN_MS = 150

let sent: { path: string; body: unknown }[]
let answer: () => Response
let dialog: VueWrapper | undefined

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status })

beforeEach(() => {
  sent = []
  answer = () => json(toSign)
  vi.stubGlobal('fetch', async (url: string, { body }: RequestInit) => {
    sent.push({ path: url.replace('/api/v1', ''), body: JSON.parse(String(body)) })
    return answer()
  })
})
afterEach(() => {
  dialog?.unmount()
  vi.unstubAllGlobals()
})

async function rest(): Promise<void> {
  for (let turn = 0; turn < 4; turn++) {
    await flushPromises()
    await new Promise((done) => setTimeout(done))
  }
}

async function opened() {
  const i18n = createI18n({ legacy: false, locale: 'en', messages: { en: english } })
  const page = { template: '<div />' }
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/', component: page },
      { path: '/agreements/:id/document', name: 'agreement-document', component: page },
    ],
  })
  const made = mount(SignDialog, {
    props: {
      modelValue: true,
      document: toSign,
      version: first,
      'onUpdate:modelValue': (modelValue: boolean) => void made.setProps({ modelValue }),
    },
    global: {
      plugins: [i18n, router, [VueQueryPlugin, { queryClient: new QueryClient() }]],
      stubs: { ElDialog: { template: '<div><slot /></div>' } },
    },
  })
  dialog = made
  await rest()
  const send = async (password: string) => {
    await made.get('input').setValue(password)
    await made.get('form').trigger('submit')
    await rest()
    await new Promise((done) => setTimeout(done, SHOWN_MS))
  }
  return { made, send }
}

describe('a signature', () => {
  it('says what it is of: the version, the agreement and the whole hash', async () => {
    const { made } = await opened()
    expect(made.text()).toContain(
      'On behalf of Yunling Steel you sign version 1 of the text of agreement A2026-000007.',
    )
    expect(made.text()).toContain(first.sha256)
  })

  it('is sent with the hash that is shown and the password', async () => {
    const { made, send } = await opened()
    await send('correct horse')
    expect(sent).toEqual([
      {
        path: '/agreements/a1/document/versions/1/signature',
        body: { sha256: first.sha256, password: 'correct horse' },
      },
    ])
    expect(made.props().modelValue).toBe(false)
  })

  it('is not sent without a password', async () => {
    const { made, send } = await opened()
    await send('')
    expect(sent).toEqual([])
    expect(made.get('.el-form-item').text()).toContain(english.fault.required)
  })

  it('says at the field, and there only, that the password is wrong', async () => {
    const fields = [{ path: 'password', code: 'password-wrong', message: 'no' }]
    answer = () => json({ code: 'password-wrong', detail: 'no', fields }, 422)
    const { made, send } = await opened()
    await send('wrong')
    expect(made.get('.el-form-item').text()).toContain(english.problem['password-wrong'])
    expect(made.find('.alert').exists()).toBe(false)
    expect(made.props().modelValue).toBe(true)
  })

  it.each(['hash-differs', 'side-signed-already', 'version-not-open', 'paper-waits'] as const)(
    'says why it is refused: %s',
    async (code) => {
      answer = () => json({ code, detail: 'no' }, 409)
      const { made, send } = await opened()
      await send('correct horse')
      expect(made.get('[role=alert].alert').text()).toBe(english.problem[code])
    },
  )

  it('forgets the password once the dialog is closed', async () => {
    const { made } = await opened()
    await made.get('input').setValue('correct horse')
    const cancel = made.findAll('button').find((it) => it.text() === english.action.cancel)
    await cancel?.trigger('click')
    await rest()
    await made.setProps({ modelValue: true })
    await rest()
    expect(made.get('input').element.value).toBe('')
    expect(made.text()).toContain(words.submit.replace('{number}', '1'))
  })
})
