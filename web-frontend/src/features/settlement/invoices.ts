import type { Invoice, Statement } from '@/api/model'

type Party = Statement['seller']

export interface InvoiceProposal {
  direction: 'issued' | 'received'
  netFen?: number
  vatFen?: number
  reversesId: string
}

/** Why no sum is proposed: what a statement comes to with its corrections, and is invoiced of it. */
export interface Unproposed {
  number: string
  statedFen: number
  invoicedFen: number
  /** The statement is to be invoiced with its corrections, and none of these by itself. */
  netFirst: boolean
}

export function partnerOf(statement: Statement, me: string): Party {
  return statement.seller.id === me ? statement.buyer : statement.seller
}

/** The statement itself, then what it corrects, back to the first one. */
function chainOf(statement: Statement, statements: Statement[]): Statement[] {
  const chain = [statement]
  for (let at = statement; at.correctsId;) {
    const before = statements.find((item) => item.id === at.correctsId)
    if (!before || chain.includes(before)) break
    chain.push(before)
    at = before
  }
  return chain
}

/** The invoices that one about this statement may take back: its own, and of what it corrects. */
export function originalsOf(
  statement: Statement,
  statements: Statement[],
  invoices: Invoice[],
): Invoice[] {
  const about = new Set(chainOf(statement, statements).map((item) => item.id))
  if (statement.correctsId) about.add(statement.correctsId)
  return invoices.filter(
    (invoice) =>
      !invoice.withdrawnAt &&
      invoice.grossFen > 0 &&
      invoice.statements.some((part) => about.has(part.statementId)),
  )
}

/** The statement that was corrected first, and all that corrects it. */
function familyOf(statement: Statement, statements: Statement[]): [Statement, Statement[]] {
  const firstOf = (item: Statement) => chainOf(item, statements).at(-1) ?? item
  const first = firstOf(statement)
  return [first, statements.filter((item) => firstOf(item).id === first.id)]
}

const sumOf = <T>(items: T[], fenOf: (item: T) => number | undefined) =>
  items.reduce((sum, item) => sum + (fenOf(item) ?? 0), 0)

/** What is invoiced for the statements; positive when that issuer is paid. */
function invoicedFor(about: Statement[], invoices: Invoice[], issuerId: string): number {
  const ids = new Set(about.map((item) => item.id))
  return sumOf(
    invoices.filter((invoice) => !invoice.withdrawnAt),
    (invoice) => {
      const fen = sumOf(invoice.statements, (part) =>
        ids.has(part.statementId) ? part.grossFen : 0,
      )
      return invoice.issuer.id === issuerId ? fen : 0 - fen
    },
  )
}

const directionOf = (issuerId: string, me: string) => (issuerId === me ? 'issued' : 'received')

/**
 * What is to be invoiced for a statement. Whoever is paid issues. As long as nothing is invoiced, the
 * first statement is invoiced with its corrections, and none of these by itself. Later a correction
 * is invoiced by the issuer of what it corrects: what lowers that sum is a red-letter invoice of the
 * original. No sum is proposed that would part what is invoiced further from what is stated.
 */
export function proposalOf(
  statement: Statement,
  statements: Statement[],
  invoices: Invoice[],
  me: string,
): { invoice: InvoiceProposal; unproposed?: Unproposed } {
  const [first, family] = familyOf(statement, statements)
  const sums = {
    netFen: sumOf(family, (item) => item.totals.netFen),
    vatFen: sumOf(family, (item) => item.totals.vatFen),
    grossFen: sumOf(family, (item) => item.totals.grossFen),
  }
  const original = originalsOf(statement, statements, invoices)[0]
  const issuerId = original?.issuer.id ?? (sums.grossFen < 0 ? first.buyer.id : first.seller.id)
  const signed = (fen: number) => (issuerId === statement.seller.id ? fen : 0 - fen)
  const direction = directionOf(issuerId, me)

  const statedFen = signed(sums.grossFen)
  const invoicedFen = invoicedFor(family, invoices, issuerId)
  const leftFen = statedFen - invoicedFen
  const corrects = statement.id !== first.id
  const asked = corrects || invoicedFen !== 0 ? statement.totals : sums
  const grossFen = signed(asked.grossFen)
  const apart = leftFen === 0 || Math.sign(leftFen) !== Math.sign(grossFen)
  if (apart || (corrects && invoicedFen === 0) || (grossFen < 0 && !original)) {
    const netFirst = invoicedFen === 0 && leftFen !== 0
    return {
      invoice: { direction, netFen: undefined, vatFen: undefined, reversesId: '' },
      unproposed: { number: first.number, statedFen, invoicedFen, netFirst },
    }
  }
  return {
    invoice: {
      direction,
      netFen: signed(asked.netFen),
      vatFen: signed(asked.vatFen ?? 0),
      reversesId: grossFen < 0 ? (original?.id ?? '') : '',
    },
  }
}

/** What taking an original back changes in a form that does not state a negative sum yet. */
export function reversalOf(
  original: Invoice,
  statedFen: number | undefined,
  me: string,
): Partial<InvoiceProposal> {
  const direction = directionOf(original.issuer.id, me)
  return statedFen !== undefined && statedFen < 0
    ? { direction }
    : { direction, netFen: 0 - original.netFen, vatFen: 0 - original.vatFen }
}
