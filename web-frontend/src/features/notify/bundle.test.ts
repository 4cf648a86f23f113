import { describe, expect, it } from 'vitest'
import type { Notice } from '@/api/model'
import { bundled } from './bundle'

function notice(kind: string, facts: Record<string, unknown> = {}): Notice {
  return { number: 1, kind, subjects: {}, facts, sentAt: '2026-01-01T00:00:00Z', read: false }
}

describe('bundled', () => {
  it('says one line for each kind and adds up what the notices count', () => {
    expect(
      bundled([
        notice('matches-new', { count: 2 }),
        notice('other'),
        notice('matches-new', { count: 1 }),
      ]),
    ).toEqual([
      { kind: 'matches-new', count: 3 },
      { kind: 'other', count: 1 },
    ])
  })

  it('counts a notice that states no number as one', () => {
    expect(bundled([notice('x', { count: 'many' }), notice('x', { count: 0 })])).toEqual([
      { kind: 'x', count: 2 },
    ])
  })

  it('counts reports that run out, and keeps them apart from matches', () => {
    const facts = { reportNumber: 'R-1', laboratory: 'Lab', validTo: '2026-02-01' }
    expect(
      bundled([
        notice('report-expiring', facts),
        notice('matches-new', { count: 2 }),
        notice('report-expiring', { ...facts, reportNumber: 'R-2' }),
      ]),
    ).toEqual([
      { kind: 'report-expiring', count: 2 },
      { kind: 'matches-new', count: 2 },
    ])
  })

  it('counts offers by what became of them and what was said on them', () => {
    const facts = { lotTitle: 'Slag', partner: 'Works', quantityKg: 5_000, validTo: '2026-02-01' }
    expect(
      bundled([
        notice('offer-received', facts),
        notice('offer-expiring', facts),
        notice('offer-received', { ...facts, quantityKg: 7_000 }),
        notice('offer-message', { lotTitle: 'Slag', partner: 'Works', text: '2 trucks' }),
      ]),
    ).toEqual([
      { kind: 'offer-received', count: 2 },
      { kind: 'offer-expiring', count: 1 },
      { kind: 'offer-message', count: 1 },
    ])
  })

  it('has nothing to say of nothing', () => {
    expect(bundled([])).toEqual([])
  })
})
