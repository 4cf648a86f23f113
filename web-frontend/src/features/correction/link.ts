import type { RouteLocationRaw } from 'vue-router'
import type { FactCorrection } from '@/api/model'

/** The page on which a correction is read and answered. */
export function linkOf(correction: FactCorrection): RouteLocationRaw {
  switch (correction.kind) {
    case 'stream-entry':
    case 'stock-take':
    case 'processing':
      return { name: 'stream', params: { id: correction.parentId } }
    case 'dispatch':
    case 'receipt':
    case 'refusal':
      return { name: 'load', params: { id: correction.subjectId } }
    case 'use-report':
      return { name: 'heaps' }
  }
}
