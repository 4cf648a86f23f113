import type { Notice } from '@/api/model'

/** Notices that came at nearly the same time, as few lines as they can be said in. */
export interface Bundle {
  kind: string
  count: number
}

function countOf(notice: Notice): number {
  const count = Number(notice.facts.count)
  return Number.isInteger(count) && count > 0 ? count : 1
}

/** One line for each kind, in the order in which they came. */
export function bundled(notices: Notice[]): Bundle[] {
  const counts = new Map<string, number>()
  for (const notice of notices) {
    counts.set(notice.kind, (counts.get(notice.kind) ?? 0) + countOf(notice))
  }
  return [...counts].map(([kind, count]) => ({ kind, count }))
}
