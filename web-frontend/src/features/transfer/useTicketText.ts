import { useI18n } from 'vue-i18n'
import type { Problem } from '@/api/problem'
import { useFormat } from '@/ui/useFormat'
import { useProblemText } from '@/ui/useProblemText'
import type { TicketOutcome } from './receipts'
import {
  FILE_BYTES_MAX,
  FILE_COLUMNS,
  ROWS_MAX,
  type FileColumn,
  type FileFault,
} from './weighbridgeFile'
import type { RowFault, TicketRow } from './weighbridgeRows'

const BYTES_PER_MB = 1_000_000

/** Why a file, or a ticket of it, is not taken, in the reader's language. */
export function useTicketText() {
  const { t, te } = useI18n()
  const { instant } = useFormat()
  const problemText = useProblemText()

  const columnText = (column: FileColumn) => t(`receiveFile.column.${column}`)

  function fileFault(fault: FileFault): string {
    const columns = 'columns' in fault ? fault.columns.map(columnText) : []
    return t(`receiveFile.fileFault.${fault.code}`, {
      ...fault,
      columns: columns.join(t('label.comma')),
      max: ROWS_MAX,
      megabytes: FILE_BYTES_MAX / BYTES_PER_MB,
    })
  }

  function rowFault({ code, column, values = {} }: RowFault): string {
    const text = t(`receiveFile.rowFault.${code}`, {
      ...values,
      ...(typeof values.at === 'string' ? { at: instant(values.at) } : {}),
    })
    return column ? t('receiveFile.inColumn', { column: columnText(column), text }) : text
  }

  /** The refusal of one line, with the column that it is about. */
  function refusal(problem: Problem): string {
    const field = problem.fields[0]
    if (!field) return problemText(problem)
    const last = field.path.slice(field.path.lastIndexOf('.') + 1)
    const column = FILE_COLUMNS.find((it) => it === last)
    const own = te(`fault.${field.code}`) ? t(`fault.${field.code}`) : field.message
    const text = problem.code === 'invalid-request' ? own : problemText(problem)
    return column ? t('receiveFile.inColumn', { column: columnText(column), text }) : text
  }

  /** Why the ticket was not received; nothing when it was, or may yet be. */
  function reasons(row: TicketRow, outcome: TicketOutcome | undefined): string[] {
    if (row.faults.length > 0) return row.faults.map(rowFault)
    return outcome && 'problem' in outcome ? [refusal(outcome.problem)] : []
  }

  return { fileFault, reasons }
}
