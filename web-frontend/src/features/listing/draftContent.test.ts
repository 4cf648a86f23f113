import { describe, expect, it } from 'vitest'
import type { DraftContent, Lot } from '@/api/model'
import { contentOf, formOf, streamOf } from './draftContent'
import type { LotForm } from './useLotForm'

const WHOLE: LotForm = {
  title: '钢渣尾渣',
  description: '二号堆场\n装车方便',
  quantityKind: 'firm',
  quantityKg: 8_000_500,
  priceYuanPerT: -12.5,
  adjustments: [
    {
      parameter: 'moisture',
      basis: 'wet',
      guaranteed: 8,
      bands: [
        { from: undefined, to: 8, yuanPerTPerUnit: 0 },
        { from: 8, to: 12, yuanPerTPerUnit: -2 },
      ],
    },
  ],
  taxIncluded: false,
  priceBasis: 'delivered',
  radiusKm: 120,
  freightInvoice: 'two-invoice',
  availableFrom: '2026-11-20',
  availableTo: '2027-01-10',
  qualities: [{ parameter: 'moisture', min: 0, max: 9.5, basis: 'wet' }],
  recurring: false,
  months: {},
  visibility: 'approved-buyers',
  minimumKg: 30_000,
  destinations: ['370100', '370300'],
  loadingModes: ['bulk-tipper', 'tanker'],
  loadingDays: ['monday', 'friday'],
  loadingFrom: '08:00',
  loadingTo: '16:00',
}

const again = (form: LotForm, lot?: Lot) =>
  formOf(JSON.parse(JSON.stringify(contentOf(form, 's1'))) as DraftContent, lot)

describe('a draft of a lot', () => {
  it('fills the form in again as it was', () => {
    expect(again(WHOLE)).toEqual(WHOLE)
    expect(streamOf(contentOf(WHOLE, 's1'))).toBe('s1')
  })

  it('is kept in the words of a lot', () => {
    expect(contentOf({ ...WHOLE, adjustments: [], description: '' }, 's1')).toEqual({
      streamId: 's1',
      title: '钢渣尾渣',
      saleMethod: 'negotiation',
      quantityKind: 'firm',
      quantityKg: 8_000_500,
      priceYuanPerT: -12.5,
      taxIncluded: false,
      delivery: { radiusKm: 120, freightInvoice: 'two-invoice' },
      availableFrom: '2026-11-20',
      availableTo: '2027-01-10',
      qualities: [{ parameter: 'moisture', min: 0, max: 9.5, basis: 'wet' }],
      adjustments: [],
      visibility: 'approved-buyers',
      minimumKg: 30_000,
      destinations: ['370100', '370300'],
      loadingModes: ['bulk-tipper', 'tanker'],
      loadingHours: { days: ['monday', 'friday'], from: '08:00', to: '16:00' },
    })
  })

  it('stays half done where it is half done', () => {
    const half: LotForm = {
      ...WHOLE,
      title: '',
      description: '',
      quantityKg: undefined,
      priceYuanPerT: undefined,
      radiusKm: undefined,
      availableTo: '',
      qualities: [{ parameter: 'mgo', min: 5, max: undefined, basis: 'dry' }],
      adjustments: [
        {
          parameter: '',
          basis: 'none',
          guaranteed: undefined,
          bands: [{ from: undefined, to: undefined, yuanPerTPerUnit: undefined }],
        },
      ],
    }
    expect(again(half)).toEqual(half)
    expect(streamOf(contentOf(half, ''))).toBe('')
  })

  it('has its months again, also those that the window leaves out and none of which is typed', () => {
    const monthly: LotForm = {
      ...WHOLE,
      recurring: true,
      months: { '2026-11': 5000, '2027-01': 7000, '2027-04': 9000 },
      quantityKg: 12_000,
    }
    expect(again(monthly)).toEqual(monthly)

    const untyped = { ...monthly, months: {}, quantityKg: undefined }
    expect(again(untyped)).toEqual(untyped)
  })

  it('leaves out what is typed and is no number', () => {
    const unread = contentOf(
      {
        ...WHOLE,
        quantityKg: Number.NaN,
        priceYuanPerT: Number.NaN,
        radiusKm: Number.NaN,
        qualities: [{ parameter: 'mgo', min: 5, max: Number.NaN, basis: 'dry' }],
        recurring: true,
        months: { '2026-11': Number.NaN, '2026-12': 4000 },
      },
      's1',
    )
    expect(unread).not.toHaveProperty('quantityKg')
    expect(unread).not.toHaveProperty('priceYuanPerT')
    expect(unread).toMatchObject({
      delivery: { freightInvoice: 'two-invoice' },
      qualities: [{ parameter: 'mgo', min: 5, basis: 'dry' }],
      months: [{ month: '2026-11' }, { month: '2026-12', quantityKg: 4000 }, { month: '2027-01' }],
    })
    expect(JSON.stringify(unread)).not.toContain('null')
  })

  it('of a change keeps the quantity of the lot', () => {
    const lot = { quantityKind: 'estimate', quantityKg: 12_000 } as Lot
    expect(again(WHOLE, lot)).toMatchObject({ quantityKind: 'estimate', quantityKg: 12_000 })
  })

  it('counts for nothing where it says what no form says', () => {
    const odd = {
      title: 7,
      quantityKg: '8000',
      quantityKind: 'roughly',
      delivery: 'yes',
      qualities: [null, 'mgo', { parameter: 'mgo', min: '5', basis: 'molten' }],
      adjustments: {},
      months: [],
    }
    expect(formOf(odd)).toMatchObject({
      title: '',
      quantityKg: undefined,
      quantityKind: 'estimate',
      priceBasis: 'ex-works',
      qualities: [{ parameter: 'mgo', min: undefined, basis: 'none' }],
      adjustments: [],
      recurring: false,
      taxIncluded: true,
    })
  })
})
