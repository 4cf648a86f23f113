import type { Statement } from '@/api/model'

type Charged = Pick<Statement, 'terms' | 'totals' | 'correctsId'>

/** Whether a statement has a sum for freight: a correction can charge it without terms. */
export const hasFreightSum = ({ terms, totals }: Charged) =>
  Boolean(terms.freight) || totals.freightFen !== 0

/** Whether its lines may: those of a correction may, also where they cancel each other out. */
export const hasFreightLines = ({ terms, correctsId }: Charged) =>
  Boolean(terms.freight) || Boolean(correctsId)
