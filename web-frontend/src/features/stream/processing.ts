import type { NewProcessing } from '@/api/model'

/** One line of the form: tonnes of a stream, or of a product that has a name. */
export interface ProcessingLine {
  streamId: string
  name: string
  quantityKg: number | undefined
}

export interface ProcessingForm {
  occurredOn: string
  inputs: ProcessingLine[]
  outputs: ProcessingLine[]
  products: ProcessingLine[]
  method: NonNullable<NewProcessing['method']>
  note: string
}

export interface ProcessingBalance {
  inKg: number
  outputKg: number
  productKg: number
  /** What is left open: lost where positive, added where negative. */
  differenceKg: number
}

export const LINES_MAX = 10

export const emptyLine = (streamId = ''): ProcessingLine => ({
  streamId,
  name: '',
  quantityKg: undefined,
})

const sum = (lines: ProcessingLine[]) =>
  lines.reduce((kg, line) => kg + Math.max(0, line.quantityKg || 0), 0)

/** What goes in against what comes out, while it is typed. */
export function processingBalance(form: ProcessingForm): ProcessingBalance {
  const inKg = sum(form.inputs)
  const outputKg = sum(form.outputs)
  const productKg = sum(form.products)
  return { inKg, outputKg, productKg, differenceKg: inKg - outputKg - productKg }
}

const isFilled = (line: ProcessingLine) =>
  Boolean(line.streamId || line.name.trim()) && line.quantityKg !== undefined && line.quantityKg > 0

/** A message key for what keeps the lines from being sent, if anything does. */
export function linesFault(form: ProcessingForm): string | undefined {
  const all = [...form.inputs, ...form.outputs, ...form.products]
  if (!all.every(isFilled)) return 'fault.lines'
  if (!form.inputs.length || !(form.outputs.length + form.products.length)) return 'fault.sides'
  const named = [...form.inputs, ...form.outputs].map((line) => line.streamId)
  return new Set(named).size < named.length ? 'fault.streamTwice' : undefined
}

export function processingOf(form: ProcessingForm): NewProcessing {
  const parts = (lines: ProcessingLine[]) =>
    lines.map((line) => ({ streamId: line.streamId, quantityKg: line.quantityKg ?? 0 }))
  return {
    occurredOn: form.occurredOn,
    inputs: parts(form.inputs),
    outputs: parts(form.outputs),
    products: form.products.map((line) => ({
      name: line.name.trim(),
      quantityKg: line.quantityKg ?? 0,
    })),
    method: form.method,
    note: form.note.trim() || undefined,
  }
}
