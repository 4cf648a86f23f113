import { describe, expect, it } from 'vitest'
import { amendableOf, changedTerms, changesBetween, ordered } from './changes'
import { amendment, content } from './contractSample'

const before = amendableOf(content)

describe('what an amendment changes', () => {
  it('is nothing while every term is as before', () => {
    expect(changesBetween(before, { ...before })).toEqual([])
    expect(changedTerms(before, { ...before })).toEqual({})
  })

  it('is told in the order of the document, each term before and after', () => {
    const after = {
      ...before,
      paymentTerms: '月结 30 天',
      tolerancePct: 2.5,
      deliverTo: '2026-06-30',
    }
    expect(changesBetween(before, after)).toEqual([
      { field: 'tolerancePct', before: '5', after: '2.5' },
      { field: 'deliverTo', before: '2026-05-31', after: '2026-06-30' },
      { field: 'paymentTerms', before: undefined, after: '月结 30 天' },
    ])
    expect(changedTerms(before, after)).toEqual({
      tolerancePct: 2.5,
      deliverTo: '2026-06-30',
      paymentTerms: '月结 30 天',
    })
  })

  it('may take a term out, which is sent as an empty text', () => {
    const filed = { ...before, filingReference: '鲁固跨 2026-12' }
    const after = { ...filed, filingReference: '' }
    expect(changesBetween(filed, after)).toEqual([
      { field: 'filingReference', before: '鲁固跨 2026-12', after: undefined },
    ])
    expect(changedTerms(filed, after)).toEqual({ filingReference: '' })
  })

  it('is the difference of two versions', () => {
    expect(changesBetween(before, amendableOf(amendment.content))).toEqual(
      ordered(amendment.changes).map(({ field, before: old, after }) => ({
        field,
        before: old,
        after,
      })),
    )
  })
})
