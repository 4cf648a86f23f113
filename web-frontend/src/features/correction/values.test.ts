import { describe, expect, it } from 'vitest'
import { changed, fieldsOf, isMass } from './values'

describe('the values of a correction', () => {
  it('are sent only where they differ', () => {
    const before = { plate: '鲁C12345', grossKg: 47_000, tareKg: 17_000 }
    const after = { plate: '鲁C12345', grossKg: 46_400, tareKg: undefined, ticketNumber: '' }
    expect(changed(before, after)).toEqual({ grossKg: 46_400 })
    expect(changed(before, before)).toEqual({})
  })

  it('keep a nothing that was typed', () => {
    expect(changed({ rejectedKg: 400 }, { rejectedKg: 0 })).toEqual({ rejectedKg: 0 })
  })

  it('are none for a refusal, which can only be void', () => {
    expect(fieldsOf('refusal')).toEqual([])
    expect(isMass('grossKg')).toBe(true)
    expect(isMass('plate')).toBe(false)
  })
})
