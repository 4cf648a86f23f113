import { describe, expect, it } from 'vitest'
import type { Invoice, Statement } from '@/api/model'
import { originalsOf, partnerOf, proposalOf, reversalOf } from './invoices'

const seller = { id: 'seller' }
const buyer = { id: 'buyer' }

function statement(id: string, netFen: number, correctsId?: string): Statement {
  const vatFen = Math.round(netFen * 0.13)
  const totals = { netFen, vatFen, grossFen: netFen + vatFen }
  return { id, number: id, seller, buyer, correctsId, totals } as Statement
}

function invoice(id: string, issuer: { id: string }, netFen: number, statementId: string): Invoice {
  const vatFen = Math.round(netFen * 0.13)
  return {
    id,
    issuer,
    netFen,
    vatFen,
    grossFen: netFen + vatFen,
    statements: [{ statementId, grossFen: netFen + vatFen }],
  } as Invoice
}

const sold = statement('S1', 100_000)
const lowered = statement('S2', -20_000, 'S1')
const raised = statement('S3', 5_000, 'S1')
const again = statement('S4', -1_000, 'S2')
const statements = [again, raised, lowered, sold]
const blue = invoice('I1', seller, 100_000, 'S1')
const red = invoice('I2', seller, -20_000, 'S2')
const foreign = invoice('I3', seller, 100_000, 'S9')
const invoices = [foreign, red, blue]

describe('the originals that an invoice may take back', () => {
  it.each([
    ['its own', sold],
    ['those of what the statement corrects', lowered],
    ['those of what that corrected', again],
  ])('are %s', (_, about) => {
    expect(originalsOf(about, statements, invoices)).toEqual([blue])
  })

  it('are known though the corrected statement was not read', () => {
    expect(originalsOf(lowered, [lowered], invoices)).toEqual([blue])
  })
})

describe('the invoice proposed for a statement', () => {
  it('is issued by the seller who is paid', () => {
    const invoice = { netFen: 100_000, vatFen: 13_000, reversesId: '' }
    expect(proposalOf(sold, [sold], [], 'seller')).toEqual({
      invoice: { direction: 'issued', ...invoice },
    })
    expect(proposalOf(sold, [sold], [], 'buyer')).toEqual({
      invoice: { direction: 'received', ...invoice },
    })
  })

  it('is issued by the buyer where the seller pays', () => {
    const paid = statement('S5', -40_000)
    expect(proposalOf(paid, [paid], [], 'buyer').invoice).toEqual({
      direction: 'issued',
      netFen: 40_000,
      vatFen: 5_200,
      reversesId: '',
    })
  })

  it('is a red-letter invoice of the original where a correction lowers the sum', () => {
    expect(proposalOf(lowered, statements, [foreign, blue], 'seller')).toEqual({
      invoice: { direction: 'issued', netFen: -20_000, vatFen: -2_600, reversesId: 'I1' },
    })
  })

  it('is one more of the same issuer where a correction raises the sum', () => {
    expect(proposalOf(raised, statements, invoices, 'buyer')).toEqual({
      invoice: { direction: 'received', netFen: 5_000, vatFen: 650, reversesId: '' },
    })
  })

  it('keeps the issuer where the buyer issued and a correction lowers what the seller pays', () => {
    const paid = statement('S6', -40_000)
    const less = statement('S7', 10_000, 'S6')
    const issued = invoice('I6', buyer, 40_000, 'S6')
    expect(proposalOf(less, [less, paid], [issued], 'seller').invoice).toEqual({
      direction: 'received',
      netFen: -10_000,
      vatFen: -1_300,
      reversesId: 'I6',
    })
  })
})

describe('a statement of which nothing is invoiced', () => {
  const withdrawn = { ...blue, withdrawnAt: '2026-02-01T00:00:00Z' }

  it.each([
    ['lowers', lowered],
    ['raises', raised],
  ])('is invoiced with what %s its sum, which is not invoiced by itself', (_, correction) => {
    const { invoice, unproposed } = proposalOf(correction, statements, [withdrawn], 'seller')
    expect(invoice).toEqual({ direction: 'issued', reversesId: '' })
    expect(unproposed).toEqual({
      number: 'S1',
      statedFen: 94_920,
      invoicedFen: 0,
      netFirst: true,
    })
    expect(proposalOf(sold, statements, [withdrawn], 'seller')).toEqual({
      invoice: { direction: 'issued', netFen: 84_000, vatFen: 10_920, reversesId: '' },
    })
  })

  it('is invoiced by the buyer where corrections turn the sum over', () => {
    const turned = statement('S8', -150_000, 'S1')
    expect(proposalOf(sold, [turned, sold], [], 'buyer').invoice).toEqual({
      direction: 'issued',
      netFen: 50_000,
      vatFen: 6_500,
      reversesId: '',
    })
    expect(proposalOf(turned, [turned, sold], [], 'buyer').unproposed?.netFirst).toBe(true)
  })

  it('asks for no invoice where corrections take all of it back', () => {
    const none = statement('S9', -100_000, 'S1')
    const nothing = { number: 'S1', statedFen: 0, invoicedFen: 0, netFirst: false }
    expect(proposalOf(sold, [none, sold], [], 'seller').unproposed).toEqual(nothing)
    expect(proposalOf(none, [none, sold], [], 'seller').unproposed).toEqual(nothing)
  })
})

it.each([
  ['the net sum was invoiced', [invoice('I4', seller, 80_000, 'S1')]],
  ['its red-letter invoice is there already', [red, blue]],
])('a correction asks for no invoice where %s', (_, recorded) => {
  expect(proposalOf(lowered, [lowered, sold], recorded, 'seller')).toEqual({
    invoice: { direction: 'issued', reversesId: '' },
    unproposed: { number: 'S1', statedFen: 90_400, invoicedFen: 90_400, netFirst: false },
  })
})

describe('taking an original back', () => {
  it('turns its whole sum over unless a negative one is stated', () => {
    expect(reversalOf(blue, 113_000, 'seller')).toEqual({
      direction: 'issued',
      netFen: -100_000,
      vatFen: -13_000,
    })
    expect(reversalOf(blue, -500, 'buyer')).toEqual({ direction: 'received' })
  })
})

describe('the partner', () => {
  it('is the other side', () => {
    expect([partnerOf(sold, 'seller'), partnerOf(sold, 'buyer')]).toEqual([buyer, seller])
  })
})
