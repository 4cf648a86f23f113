import type { RouteLocationRaw } from 'vue-router'
import type { Import, ImportLine, ImportStatus, LineResult } from '@/api/model'

export const STATUS_TONES: Record<ImportStatus, 'info' | 'good' | 'bad' | 'plain'> = {
  queued: 'plain',
  running: 'info',
  ended: 'good',
  cancelled: 'plain',
  failed: 'bad',
}

export const RESULT_TONES: Record<LineResult, 'info' | 'good' | 'warn' | 'bad' | 'plain'> = {
  created: 'good',
  changed: 'info',
  ignored: 'plain',
  refused: 'bad',
  unchecked: 'warn',
}

export const RESULTS = Object.keys(RESULT_TONES) as LineResult[]

export const isResult = (text: unknown): text is LineResult =>
  RESULTS.some((result) => result === text)

export const isGoingOn = ({ status }: Pick<Import, 'status'>) =>
  status === 'queued' || status === 'running'

/** A check that is over and found lines that can be imported, now or after others of the file. */
export const isWorthwhile = ({ dryRun, status, created, changed, unchecked }: Import) =>
  dryRun && status === 'ended' && created + changed + unchecked > 0

/** The page of what a kind of line makes; a record has none of its own. */
const PAGES = new Map([
  ['streams', 'stream'],
  ['lots', 'lot'],
  ['demands', 'demand'],
])

export function pageOf({ kind, subjectId }: ImportLine): RouteLocationRaw | undefined {
  const name = PAGES.get(kind)
  return name && subjectId ? { name, params: { id: subjectId } } : undefined
}
