import type { Invoice, Statement } from '@/api/model'

type Party = Statement['seller']

export interface InvoiceProposal {
  direction: 'issued' | 'received'
  netFen: number
  vatFen: number
  reversesId: string
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

const directionOf = (issuerId: string, me: string) => (issuerId === me ? 'issued' : 'received')

/**
 * What is to be invoiced for a statement. Whoever is paid issues. A correcting statement is invoiced
 * by the issuer of what it corrects: what lowers that sum is a red-letter invoice of the original.
 */
export function proposalOf(
  statement: Statement,
  statements: Statement[],
  invoices: Invoice[],
  me: string,
): InvoiceProposal {
  const original = statement.correctsId
    ? originalsOf(statement, statements, invoices)[0]
    : undefined
  const first = chainOf(statement, statements).at(-1) ?? statement
  const issuerId =
    original?.issuer.id ?? (first.totals.grossFen < 0 ? first.buyer.id : first.seller.id)
  const signed = (fen: number) => (issuerId === statement.seller.id ? fen : 0 - fen)
  return {
    direction: directionOf(issuerId, me),
    netFen: signed(statement.totals.netFen),
    vatFen: signed(statement.totals.vatFen ?? 0),
    reversesId: signed(statement.totals.grossFen) < 0 ? (original?.id ?? '') : '',
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
