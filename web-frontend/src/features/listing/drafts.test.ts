import { describe, expect, it } from 'vitest'
import type { SavedDraft } from '@/api/model'
import { actionsOn, formFor } from './drafts'

const reader = { mayTrade: false, isOrgAdmin: false }
const trader = { mayTrade: true, isOrgAdmin: false }
const administrator = { mayTrade: true, isOrgAdmin: true }

describe('what may be done with a draft', () => {
  it.each([
    ['a reader', reader, 'draft', []],
    ['a reader', reader, 'in-review', []],
    ['a trader', trader, 'draft', ['write', 'delete']],
    ['a trader', trader, 'returned', ['write', 'delete']],
    ['a trader', trader, 'in-review', ['recall']],
    ['an administrator', administrator, 'draft', ['write', 'delete']],
    ['an administrator', administrator, 'returned', ['write', 'delete']],
    ['an administrator', administrator, 'in-review', ['publish', 'return']],
  ] as const)('by %s (%o) while it is %s: %j', (_, rights, status, actions) => {
    expect(actionsOn(status, rights)).toEqual(actions)
  })
})

describe('a draft', () => {
  it('is gone on with in the form that it belongs to', () => {
    const draft = { id: 'd1' } as SavedDraft
    expect(formFor(draft)).toEqual({ name: 'lot-new', query: { draftId: 'd1' } })
    expect(formFor({ ...draft, lotId: 'l1' })).toEqual({
      name: 'lot-edit',
      params: { id: 'l1' },
      query: { draftId: 'd1' },
    })
  })
})
