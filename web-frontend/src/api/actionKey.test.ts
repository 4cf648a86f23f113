import { describe, expect, it } from 'vitest'
import { ActionKey } from './actionKey'

describe('action key', () => {
  it('stays for the same content', () => {
    const key = new ActionKey()
    expect(key.for({ a: 1 })).toBe(key.for({ a: 1 }))
  })

  it('changes with the content', () => {
    const key = new ActionKey()
    const first = key.for({ a: 1 })
    expect(key.for({ a: 2 })).not.toBe(first)
  })

  it('changes after the action is finished', () => {
    const key = new ActionKey()
    const first = key.for({ a: 1 })
    key.finish()
    expect(key.for({ a: 1 })).not.toBe(first)
  })
})
