/** One column of a DataTable; a slot `cell-KEY` draws what a text cannot. */
export interface Column<T> {
  key: string
  label: string
  /** Numbers stand at the end of their column. */
  end?: boolean
  /** The column that names the row. */
  lead?: boolean
  /** The heading is only for screen readers. */
  hideLabel?: boolean
  text?: (row: T) => string | number | undefined
}
