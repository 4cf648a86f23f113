import { describe, expect, it } from 'vitest'
import type { Invoice, Statement } from '@/api/model'
import { originalsOf, partnerOf, proposalOf, reversalOf } from './invoices'

const seller = { id: 'seller' }
const buyer = { id: 'buyer' }

function statement(id: string, netFen: number, correctsId?: string): Statement {
  const vatFen = Math.round(netFen * 0.13)
  const totals = { netFen, vatFen, grossFen: netFen + vatFen }
  return { id, seller, buyer, correctsId, totals } as Statement
}

function invoice(id: string, issuer: { id: string }, netFen: number, statementId: string): Invoice {
  const vatFen = Math.round(netFen * 0.13)
  return {
    id,
    issuer,
    netFen,
    vatFen,
    grossFen: netFen + vatFen,
    statements: [{ statementId }],
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
    const proposed = { netFen: 100_000, vatFen: 13_000, reversesId: '' }
    expect(proposalOf(sold, statements, [], 'seller')).toEqual({ direction: 'issued', ...proposed })
    expect(proposalOf(sold, statements, [], 'buyer')).toEqual({
      direction: 'received',
      ...proposed,
    })
  })

  it('is issued by the buyer where the seller pays', () => {
    expect(proposalOf(statement('S5', -40_000), statements, [], 'buyer')).toEqual({
      direction: 'issued',
      netFen: 40_000,
      vatFen: 5_200,
      reversesId: '',
    })
  })

  it('is a red-letter invoice of the original where a correction lowers the sum', () => {
    expect(proposalOf(lowered, statements, invoices, 'seller')).toEqual({
      direction: 'issued',
      netFen: -20_000,
      vatFen: -2_600,
      reversesId: 'I1',
    })
  })

  it('is one more of the same issuer where a correction raises the sum', () => {
    expect(proposalOf(raised, statements, invoices, 'buyer')).toEqual({
      direction: 'received',
      netFen: 5_000,
      vatFen: 650,
      reversesId: '',
    })
  })

  it('keeps the issuer where the buyer issued and a correction lowers what the seller pays', () => {
    const paid = statement('S6', -40_000)
    const less = statement('S7', 10_000, 'S6')
    const issued = invoice('I6', buyer, 40_000, 'S6')
    expect(proposalOf(less, [less, paid], [issued], 'seller')).toEqual({
      direction: 'received',
      netFen: -10_000,
      vatFen: -1_300,
      reversesId: 'I6',
    })
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
