import { describe, expect, it } from 'vitest'
import type { WorkItem, WorkKind } from '@/api/model'
import { pageOf } from './links'

const item = (kind: WorkKind, more: Partial<WorkItem> = {}): WorkItem => ({
  kind,
  key: 'k1',
  subjectId: 's1',
  label: 'label',
  voids: false,
  ...more,
})
const params = { id: 's1' }

describe('what waits', () => {
  it.each<[WorkKind, object]>([
    ['offer', { name: 'offer', params }],
    ['sample', { name: 'sample', params }],
    ['load', { name: 'load-receive', params }],
    ['call-off', { name: 'agreement', params }],
    ['month-to-call-off', { name: 'agreement', params }],
    ['agreement-to-sign', { name: 'agreement-document', params }],
    ['bid-to-open', { name: 'tender', params }],
    ['tender-to-award', { name: 'tender', params }],
    ['tender-deposit', { name: 'tender', params }],
    ['tender-deposit-return', { name: 'tender', params }],
    ['approval', { name: 'approval', params }],
    ['delegation', { name: 'delegation', params }],
    ['delegation-ending', { name: 'delegation', params }],
    ['lot-review', { name: 'lot-draft', params }],
    ['lot-returned', { name: 'lot-draft', params }],
    ['statement', { name: 'statement', params }],
    ['payment', { name: 'payments', query: { status: 'recorded' } }],
    ['deposit', { name: 'deposits' }],
    ['unreconciled', { name: 'stream', params }],
    ['verification', { name: 'organisations', query: { status: 'pending' } }],
    ['stockpile', { name: 'stockpiles' }],
    ['quality-report', { name: 'stream', params }],
    ['key-ending', { name: 'keys' }],
    ['approval-ending', { name: 'partner', params }],
    ['lot-ending', { name: 'lot', params }],
    ['demand-ending', { name: 'demand', params }],
    ['match', { name: 'matches' }],
    ['unlisted', { name: 'lot-new', query: { streamId: 's1' } }],
  ])('leads to the page where it is done: %s', (kind, page) => {
    expect(pageOf(item(kind))).toEqual(page)
  })

  it('leads to the month of the heap that is to be reported', () => {
    const report = item('use-report', { siteId: 'w1', materialKey: 'slag', month: '2026-02' })
    expect(pageOf(report)).toEqual({
      name: 'heap-month',
      params: { siteId: 'w1', materialKey: 'slag' },
      query: { month: '2026-02' },
    })
  })

  it.each([
    ['receipt', { name: 'load', params }],
    ['stream-entry', { name: 'stream', params: { id: 'p1' } }],
    ['use-report', { name: 'heaps' }],
  ])('leads to what a correction is about: %s', (aspect, page) => {
    expect(pageOf(item('correction', { aspect, parentId: 'p1' }))).toEqual(page)
  })
})
