import { describe, expect, it } from 'vitest'
import type { Heap, Lot, MoneyOverview, Stream, UseReport } from '@/api/model'
import { unanswered, unpublished, unreported } from './actions'

const heap = (siteId: string, onHandKg: number) =>
  ({ siteId, materialKey: 'slag', onHandKg }) as Heap
const report = (siteId: string, month: string) =>
  ({ siteId, materialKey: 'slag', month }) as UseReport
const stream = (id: string, onHandKg: number) => ({ id, balance: { onHandKg } }) as Stream
const lot = (streamId: string, status: Lot['status']) => ({ streamId, status }) as Lot

describe('what needs my action', () => {
  it('asks for the last full month of every heap that holds something', () => {
    const heaps = [heap('a', 5), heap('b', 5), heap('c', 0)]
    const reports = [report('a', '2025-12'), report('b', '2025-11')]
    expect(unreported(heaps, reports, '2026-01').map((it) => it.siteId)).toEqual(['b'])
  })

  it('asks to publish what lies there and is not offered', () => {
    const streams = [stream('1', 10), stream('2', 10), stream('3', 0), stream('4', 1)]
    const lots = [lot('1', 'published'), lot('2', 'withdrawn')]
    expect(unpublished(streams, lots).map((it) => it.id)).toEqual(['2', '4'])
  })

  it('asks for an answer where money waits for one', () => {
    const overview: MoneyOverview = {
      counterparties: [],
      statementsWaiting: 2,
      paymentsWaiting: 0,
      depositsWaiting: 1,
    }
    expect(unanswered(overview)).toEqual([
      { page: 'statements', count: 2 },
      { page: 'deposits', count: 1 },
    ])
    expect(unanswered({ ...overview, statementsWaiting: 0, depositsWaiting: 0 })).toEqual([])
  })
})
