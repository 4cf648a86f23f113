/** Sizes of files are shown in decimal units. */
const BYTES_PER_KILOBYTE = 1_000
const BYTES_PER_MEGABYTE = 1_000_000

export type ByteUnit = 'bytes' | 'kilobytes' | 'megabytes'

/** A size in the unit in which it is read most easily; kilobytes are whole. */
export function byteSize(bytes: number): { value: number; unit: ByteUnit } {
  if (bytes < BYTES_PER_KILOBYTE) return { value: bytes, unit: 'bytes' }
  const kilobytes = Math.round(bytes / BYTES_PER_KILOBYTE)
  return kilobytes * BYTES_PER_KILOBYTE < BYTES_PER_MEGABYTE
    ? { value: kilobytes, unit: 'kilobytes' }
    : { value: bytes / BYTES_PER_MEGABYTE, unit: 'megabytes' }
}

/** A limit in megabytes, rounded down: what is said to be taken is taken. */
export function wholeMegabytes(bytes: number): number {
  return Math.floor(bytes / BYTES_PER_MEGABYTE)
}
