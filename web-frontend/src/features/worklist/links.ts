import type { RouteLocationRaw } from 'vue-router'
import type { CorrectionKind, WorkItem } from '@/api/model'
import { linkOf } from '@/features/correction'

/** The page on which a thing is done. */
export function pageOf(item: WorkItem): RouteLocationRaw {
  const { subjectId, parentId, siteId, materialKey, month } = item
  switch (item.kind) {
    case 'offer':
      return { name: 'offer', params: { id: subjectId } }
    case 'sample':
      return { name: 'sample', params: { id: subjectId } }
    case 'agreement-to-sign':
      return { name: 'agreement-document', params: { id: subjectId } }
    case 'call-off':
    case 'month-to-call-off':
      return { name: 'agreement', params: { id: subjectId } }
    case 'bid-to-open':
    case 'tender-to-award':
    case 'tender-deposit':
    case 'tender-deposit-return':
      return { name: 'tender', params: { id: subjectId } }
    case 'load':
      return { name: 'load-receive', params: { id: subjectId } }
    case 'correction':
      return linkOf({ kind: item.aspect as CorrectionKind, subjectId, parentId })
    case 'approval':
      return { name: 'approval', params: { id: subjectId } }
    case 'delegation':
    case 'delegation-ending':
      return { name: 'delegation', params: { id: subjectId } }
    case 'lot-review':
    case 'lot-returned':
      return { name: 'lot-draft', params: { id: subjectId } }
    case 'statement':
      return { name: 'statement', params: { id: subjectId } }
    case 'payment':
      return { name: 'payments', query: { status: 'recorded' } }
    case 'deposit':
      return { name: 'deposits' }
    case 'use-report':
      return { name: 'heap-month', params: { siteId, materialKey }, query: { month } }
    case 'unreconciled':
    case 'quality-report':
      return { name: 'stream', params: { id: subjectId } }
    case 'verification':
      return { name: 'organisations', query: { status: 'pending' } }
    case 'stockpile':
      return { name: 'stockpiles' }
    case 'key-ending':
      return { name: 'keys' }
    case 'approval-ending':
      return { name: 'partner', params: { id: subjectId } }
    case 'lot-ending':
      return { name: 'lot', params: { id: subjectId } }
    case 'demand-ending':
      return { name: 'demand', params: { id: subjectId } }
    case 'match':
      return { name: 'matches' }
    case 'unlisted':
      return { name: 'lot-new', query: { streamId: subjectId } }
  }
}
