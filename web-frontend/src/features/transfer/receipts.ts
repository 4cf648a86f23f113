import { Problem } from '@/api/problem'
import type { ReceiptAnswer, ReceiptLine, ReceivedLoad } from '@/api/model'
import type { TicketRow } from './weighbridgeRows'

/** What the exchange takes of a file in one request. */
export const LINES_MAX = 500

/** What became of a ticket that was sent. */
export type TicketOutcome = { received: ReceivedLoad } | { problem: Problem }

export type Outcomes = ReadonlyMap<number, TicketOutcome>

export type ReadyRow = TicketRow & Required<Pick<TicketRow, 'load' | 'receipt'>>

export function isReady(row: TicketRow): row is ReadyRow {
  return row.faults.length === 0 && row.load !== undefined && row.receipt !== undefined
}

/** The next tickets of the file that nothing has become of yet, in their order. */
export function nextOf(rows: TicketRow[], outcomes: Outcomes): ReadyRow[] {
  return rows
    .filter(isReady)
    .filter((row) => !outcomes.has(row.row))
    .slice(0, LINES_MAX)
}

export function lineOf({ load, receipt }: ReadyRow): ReceiptLine {
  return { loadId: load.id, version: load.version, receipt }
}

/** What became of the tickets of one request; a line without an answer is not sent again by itself. */
export function outcomesOf(sent: ReadyRow[], answers: ReceiptAnswer[]): Outcomes {
  return new Map(
    sent.map(({ row }, index): [number, TicketOutcome] => {
      const { received, problem } = answers[index] ?? {}
      if (received) return [row, { received }]
      const unreadable = { status: 0, code: 'unreadable', detail: '' }
      return [row, { problem: new Problem(problem ?? unreadable) }]
    }),
  )
}

/** A request that was refused for what single lines say: those, each with what was wrong in it. */
export function refusedOf(sent: ReadyRow[], problem: Problem): Outcomes {
  const refused = new Map<number, TicketOutcome>()
  for (const field of problem.fields) {
    const row = sent[Number(/^lines\[(\d+)\]/.exec(field.path)?.[1] ?? Number.NaN)]?.row
    if (row === undefined || refused.has(row)) continue
    const { status, code, detail, facts } = problem
    refused.set(row, { problem: new Problem({ status, code, detail, facts, fields: [field] }) })
  }
  return refused
}
