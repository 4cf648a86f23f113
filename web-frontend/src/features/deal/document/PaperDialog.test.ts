import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createI18n } from 'vue-i18n'
import { createMemoryHistory, createRouter } from 'vue-router'
import { dayOf, plusDays } from '@/lib/dates'
import english from '@/locales/en.json'
import { first, toSign } from './contractSample'
import PaperDialog from './PaperDialog.vue'

const words = english.contract.paper
const VERSION = '/api/v1/agreements/a1/document/versions/1'
/** A fault appears a little later, so that none flickers. */
const SHOWN_MS = 150

let sent: { path: string; body: unknown }[]
let answers: Record<string, () => Response>
let dialog: VueWrapper | undefined

const json = (body: unknown, status = 201) => new Response(JSON.stringify(body), { status })
const refused = (code: string, path?: string, status = 422) =>
  json({ code, detail: 'no', fields: path ? [{ path, code, message: 'no' }] : [] }, status)

beforeEach(() => {
  sent = []
  answers = { files: () => json({ id: 'f1' }), papers: () => json(toSign) }
  vi.stubGlobal('fetch', async (url: string, { body }: RequestInit) => {
    const { pathname } = new URL(url, 'http://exchange')
    const last = pathname.split('/').at(-1) ?? ''
    sent.push({ path: pathname, body: body instanceof File ? body.name : JSON.parse(String(body)) })
    return answers[last]?.() ?? json({}, 404)
  })
})
afterEach(() => {
  dialog?.unmount()
  vi.unstubAllGlobals()
})

async function rest(): Promise<void> {
  for (let turn = 0; turn < 8; turn++) {
    await flushPromises()
    await new Promise((done) => setTimeout(done))
  }
}

async function opened() {
  const i18n = createI18n({ legacy: false, locale: 'en', messages: { en: english } })
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/', component: { template: '<div />' } }],
  })
  const made = mount(PaperDialog, {
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
  const item = (label: string) => {
    const found = made
      .findAll('.el-form-item')
      .find((it) => it.get('.el-form-item__label').text() === label)
    if (!found) throw new Error(`no field ${label}`)
    return found
  }
  const type = (label: string, value: string) => item(label).get('input').setValue(value)
  const choose = async (...files: File[]) => {
    const field = made.get<HTMLInputElement>('input[type=file]')
    Object.defineProperty(field.element, 'files', { value: files, configurable: true })
    await field.trigger('change')
  }
  const send = async () => {
    await made.get('form').trigger('submit')
    await rest()
    await new Promise((done) => setTimeout(done, SHOWN_MS))
  }
  return { made, item, type, choose, send }
}

const scan = () => new File(['%PDF-1.7'], 'contract.pdf', { type: 'application/pdf' })
const pathsSent = () => sent.map(({ path }) => path.replace(VERSION, ''))

describe('a signing outside of the exchange', () => {
  it('is recorded with its number, its day and the hash of what was signed', async () => {
    const { made, type, send } = await opened()
    await type(words.number, ' HT-118 ')
    await type(words.signedOn, '2026-03-04')
    await send()
    expect(sent).toEqual([
      {
        path: `${VERSION}/papers`,
        body: { sha256: first.sha256, externalNumber: 'HT-118', signedOn: '2026-03-04' },
      },
    ])
    expect(made.props().modelValue).toBe(false)
  })

  it('names its scan, which is attached first', async () => {
    const { type, choose, send } = await opened()
    await type(words.number, 'HT-118')
    await choose(scan())
    await send()
    expect(pathsSent()).toEqual(['/files', '/papers'])
    expect(sent[0]?.body).toBe('contract.pdf')
    expect(sent[1]?.body).toMatchObject({ fileId: 'f1' })
  })

  it('is not recorded without its scan when that is refused', async () => {
    answers.files = () => refused('file-kind-unknown')
    const { made, type, choose, send } = await opened()
    await type(words.number, 'HT-118')
    await choose(scan())
    await send()
    expect(pathsSent()).toEqual(['/files'])
    expect(made.text()).toContain(english.problem['file-kind-unknown'])
    const remove = english.files.remove.replace('{name}', 'contract.pdf')
    await made.get(`[aria-label="${remove}"]`).trigger('click')
    await send()
    expect(pathsSent()).toEqual(['/files', '/papers'])
  })

  it('does not attach its scan again once that is there', async () => {
    answers.papers = () => refused('signed-before-agreed', 'signedOn')
    const { made, item, type, choose, send } = await opened()
    await type(words.number, 'HT-118')
    await choose(scan())
    await send()
    expect(item(words.signedOn).text()).toContain(english.problem['signed-before-agreed'])
    expect(made.find('.alert').exists()).toBe(false)
    answers.papers = () => json(toSign)
    await send()
    expect(pathsSent()).toEqual(['/files', '/papers', '/papers'])
    expect(sent[2]?.body).toMatchObject({ fileId: 'f1' })
  })

  it('is not sent without a number, or with a day to come', async () => {
    const { item, type, send } = await opened()
    await type(words.signedOn, plusDays(dayOf(new Date()), 1))
    await send()
    expect(item(words.number).text()).toContain(english.fault.required)
    expect(item(words.signedOn).text()).toContain(english.fault.future)
    expect(sent).toEqual([])
  })

  it('says why it is refused as a whole', async () => {
    answers.papers = () => refused('paper-waits', undefined, 409)
    const { made, type, send } = await opened()
    await type(words.number, 'HT-118')
    await send()
    expect(made.get('.alert').text()).toBe(english.problem['paper-waits'])
  })
})
