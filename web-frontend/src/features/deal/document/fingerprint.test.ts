import { afterEach, describe, expect, it, vi } from 'vitest'
import { compare, sha256Of, shortHash } from './fingerprint'

/** From FIPS 180-4: the hash of `abc`. */
const ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
const STORED = '{"a":"钢渣","b":[{"d":1.5}]}'
const SHOWN: Record<string, unknown> = { a: '钢渣', b: [{ d: 1.5 }] }
const hashOf = (text: string) => sha256Of(new TextEncoder().encode(text).buffer)

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('the stored bytes of a contract', () => {
  it('are hashed as the standard says', async () => {
    expect(await sha256Of(new TextEncoder().encode('abc').buffer)).toBe(ABC)
  })

  it('agree with the hash that was taken of them, and with what is shown', async () => {
    const shown = { b: [{ d: 1.5, c: null }], a: '钢渣', e: undefined, f: [] }
    expect(await compare(new Blob([STORED]), await hashOf(STORED), shown)).toBe('agrees')
  })

  it.each([' ', '0', ''])('do not agree once they are changed: %j', async (more) => {
    const changed = more ? STORED + more : STORED.slice(1)
    const verdict = await compare(new Blob([changed]), await hashOf(STORED), SHOWN)
    expect(verdict).toBe('differs')
  })

  it.each([{ ...SHOWN, a: '水渣' }, { ...SHOWN, b: [] }, { ...SHOWN, more: 1 }, { a: '钢渣' }])(
    'do not say what is shown: case %#',
    async (shown) => {
      expect(await compare(new Blob([STORED]), await hashOf(STORED), shown)).toBe('other-text')
    },
  )

  it('say nothing where they are no JSON', async () => {
    expect(await compare(new Blob(['abc']), ABC, SHOWN)).toBe('other-text')
  })

  it('are not judged by a browser that does not hash', async () => {
    vi.stubGlobal('crypto', {})
    expect(await compare(new Blob([STORED]), ABC, SHOWN)).toBe('unable')
  })

  it('are known by the beginning of their hash', () => {
    expect(shortHash(ABC)).toBe('ba7816bf8f01…')
  })
})
