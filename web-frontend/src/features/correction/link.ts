import type { RouteLocationRaw } from 'vue-router'
import type { CorrectionKind } from '@/api/model'

/** What was recorded and is to be corrected. */
interface Subject {
  kind: CorrectionKind
  subjectId: string
  /** The stream of what is recorded in one. */
  parentId?: string
}

/** The page on which a correction is read and answered. */
export function linkOf({ kind, subjectId, parentId }: Subject): RouteLocationRaw {
  switch (kind) {
    case 'stream-entry':
    case 'stock-take':
    case 'processing':
      return { name: 'stream', params: { id: parentId } }
    case 'dispatch':
    case 'receipt':
    case 'refusal':
      return { name: 'load', params: { id: subjectId } }
    case 'use-report':
      return { name: 'heaps' }
  }
}
