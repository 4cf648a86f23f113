import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createI18n } from 'vue-i18n'
import type { QualityAdjustment } from '@/api/model'
import english from '@/locales/en.json'
import AssayForm from './AssayForm.vue'

const words = english.assay
const moved = (parameter: string, basis: QualityAdjustment['basis']): QualityAdjustment => ({
  parameter,
  basis,
  guaranteed: 8,
  bands: [{ yuanPerTPerUnit: 1 }],
})
const parties = { seller: { id: 's', name: 'Yunling' }, buyer: { id: 'b', name: 'Qingshi' } }
const LISTS: Record<string, unknown[]> = {
  '/agreements': [
    {
      ...{ id: 'a', number: 'A1', governingAssay: 'third-party', ...parties },
      adjustments: [moved('tfe', 'dry'), moved('moisture', 'wet')],
    },
    { id: 'plain', number: 'A2', governingAssay: 'third-party', ...parties, adjustments: [] },
  ],
  '/loads': ['1', '2'].map((id) => ({ id, number: `L-${id}`, acceptedKg: 30_000 })),
  '/catalog/parameters': [
    { key: 'tfe', symbol: 'TFe', nameEn: 'total iron', unit: '%', basis: 'dry', decimals: 2 },
  ],
}

/** A fault appears a little later, so that none flickers. */
const SHOWN_MS = 150

let sent: { results?: unknown; terms: { moisturePct?: number } }[]
let page: VueWrapper | undefined

beforeEach(() => {
  sent = []
  vi.stubGlobal('fetch', (url: string, { method, body }: RequestInit) => {
    const { pathname } = new URL(url, 'http://exchange')
    if (method === 'POST') {
      sent.push(JSON.parse(String(body)) as (typeof sent)[number])
      return Promise.resolve(new Response('{}', { status: 201 }))
    }
    const items = LISTS[pathname.replace('/api/v1', '')] ?? []
    return Promise.resolve(new Response(JSON.stringify({ items })))
  })
})
afterEach(() => {
  page?.unmount()
  vi.unstubAllGlobals()
})

async function rest(): Promise<void> {
  for (let turn = 0; turn < 8; turn++) {
    await flushPromises()
    await new Promise((done) => setTimeout(done))
  }
}

async function opened(agreementId: string) {
  const i18n = createI18n({ legacy: false, locale: 'en', messages: { en: english } })
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const made = mount(AssayForm, {
    attachTo: document.body,
    global: {
      plugins: [i18n, [VueQueryPlugin, { queryClient }]],
      stubs: {
        RouterLink: true,
        ElSelect: {
          props: ['modelValue'],
          emits: ['update:modelValue'],
          template:
            '<select :value="modelValue" @change="$emit(`update:modelValue`, $event.target.value)"><slot /></select>',
        },
        ElOption: { props: ['value', 'label'], template: '<option :value>{{ label }}</option>' },
      },
    },
  })
  page = made
  await rest()
  await made.get('select').setValue(agreementId)
  await rest()
  const all = words.allLoads.replace('{count}', '2')
  await made
    .findAll('button')
    .find((it) => it.text() === all)
    ?.trigger('click')

  const item = (label: string) =>
    made.findAll('.el-form-item').find((it) => it.get('.el-form-item__label').text() === label)
  const fill = async (values: Record<string, string>) => {
    for (const [label, value] of Object.entries(values)) {
      await item(label)?.get('input').setValue(value)
    }
  }
  await fill({ [words.laboratory]: 'SGS', [words.report]: 'R1', [words.moistureBasis]: '8' })
  const send = async () => {
    await made.get('form').trigger('submit')
    await rest()
  }
  return { made, item, fill, send }
}

const IRON = 'total iron (TFe) · dry basis'

describe('the values on which a price depends', () => {
  it('have a row each, but moisture, which has its own field', async () => {
    const { made, item } = await opened('a')
    expect(item(IRON)).toBeDefined()
    expect(made.get('fieldset').findAll('input')).toHaveLength(1)
  })

  it('are asked for in no other agreement', async () => {
    const { made, send } = await opened('plain')
    expect(made.find('fieldset').exists()).toBe(false)
    await send()
    expect(sent.map(({ results }) => results)).toEqual([[]])
  })

  it('must all be there', async () => {
    const { item, send } = await opened('a')
    await send()
    await new Promise((done) => setTimeout(done, SHOWN_MS))
    expect(sent).toEqual([])
    for (const label of [IRON, words.moisture]) {
      expect(item(label)?.text()).toContain(english.fault.required)
    }
  })

  it('are sent with the parameters that were agreed', async () => {
    const { fill, send } = await opened('a')
    await fill({ [IRON]: '55.8', [words.moisture]: '7.5' })
    await send()
    expect(sent).toMatchObject([
      { terms: { moisturePct: 7.5 }, results: [{ parameter: 'tfe', measured: 55.8 }] },
    ])
  })
})
