import type { SearchIndexStatus } from '@/api/model'

type Comparison = NonNullable<SearchIndexStatus['comparison']>

/** How many documents the last comparison found to differ, in whatever way. */
export function differences(comparison: Comparison): number {
  return comparison.missing + comparison.older + comparison.newer + comparison.surplus
}

/** How much of a rebuild is done, in whole per cent; the whole comes only when it has ended. */
export function progress(rebuild: SearchIndexStatus['rebuild']): number {
  if (rebuild.state === 'idle') return 100
  if (rebuild.state === 'requested' || rebuild.total === 0) return 0
  return Math.min(99, Math.floor((rebuild.scanned / rebuild.total) * 100))
}

/** What is to be worried about: nothing, that something waits long, or that something is refused. */
export function tone(status: SearchIndexStatus, now: number): 'good' | 'warn' | 'bad' {
  if (status.setAside > 0 || status.indexed === undefined) return 'bad'
  const waitedMs = status.waitingSince ? now - Date.parse(status.waitingSince) : 0
  return waitedMs > WAITING_LONG_MS ? 'warn' : 'good'
}

const WAITING_LONG_MS = 10_000
