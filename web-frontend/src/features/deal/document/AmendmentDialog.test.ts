import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createI18n } from 'vue-i18n'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { AgreementDocument, DocumentVersion } from '@/api/model'
import english from '@/locales/en.json'
import AmendmentDialog from './AmendmentDialog.vue'
import { amended, signed } from './contractSample'

const words = english.contract
/** A fault appears a little later, so that none flickers. */
const SHOWN_MS = 150

/** Far enough ahead to lie in the future whenever the tests run. */
const inForce: DocumentVersion = {
  ...signed,
  content: {
    ...signed.content,
    deliverFrom: '2036-04-01',
    deliverTo: '2036-05-31',
    months: [],
    pollutionTerms: 'Closed vehicles only. ',
  },
}
const document: AgreementDocument = { ...amended, open: undefined, versions: [inForce] }

let sent: { path: string; body: unknown }[]
let answer: () => Response
let dialog: VueWrapper | undefined

const json = (body: unknown, status = 201) => new Response(JSON.stringify(body), { status })

beforeEach(() => {
  sent = []
  answer = () => json(amended)
  vi.stubGlobal('fetch', async (url: string, { method, body }: RequestInit) => {
    if (method !== 'POST') return json({ items: [] }, 200)
    if (url.endsWith('/price-examples'))
      return json({ basePriceYuanPerT: 1, priceYuanPerT: 1, parts: [] }, 200)
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
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/', component: { template: '<div />' } }],
  })
  const made = mount(AmendmentDialog, {
    props: {
      modelValue: true,
      document,
      version: inForce,
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
  const type = (label: string, value: string) => item(label).get('input, textarea').setValue(value)
  const send = async () => {
    await made.get('form').trigger('submit')
    await rest()
    await new Promise((done) => setTimeout(done, SHOWN_MS))
  }
  return { made, item, type, send }
}

const { field, amend } = words

describe('an amendment', () => {
  it('shows before and after while it is typed', async () => {
    const { made, type } = await opened()
    expect(made.text()).toContain(amend.unchanged)
    await type(field.deliverTo, '2036-06-30')
    await type(field.tolerancePct, '2.5')
    await rest()
    const rows = made.findAll('tbody tr').map((row) => row.findAll('td').map((it) => it.text()))
    expect(rows).toEqual([
      [field.tolerancePct, '± 5%', '± 2.5%'],
      [field.deliverTo, '2036-05-31', '2036-06-30'],
    ])
  })

  it('is sent with what it changes, on the version in force', async () => {
    const { made, type, send } = await opened()
    await type(field.paymentTerms, ' 30 days after the statement ')
    await type(amend.note, 'Agreed by phone')
    await send()
    expect(sent).toEqual([
      {
        path: '/agreements/a1/document/amendments',
        body: {
          basedOn: inForce.sha256,
          note: 'Agreed by phone',
          paymentTerms: '30 days after the statement',
        },
      },
    ])
    expect(made.props().modelValue).toBe(false)
  })

  it('changes nothing by spaces at the end of a text', async () => {
    const { made, type, send } = await opened()
    await type(field.pollutionTerms, 'Closed vehicles only.')
    await type(amend.note, 'Nothing')
    await send()
    expect(sent).toEqual([])
    expect(made.get('section [role=status]').classes()).toContain('bad')
  })

  it('changes quantity and price with the day from which it holds', async () => {
    const { made, type, send } = await opened()
    await type(field.quantityKg, '1500')
    await type(field.priceYuanPerT, '21.5')
    await type(field.priceFrom, '2036-05-01')
    await type(amend.note, 'More')
    await rest()
    expect(made.findAll('section tbody tr').map((row) => row.text())).toHaveLength(3)
    await send()
    expect(sent.at(-1)?.body).toEqual({
      basedOn: inForce.sha256,
      note: 'More',
      quantityKg: 1_500_000,
      priceYuanPerT: 21.5,
      priceFrom: '2036-05-01',
    })
  })

  it.each([
    [field.quantityKg, '0.5', english.fault.positive],
    [field.priceYuanPerT, '', english.fault.number],
    [field.priceFrom, '2036-06-01', english.problem['price-day-outside-delivery']],
    [field.priceFrom, '2036-05-01', english.problem['price-day-alone']],
    [field.deliverTo, '2036-03-31', english.fault.order],
    [field.deliverTo, '', english.fault.required],
    [field.tolerancePct, '11', english.fault.tolerance],
    [field.tolerancePct, '', english.fault.tolerance],
    [field.pollutionTerms, 'short', english.fault.shortTerms],
    [amend.note, ' ', english.fault.required],
  ])('is not sent with %s %j', async (label, value, fault) => {
    const { item, type, send } = await opened()
    await type(field.paymentTerms, 'Changed')
    await type(amend.note, 'Why')
    await type(label, value)
    await send()
    expect(item(label).text()).toContain(fault)
    expect(sent).toEqual([])
  })

  it('says at the field what the exchange refuses of it', async () => {
    const fields = [{ path: 'deliverTo', code: 'months-outside', message: 'no' }]
    answer = () => json({ code: 'months-outside', detail: 'no', fields }, 422)
    const { made, item, type, send } = await opened()
    await type(field.deliverTo, '2036-05-01')
    await type(amend.note, 'Why')
    await send()
    expect(item(field.deliverTo).text()).toContain(english.problem['months-outside'])
    expect(made.find('.alert').exists()).toBe(false)
  })

  it('says why it is refused as a whole', async () => {
    answer = () => json({ code: 'version-open', detail: 'no' }, 409)
    const { made, type, send } = await opened()
    await type(field.deliverTo, '2036-06-30')
    await type(amend.note, 'Why')
    await send()
    expect(made.get('.alert').text()).toBe(english.problem['version-open'])
    expect(made.props().modelValue).toBe(true)
  })
})
