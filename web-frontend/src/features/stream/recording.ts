import type { NewEntry, Stream } from '@/api/model'

/** Whether what is recorded goes to a company of the same group. */
export const isRelated = (kind: string | undefined) =>
  kind === 'related-transfer' || kind === 'related-use'

/** Where the tonnes of a stream can be moved: the same material at another site. */
export function moveTargets(stream: Stream, streams: Stream[]): Stream[] {
  return streams.filter(
    (other) => other.materialKey === stream.materialKey && other.siteId !== stream.siteId,
  )
}

const YEAR_MIN = 1950

/** Opening stock was generated until the day on which it was found there, in that year as well. */
export const isOpeningYear = (year: number | undefined, occurredOn: string) =>
  year !== undefined && year >= YEAR_MIN && year <= Number(occurredOn.slice(0, 4))

export function counterpartyOf(name: string, uscc: string): NewEntry['counterparty'] {
  return { name: name.trim(), uscc: uscc.trim().toUpperCase() || undefined }
}
