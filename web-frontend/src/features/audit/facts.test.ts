import { describe, expect, it } from 'vitest'
import { factsOf } from './facts'

describe('facts of an audit record', () => {
  it('reads the text that the interface sends', () => {
    expect(
      factsOf('{"number":"L2026-000241","netKg":32160,"agreementId":"0SANYKCKRCP37"}'),
    ).toEqual([
      ['number', 'L2026-000241'],
      ['netKg', 32160],
    ])
  })

  it.each(['{}', 'null'])('has none in %s', (text) => {
    expect(factsOf(text)).toEqual([])
  })
})
