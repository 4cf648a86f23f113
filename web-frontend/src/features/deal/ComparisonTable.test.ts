import { mount } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { createI18n } from 'vue-i18n'
import type { Lot, Offer, QualityAdjustment } from '@/api/model'
import english from '@/locales/en.json'
import ComparisonTable from './ComparisonTable.vue'

vi.mock('@/features/catalog', () => ({
  useWays: () => ({ basisName: () => 'Ex works', wayText: () => 'by road' }),
  useCatalog: () => ({
    materialName: (key: string) => key,
    parameterName: (key: string) => key,
    rangeText: () => '',
  }),
}))

const tfe: QualityAdjustment = {
  parameter: 'tfe',
  basis: 'dry',
  guaranteed: 56,
  bands: [{ yuanPerTPerUnit: 15 }],
}
const moisture: QualityAdjustment = { ...tfe, parameter: 'moisture', basis: 'wet', guaranteed: 8 }
const site = { id: 's', name: '云岭钢铁' }
const lot = {
  materialKey: 'steel-slag',
  availableKg: 8_000,
  priceYuanPerT: 300,
  availableFrom: '2026-03-01',
  availableTo: '2026-06-30',
  site,
  qualities: [] as Lot['qualities'],
} as Lot
const offer = {
  materialKey: 'steel-slag',
  quantityKg: 8_000,
  priceYuanPerT: 290,
  freightYuanPerT: 40,
  distanceKm: 110,
  deliverFrom: '2026-04-01',
  deliverTo: '2026-05-31',
  sellerSite: site,
  buyerSite: site,
} as Offer

/** The cells of a row by its label. */
function shown(announced: QualityAdjustment[] | undefined, offered: QualityAdjustment[]) {
  const i18n = createI18n({ legacy: false, locale: 'en', messages: { en: english } })
  const table = mount(ComparisonTable, {
    props: {
      lot: announced && { ...lot, adjustments: announced },
      offer: { ...offer, adjustments: offered },
    },
    global: { plugins: [i18n] },
  })
  const rows = table.findAll('tbody tr').map((row) => row.findAll('td').map((cell) => cell.text()))
  return (label: string) => rows.find(([name]) => name === label)?.slice(1)
}

describe('what lot and offer say of their prices', () => {
  it('marks each that holds for the agreed values only', () => {
    expect(shown([tfe], [])(english.label.price)).toEqual([
      'Ex works 300.00 yuan/t (base price)',
      'Ex works 290.00 yuan/t',
    ])
  })

  it.each([
    ['only the lot', [tfe, moisture], [], ['tfe, moisture', '–']],
    ['only the offer', [], [moisture], ['–', 'moisture']],
    ['both, by other parameters', [tfe], [moisture], ['tfe', 'moisture']],
    [
      'both, by other rates',
      [tfe],
      [{ ...tfe, bands: [{ yuanPerTPerUnit: 12 }] }],
      ['tfe', 'tfe (set differently)'],
    ],
  ])('names what moves them where that differs: %s', (_, announced, offered, cells) => {
    expect(shown(announced, offered)(english.adjustment.title)).toEqual(cells)
  })

  it.each([
    ['nothing moves them', [], []],
    ['the same moves them', [tfe], [structuredClone(tfe)]],
    ['the lot is not known', undefined, [tfe]],
  ])('is silent about it where %s', (_, announced, offered) => {
    expect(shown(announced, offered)(english.adjustment.title)).toBeUndefined()
  })
})
