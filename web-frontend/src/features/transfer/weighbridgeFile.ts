import Papa from 'papaparse'
import type { WeightUnit } from './weighbridgeCells'

/**
 * The tickets of a weighbridge as its program exports them: text with separators, in UTF-8 or in
 * what Chinese Windows writes, with a header that may stand below a few lines of title.
 */
export const FILE_BYTES_MAX = 2_000_000
export const ROWS_MAX = 2_000

const TITLE_LINES_MAX = 10
const DELIMITERS = [',', ';', '\t']
const BYTE_ORDER_MARK = '\uFEFF'

/** The columns in the order of the template, with the words that name them. */
const WORDS = {
  loadNumber: ['运单号', '车次', '车次号', '车次编号', 'load', 'loadnumber', 'loadno'],
  plate: ['车牌号', '车牌', '车号', 'plate', 'platenumber', 'plateno', 'truck'],
  ticketNumber: ['磅单号', '过磅单号', 'ticket', 'ticketnumber', 'ticketno'],
  grossKg: ['毛重', 'gross', 'grossweight'],
  tareKg: ['皮重', 'tare', 'tareweight'],
  rejectedKg: ['退货', '退货量', '拒收', '拒收量', 'rejected', 'rejectedweight'],
  deductionKg: ['扣减', '扣减量', '扣重', 'deduction', 'deducted'],
  moisturePct: ['水分', '水份', '含水率', 'moisture'],
  receivedAt: ['过磅时间', '称重时间', '收货时间', 'weighedat', 'receivedat', 'weighingtime'],
  note: ['备注', 'note', 'notes', 'remark', 'remarks'],
} as const

export type FileColumn = keyof typeof WORDS
export const FILE_COLUMNS = Object.keys(WORDS) as FileColumn[]

const COLUMN_OF = new Map<string, FileColumn>(
  FILE_COLUMNS.flatMap((column) => WORDS[column].map((word) => [word, column] as const)),
)
const REQUIRED: FileColumn[] = ['ticketNumber', 'grossKg', 'tareKg', 'receivedAt']

const UNITS: Record<string, WeightUnit | '%'> = {
  kg: 'kg',
  kgs: 'kg',
  千克: 'kg',
  公斤: 'kg',
  t: 't',
  ton: 't',
  tonne: 't',
  tonnes: 't',
  吨: 't',
  '%': '%',
}

export interface FoundColumn {
  index: number
  /** Of weights. */
  unit: WeightUnit
}

export interface FileLine {
  /** The row as a spreadsheet counts it. */
  row: number
  cells: string[]
}

export interface WeighbridgeFile {
  header: string[]
  columns: ReadonlyMap<FileColumn, FoundColumn>
  /** The headings that mean nothing here. */
  unread: string[]
  lines: FileLine[]
}

export type FileFault =
  | { code: 'too-large' | 'not-there' | 'workbook' | 'encoding' | 'no-rows' }
  | { code: 'quotes'; row: number }
  | { code: 'too-many-rows'; rows: number }
  | { code: 'columns-missing'; columns: FileColumn[] }
  | { code: 'column-twice' | 'unit-unknown'; heading: string }

type Read = { file: WeighbridgeFile } | { fault: FileFault }

/** The first bytes of a workbook, new and old. */
const WORKBOOKS = ['504b0304', 'd0cf11e0']

function startOf(bytes: Uint8Array): string {
  return [...bytes.subarray(0, 4)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

function decoded(bytes: Uint8Array): string | undefined {
  const encodings = startOf(bytes).startsWith('fffe') ? ['utf-16le'] : ['utf-8', 'gb18030']
  for (const encoding of encodings) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      continue
    }
  }
  return undefined
}

type Heading =
  { column: FileColumn; unit: WeightUnit; bare?: true } | { unitUnknown: true } | { unread: true }

const isWeight = (column: FileColumn) => column.endsWith('Kg')

/** What a heading names, with its unit: `毛重（吨）`, `Gross [kg]`, `皮重/t`, `net_kg`. */
function headingOf(text: string): Heading {
  const name = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_.:#*-]/g, '')
  const whole = COLUMN_OF.get(name)
  if (whole) return { column: whole, unit: 'kg', bare: true }
  const parts = /^(.+?)(?:\((.+)\)|\[(.+)\]|\/(.+))$/.exec(name)
  const bare = /^(.+?)(kgs?|千克|公斤|吨|t|%)$/.exec(name)
  const column = COLUMN_OF.get(parts?.[1] ?? '') ?? COLUMN_OF.get(bare?.[1] ?? '')
  if (!column) return { unread: true }
  const unit = UNITS[parts?.[2] ?? parts?.[3] ?? parts?.[4] ?? bare?.[2] ?? '']
  if (isWeight(column) && (unit === 'kg' || unit === 't')) return { column, unit }
  if (column === 'moisturePct' && unit === '%') return { column, unit: 'kg' }
  return isWeight(column) || column === 'moisturePct'
    ? { unitUnknown: true }
    : { column, unit: 'kg' }
}

interface Header {
  delimiter: string
  index: number
  known: number
}

/** The separator and the line under which most columns are known. */
function headerIn(text: string): Header | undefined {
  let best: Header | undefined
  for (const delimiter of DELIMITERS) {
    const { data } = Papa.parse<string[]>(text, { delimiter, preview: TITLE_LINES_MAX + 1 })
    for (const [index, cells] of data.entries()) {
      const known = cells.filter((cell) => !('unread' in headingOf(cell))).length
      if (known > (best?.known ?? 0)) best = { delimiter, index, known }
    }
  }
  return best
}

function columnsOf(header: string[]): Omit<WeighbridgeFile, 'lines'> | { fault: FileFault } {
  const columns = new Map<FileColumn, FoundColumn>()
  const unread: string[] = []
  const weights = header.map(headingOf).filter((it) => 'column' in it && isWeight(it.column))
  const inTonnes = weights.some((it) => 'unit' in it && it.unit === 't')
  for (const [index, heading] of header.entries()) {
    const found = headingOf(heading)
    if ('unitUnknown' in found) return { fault: { code: 'unit-unknown', heading } }
    if ('unread' in found) {
      if (heading) unread.push(heading)
      continue
    }
    if (columns.has(found.column)) return { fault: { code: 'column-twice', heading } }
    // Beside a weight in tonnes, one that says no unit may be meant in either.
    if (found.bare && inTonnes && isWeight(found.column))
      return { fault: { code: 'unit-unknown', heading } }
    columns.set(found.column, { index, unit: found.unit })
  }
  const missing = REQUIRED.filter((column) => !columns.has(column))
  if (!columns.has('loadNumber') && !columns.has('plate')) missing.unshift('loadNumber')
  return missing.length > 0
    ? { fault: { code: 'columns-missing', columns: missing } }
    : { header, columns, unread }
}

function isBlank(cells: string[]): boolean {
  return cells.every((cell) => cell.trim() === '')
}

/** Reads the tickets of a file of the disk, which may be gone by now. */
export async function readChosen(chosen: Blob): Promise<Read> {
  if (chosen.size > FILE_BYTES_MAX) return { fault: { code: 'too-large' } }
  try {
    return readFile(new Uint8Array(await chosen.arrayBuffer()))
  } catch {
    return { fault: { code: 'not-there' } }
  }
}

/** Reads the tickets of a file, or says why the whole file cannot be read. */
export function readFile(bytes: Uint8Array): Read {
  if (WORKBOOKS.includes(startOf(bytes))) return { fault: { code: 'workbook' } }
  const text = decoded(bytes)
  if (text === undefined) return { fault: { code: 'encoding' } }
  if (text.trim() === '') return { fault: { code: 'no-rows' } }
  const header = headerIn(text)
  if (!header) return { fault: { code: 'columns-missing', columns: ['loadNumber', ...REQUIRED] } }
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: header.delimiter })
  const quotes = errors.find((error) => error.type === 'Quotes')
  if (quotes) return { fault: { code: 'quotes', row: (quotes.row ?? 0) + 1 } }
  const found = columnsOf((data[header.index] ?? []).map((cell) => cell.trim()))
  if ('fault' in found) return found
  const lines = data
    .map((cells, index) => ({ row: index + 1, cells }))
    .filter(({ row, cells }) => row > header.index + 1 && !isBlank(cells))
  if (lines.length === 0) return { fault: { code: 'no-rows' } }
  if (lines.length > ROWS_MAX) return { fault: { code: 'too-many-rows', rows: lines.length } }
  return { file: { ...found, lines } }
}

/** A file that spreadsheets open in the right encoding, and in which no cell becomes a formula. */
export function csvFile(header: string[], lines: string[][]): Blob {
  const text = Papa.unparse({ fields: header, data: lines }, { escapeFormulae: true })
  return new Blob([BYTE_ORDER_MARK, text, '\r\n'], { type: 'text/csv;charset=utf-8' })
}
