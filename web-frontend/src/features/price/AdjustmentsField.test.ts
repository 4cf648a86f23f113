import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createI18n } from 'vue-i18n'
import english from '@/locales/en.json'
import { emptyRow, type AdjustmentRow } from './adjustments'
import AdjustmentsField from './AdjustmentsField.vue'

const words = english.adjustment
/** A fault appears a little later, so that none flickers. */
const SHOWN_MS = 150
const parameters = [
  { key: 'tfe', symbol: 'TFe', nameEn: 'total iron', unit: '%', basis: 'dry', decimals: 2 },
  { key: 'moisture', symbol: 'H2O', nameEn: 'moisture', unit: '%', basis: 'wet', decimals: 2 },
]
let field: VueWrapper | undefined

beforeEach(() => {
  vi.stubGlobal('fetch', (url: string) =>
    Promise.resolve(
      new Response(JSON.stringify({ items: url.includes('/parameters') ? parameters : [] })),
    ),
  )
})
afterEach(() => {
  field?.unmount()
  vi.unstubAllGlobals()
})

async function settled(): Promise<void> {
  await vi.dynamicImportSettled()
  await flushPromises()
  await new Promise((done) => setTimeout(done))
  await flushPromises()
}

async function shown(modelValue: AdjustmentRow[], faults: Record<string, string> = {}) {
  const i18n = createI18n({ legacy: false, locale: 'en', messages: { en: english } })
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const made = mount(AdjustmentsField, {
    attachTo: document.body,
    props: {
      modelValue,
      usual: ['moisture'],
      errorOf: (place: string) => faults[place] ?? '',
      'onUpdate:modelValue': (rows: AdjustmentRow[]) => void made.setProps({ modelValue: rows }),
    },
    global: {
      plugins: [i18n, [VueQueryPlugin, { queryClient }]],
      stubs: {
        ElSelect: {
          props: ['modelValue'],
          emits: ['update:modelValue'],
          template:
            '<select :value="modelValue" @change="$emit(`update:modelValue`, $event.target.value)"><option value="" /><slot /></select>',
        },
        ElOption: { props: ['value', 'label'], template: '<option :value>{{ label }}</option>' },
      },
    },
  })
  field = made
  await settled()
  const rows = () => made.props().modelValue
  const control = (label: string) => made.get(`[aria-label="${label}"]`)
  const press = async (text: string) => {
    const button = made.findAll('button').find((it) => it.text() === text)
    if (!button) throw new Error(`no button ${text}`)
    await button.trigger('click')
    await settled()
  }
  return { made, rows, control, press }
}

const moisture = (): AdjustmentRow => ({
  parameter: 'moisture',
  basis: 'wet',
  guaranteed: 8,
  bands: [
    { from: undefined, to: 8, yuanPerTPerUnit: 0 },
    { from: 8, to: 12, yuanPerTPerUnit: -2 },
  ],
})

describe('the field of premiums and penalties', () => {
  it('is a button until somebody wants them', async () => {
    const { made, rows, press } = await shown([])
    expect(made.findAll('input')).toHaveLength(0)
    await press(words.start)
    expect(rows()).toEqual([emptyRow()])
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Parameter 1')
  })

  it('takes a parameter with its own basis, the usual ones first', async () => {
    const { rows, control } = await shown([emptyRow()])
    const select = control(`Parameter 1: ${english.qualityReport.parameter}`)
    expect(select.findAll('option').map((it) => it.attributes('value'))).toEqual([
      '',
      'moisture',
      'tfe',
    ])
    await select.setValue('tfe')
    expect(rows()[0]).toMatchObject({ parameter: 'tfe', basis: 'dry' })
  })

  it('names the unit of a rate', async () => {
    const { made } = await shown([moisture()])
    expect(made.text()).toContain(words.rate.replace('{step}', '1 %'))
  })

  it('takes what is typed', async () => {
    const { rows, control } = await shown([moisture()])
    await control(`moisture (H2O): ${words.guaranteed}`).setValue('7.5')
    await control(`moisture (H2O), band 2: ${english.range.max}`).setValue('')
    expect(rows()[0]?.guaranteed).toBe(7.5)
    expect(rows()[0]?.bands[1]).toEqual({ from: 8, to: undefined, yuanPerTPerUnit: -2 })
  })

  it('goes on with a band where the last one ends', async () => {
    const { rows, press } = await shown([moisture()])
    await press(words.addBand)
    expect(rows()[0]?.bands[2]).toEqual({ from: 12, to: undefined, yuanPerTPerUnit: undefined })
    expect(document.activeElement?.getAttribute('aria-label')).toBe(
      `moisture (H2O), band 3: ${english.range.min}`,
    )
  })

  it('lets go of a band, but not of the last one', async () => {
    const { rows, control } = await shown([moisture()])
    await control(`moisture (H2O), band 1: ${english.action.remove}`).trigger('click')
    await settled()
    expect(rows()[0]?.bands).toEqual([{ from: 8, to: 12, yuanPerTPerUnit: -2 }])
    const last = control(`moisture (H2O), band 1: ${english.action.remove}`)
    expect(last.attributes('disabled')).toBeDefined()
  })

  it('lets go of a parameter, and leaves the focus where one can be added', async () => {
    const { made, rows, control } = await shown([moisture()])
    await control(`moisture (H2O): ${english.action.remove}`).trigger('click')
    await settled()
    expect(rows()).toEqual([])
    expect(document.activeElement).toBe(made.get('button').element)
  })

  it('says at an input what is wrong with it', async () => {
    const { made, control } = await shown([moisture()], {
      '[0].guaranteed': 'not that much',
      '[0].bands[1].from': 'not in order',
    })
    await new Promise((done) => setTimeout(done, SHOWN_MS))
    const said = (label: string) =>
      control(label).element.closest('.el-form-item')?.querySelector('.el-form-item__error')
        ?.textContent
    expect(said(`moisture (H2O): ${words.guaranteed}`)?.trim()).toBe('not that much')
    expect(said(`moisture (H2O), band 2: ${english.range.min}`)?.trim()).toBe('not in order')
    expect(made.findAll('.el-form-item__error')).toHaveLength(2)
  })
})
