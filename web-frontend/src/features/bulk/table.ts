import { Problem } from '@/api/problem'

/** What the exchange takes, told before anything is sent to it. */
export const FILE_BYTES_MAX = 64 * 1024 * 1024
export const FILE_CHOICE = '.xlsx,.csv'

const refusal = (code: string, facts: Record<string, unknown> = {}) =>
  new Problem({ status: 422, code, detail: '', facts })

const endsWith = (name: string, ending: string) => name.toLowerCase().endsWith(ending)

/** A workbook says by its sheets what is in it; this is one table, and its kind has to be said. */
export const isCsv = ({ name }: File) => endsWith(name, '.csv')

/** The exchange would not take what was chosen: it is one workbook or one CSV file. */
export function unfit(chosen: File[]): Problem | undefined {
  const [file, other] = chosen
  if (!file) return undefined
  if (other) return refusal('tables-too-many')
  if (!isCsv(file) && !endsWith(file.name, '.xlsx')) return refusal('table-kind-unknown')
  if (file.size === 0) return refusal('file-empty')
  return file.size > FILE_BYTES_MAX
    ? refusal('file-too-large', { bytesMax: FILE_BYTES_MAX })
    : undefined
}
