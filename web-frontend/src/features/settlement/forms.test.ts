import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Component } from 'vue'
import { createI18n } from 'vue-i18n'
import english from '@/locales/en.json'
import AssayForm from './AssayForm.vue'
import DepositForm from './DepositForm.vue'
import InvoiceForm from './InvoiceForm.vue'
import PaymentForm from './PaymentForm.vue'

const seller = { id: 's', name: 'Yunling Steel' }
const buyer = { id: 'b', name: 'Qingshi Cement' }
const agreement = {
  id: 'a',
  number: 'A1',
  seller,
  buyer,
  governingAssay: 'third-party',
  adjustments: [],
}
const load = (id: string) => ({ id, number: `L-${id}`, acceptedKg: 30_000 })

let asked: string[] = []
let broken: string[] = []
let lists: Record<string, unknown[]> = {}

/** The exchange: what a test says that its lists hold, and which of them cannot be read. */
function answer(url: string): Promise<Response> {
  asked.push(url)
  const { pathname } = new URL(url, 'http://exchange')
  const list = pathname.replace('/api/v1', '')
  if (broken.includes(list)) {
    return Promise.resolve(new Response(JSON.stringify({ detail: list }), { status: 500 }))
  }
  return Promise.resolve(new Response(JSON.stringify({ items: lists[list] ?? [] })))
}

beforeEach(() => {
  asked = []
  broken = []
  lists = { '/agreements': [agreement] }
  vi.stubGlobal('fetch', answer)
})
afterEach(() => {
  vi.unstubAllGlobals()
})

async function rest(): Promise<void> {
  for (let turn = 0; turn < 8; turn++) {
    await flushPromises()
    await new Promise((done) => setTimeout(done))
  }
}

async function opened(form: Component): Promise<VueWrapper> {
  const i18n = createI18n({ legacy: false, locale: 'en', messages: { en: english } })
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const page = mount(form, {
    global: {
      plugins: [i18n, [VueQueryPlugin, { queryClient }]],
      stubs: {
        RouterLink: true,
        ElButton: { template: '<button type="button"><slot /></button>' },
        ElForm: { template: '<form><slot /></form>' },
        ElFormItem: { template: '<div><slot /></div>' },
        ElSelect: {
          props: ['modelValue'],
          emits: ['update:modelValue'],
          template:
            '<select :value="modelValue" @change="$emit(`update:modelValue`, $event.target.value)"><slot /></select>',
        },
        ElOption: { props: ['value', 'label'], template: '<option :value>{{ label }}</option>' },
        ElInput: true,
        DecimalInput: true,
        YuanInput: { name: 'YuanInput', props: ['modelValue'], template: '<i />' },
      },
    },
  })
  await rest()
  return page
}

async function choose(page: VueWrapper, value: string): Promise<void> {
  await page.get('select').setValue(value)
  await rest()
}

const optionsOf = (page: VueWrapper, index: number) =>
  page
    .findAll('select')
    [index]?.findAll('option')
    .map((option) => option.text())

const alertsOf = (page: VueWrapper) => page.findAll('[role=alert]').map((alert) => alert.text())

describe('a list that cannot be read', () => {
  it.each([
    ['a payment', PaymentForm, '/agreements'],
    ['a deposit', DepositForm, '/agreements'],
    ['an assay', AssayForm, '/agreements'],
    ['an assay', AssayForm, '/assays'],
    ['an invoice', InvoiceForm, '/statements'],
    ['an invoice', InvoiceForm, '/invoices'],
  ])('is a problem of the form of %s (%#), and is read again', async (_, form, list) => {
    broken = [list]
    const page = await opened(form)
    expect(alertsOf(page)).toHaveLength(1)

    broken = []
    await page.get('[role=alert] button').trigger('click')
    await rest()
    expect(alertsOf(page)).toEqual([])
  })
})

describe('the loads of an assay', () => {
  it('are on no statement and under no valid assay', async () => {
    lists['/loads'] = [load('1'), load('2')]
    lists['/assays'] = [
      { status: 'valid', loadIds: ['1'] },
      { status: 'withdrawn', loadIds: ['2'] },
    ]
    const page = await opened(AssayForm)
    await choose(page, 'a')
    expect(optionsOf(page, 1)).toEqual(['L-2 · 30 t'])
    expect(asked.at(-1)).toBe('/api/v1/loads?agreementId=a&status=received&unstated=true&limit=100')
  })

  it('are not offered as long as it is not known which ones another covers', async () => {
    lists['/loads'] = [load('1')]
    broken = ['/assays']
    const page = await opened(AssayForm)
    await choose(page, 'a')
    expect(optionsOf(page, 1)).toEqual([])
  })
})

describe('an invoice', () => {
  const totals = (grossFen: number) => ({ netFen: grossFen, vatFen: 0, grossFen })
  const stated = (id: string, grossFen: number, correctsId?: string) => ({
    ...{ id, number: id, month: '2026-01', seller, buyer, correctsId },
    ...{ totals: totals(grossFen), terms: {} },
  })
  const netOf = (page: VueWrapper) =>
    page.findAllComponents({ name: 'YuanInput' })[0]?.props('modelValue') as number | undefined

  beforeEach(() => {
    lists['/statements'] = [stated('S2', -20_000, 'S1'), stated('S1', 100_000)]
  })

  it('is not proposed for the correction of a statement that has none', async () => {
    const page = await opened(InvoiceForm)
    await choose(page, 'S2')
    expect(netOf(page)).toBeUndefined()
    expect(page.text()).toMatch(/statement S1.* of the net sum of 800\.00 yuan/)

    await choose(page, 'S1')
    expect(Math.abs(netOf(page) ?? 0)).toBe(80_000)
    expect(page.text()).not.toContain('net sum')
  })

  it('is not proposed as long as the others are unread', async () => {
    broken = ['/invoices']
    const page = await opened(InvoiceForm)
    await choose(page, 'S1')
    expect(netOf(page)).toBeUndefined()
  })
})
