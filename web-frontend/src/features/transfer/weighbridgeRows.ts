import type { Load, Receipt } from '@/api/model'
import { comparable, instantIn, kilogramsIn, percentIn, plain } from './weighbridgeCells'
import type { FileColumn, FileLine, WeighbridgeFile } from './weighbridgeFile'
import { netOf, weighing, type Weighing } from './weighing'

/** What the exchange takes at most. */
const GROSS_KG_MAX = 200_000
const TICKET_MAX = 60
const NOTE_MAX = 1_000

/** Nets so far apart are those of another unit, or of another truck. */
const NET_TIMES_MAX = 10

export type RowFaultCode =
  | 'cells'
  | 'load-missing'
  | 'load-unknown'
  | 'plate-unknown'
  | 'plate-several'
  | 'plate-other'
  | 'load-twice'
  | 'required'
  | 'number'
  | 'too-fine'
  | 'weight'
  | 'tare'
  | 'rejected'
  | 'rejected-all'
  | 'percent'
  | 'time'
  | 'future'
  | 'before-dispatch'
  | 'unit'
  | 'too-long'

export interface RowFault {
  code: RowFaultCode
  column?: FileColumn
  values?: Record<string, string | number>
}

/** One ticket of the file with the load that it is of. It is sent when it has no faults. */
export interface TicketRow {
  row: number
  cells: string[]
  loadNumber: string
  plate: string
  ticketNumber: string
  load?: Load
  receipt?: Receipt
  weighing?: Weighing
  faults: RowFault[]
}

/** Reads the cells of one line and collects what is wrong with them. */
class LineReader {
  readonly faults: RowFault[] = []

  constructor(
    private readonly file: WeighbridgeFile,
    private readonly line: FileLine,
  ) {
    const surplus = line.cells.slice(file.header.length)
    if (surplus.some((cell) => cell.trim() !== '')) this.faults.push({ code: 'cells' })
  }

  /** The cell as it stands there. */
  text(column: FileColumn): string {
    const index = this.file.columns.get(column)?.index
    return index === undefined ? '' : (this.line.cells[index] ?? '').trim()
  }

  needed(column: FileColumn): string {
    const text = this.text(column)
    if (!text) this.faults.push({ code: 'required', column })
    return text
  }

  bounded(column: FileColumn, text: string, max: number): string {
    if (text.length > max) this.faults.push({ code: 'too-long', column, values: { max } })
    return text
  }

  /** A weight in kilograms; undefined when there is none or it is wrong. */
  weight(column: FileColumn, least: number): number | undefined {
    const text = this.text(column)
    if (!text) return undefined
    const kg = kilogramsIn(text, this.file.columns.get(column)?.unit ?? 'kg')
    return this.number(column, text, kg, least, GROSS_KG_MAX, 'weight')
  }

  percent(column: FileColumn): number | undefined {
    const text = this.text(column)
    return text ? this.number(column, text, percentIn(text), 0, 100, 'percent') : undefined
  }

  time(column: FileColumn): string | undefined {
    const text = this.needed(column)
    const instant = text ? instantIn(text) : undefined
    if (text && !instant) this.faults.push({ code: 'time', column, values: { text } })
    return instant
  }

  private number(
    column: FileColumn,
    text: string,
    value: ReturnType<typeof percentIn>,
    least: number,
    max: number,
    range: RowFaultCode,
  ): number | undefined {
    if (value === 'unreadable') this.faults.push({ code: 'number', column, values: { text } })
    else if (value === 'too-fine') this.faults.push({ code: 'too-fine', column, values: { text } })
    else if (value < least || value > max) this.faults.push({ code: range, column })
    else return value
    return undefined
  }
}

/** What the line says of the weighing; undefined when anything of it is wrong. */
function receiptOf(reader: LineReader, now: Date): Receipt | undefined {
  const { faults } = reader
  if (faults.length > 0) return undefined
  const ticketNumber = reader.bounded('ticketNumber', reader.needed('ticketNumber'), TICKET_MAX)
  const [grossText, tareText] = [reader.needed('grossKg'), reader.needed('tareKg')]
  const grossKg = grossText ? reader.weight('grossKg', 1) : undefined
  const tareKg = tareText ? reader.weight('tareKg', 1) : undefined
  const rejectedKg = reader.weight('rejectedKg', 0) ?? 0
  const deductionKg = reader.weight('deductionKg', 0)
  const moisturePct = reader.percent('moisturePct')
  const receivedAt = reader.time('receivedAt')
  const note = reader.bounded('note', reader.text('note'), NOTE_MAX) || undefined
  const netKg = netOf({ grossKg, tareKg })
  if (grossKg !== undefined && tareKg !== undefined && netKg === undefined) {
    faults.push({ code: 'tare' })
  }
  if (netKg !== undefined && rejectedKg > netKg) faults.push({ code: 'rejected' })
  if (netKg !== undefined && rejectedKg === netKg) faults.push({ code: 'rejected-all' })
  if (receivedAt !== undefined && Date.parse(receivedAt) > now.getTime()) {
    faults.push({ code: 'future' })
  }
  if (faults.length > 0 || grossKg === undefined || tareKg === undefined) return undefined
  if (receivedAt === undefined) return undefined
  return { ticketNumber, grossKg, tareKg, rejectedKg, deductionKg, moisturePct, receivedAt, note }
}

/** The caller's arriving loads by what a ticket names them. */
class ArrivingLoads {
  private readonly byNumber = new Map<string, Load>()
  private readonly byPlate = new Map<string, Load[]>()

  constructor(loads: Load[]) {
    for (const load of loads) {
      this.byNumber.set(comparable(load.number), load)
      const plate = comparable(load.plate)
      this.byPlate.set(plate, [...(this.byPlate.get(plate) ?? []), load])
    }
  }

  /** By the load's number; by its plate when there is no number and the plate names one load. */
  find(loadNumber: string, plate: string): Load | RowFault {
    if (loadNumber) return this.numbered(loadNumber, plate)
    if (!plate) return { code: 'load-missing' }
    const [load, ...others] = this.byPlate.get(comparable(plate)) ?? []
    if (!load) return { code: 'plate-unknown', values: { plate } }
    const loads = others.length + 1
    return others.length > 0 ? { code: 'plate-several', values: { plate, loads } } : load
  }

  private numbered(number: string, plate: string): Load | RowFault {
    const load = this.byNumber.get(comparable(number))
    if (!load) return { code: 'load-unknown', values: { number } }
    return plate && comparable(plate) !== comparable(load.plate)
      ? { code: 'plate-other', values: { plate: load.plate } }
      : load
  }
}

function joinedFaults(load: Load, receipt: Receipt, weighed: Weighing | undefined): RowFault[] {
  const faults: RowFault[] = []
  if (Date.parse(receipt.receivedAt) < Date.parse(load.origin.at)) {
    faults.push({ code: 'before-dispatch', values: { at: load.origin.at } })
  }
  const times = (weighed?.netKg ?? 0) / load.origin.netKg
  if (weighed && (times > NET_TIMES_MAX || times < 1 / NET_TIMES_MAX)) {
    faults.push({ code: 'unit' })
  }
  return faults
}

function ticketRow(
  file: WeighbridgeFile,
  line: FileLine,
  arriving: ArrivingLoads,
  now: Date,
): TicketRow {
  const reader = new LineReader(file, line)
  const [loadNumber, plate] = [plain(reader.text('loadNumber')), plain(reader.text('plate'))]
  const receipt = receiptOf(reader, now)
  const found = arriving.find(loadNumber, plate)
  const load = 'code' in found ? undefined : found
  const weighed = load && receipt ? weighing(load.origin, receipt, 'buyer') : undefined
  return {
    row: line.row,
    cells: line.cells,
    loadNumber: load?.number ?? loadNumber,
    plate: load?.plate ?? plate,
    ticketNumber: reader.text('ticketNumber'),
    load,
    receipt,
    weighing: weighed,
    faults: [
      ...('code' in found ? [found] : []),
      ...reader.faults,
      ...(load && receipt ? joinedFaults(load, receipt, weighed) : []),
    ],
  }
}

/** A load has one ticket: nobody knows which of two is right. */
function marked(rows: TicketRow[]): TicketRow[] {
  const rowsOf = new Map<string, number[]>()
  for (const { load, row } of rows) {
    if (load) rowsOf.set(load.id, [...(rowsOf.get(load.id) ?? []), row])
  }
  return rows.map((ticket) => {
    const others = rowsOf.get(ticket.load?.id ?? '')?.filter((row) => row !== ticket.row) ?? []
    if (others.length === 0) return ticket
    const twice: RowFault = { code: 'load-twice', values: { rows: others.join(', ') } }
    return { ...ticket, faults: [twice, ...ticket.faults] }
  })
}

/** The tickets of a file with the loads on their way to the caller, in the order of the file. */
export function ticketRows(file: WeighbridgeFile, loads: Load[], now: Date): TicketRow[] {
  const arriving = new ArrivingLoads(loads)
  return marked(file.lines.map((line) => ticketRow(file, line, arriving, now)))
}
