import Papa from 'papaparse'
import type { ImportLine } from '@/api/model'
import type { Reason } from './useReasons'

/** Spreadsheets open UTF-8 as such only when it is there. */
const BYTE_ORDER_MARK = '\uFEFF'
/**
 * Where a spreadsheet would begin to work something out: at the start of a text, or of what another
 * separator than ours makes a cell of, also behind the quotes that open it. As the exchange's own
 * files have it.
 */
const FORMULA = /(^|[;\t\r\n])("*)(?=[=+\-@＝＋－＠])/g
/** A text that begins so is one as well. */
const LEADING = /^(?=[\t\r\n])/

interface Words {
  kindName: (key: string) => string
  reasons: (line: ImportLine) => Reason[]
}

/** A row for each reason why a line was refused, so that a spreadsheet can sort by it. */
export function refusedRows(lines: ImportLine[], { kindName, reasons }: Words): string[][] {
  return lines.flatMap((line) => {
    const place = [line.sheet, String(line.line), kindName(line.kind), line.reference ?? '']
    const told = reasons(line).map(({ column, text }) => [...place, column, text])
    return told.length > 0 ? told : [[...place, '', '']]
  })
}

/** The text of a file that spreadsheets open in the right encoding, with no formula in it. */
export function csvText(heading: string[], rows: string[][]): string {
  const text = Papa.unparse({ fields: heading, data: rows.map((row) => row.map(disarmed)) })
  return `${BYTE_ORDER_MARK}${text}\r\n`
}

function disarmed(text: string): string {
  return text.replace(FORMULA, "$1$2'").replace(LEADING, "'")
}
