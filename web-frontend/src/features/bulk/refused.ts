import Papa from 'papaparse'
import type { ImportLine } from '@/api/model'
import type { Reason } from './useReasons'

/** Spreadsheets open UTF-8 as such only when it is there. */
const BYTE_ORDER_MARK = '\uFEFF'
/** How a cell begins that a spreadsheet would work out. */
const FORMULA = /^[=+\-@\t\r]/

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
  const text = Papa.unparse({ fields: heading, data: rows }, { escapeFormulae: FORMULA })
  return `${BYTE_ORDER_MARK}${text}\r\n`
}
