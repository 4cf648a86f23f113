import { afterEach, describe, expect, it, vi } from 'vitest'
import { held, sha256Of, shortHash } from './fingerprint'

/** From FIPS 180-4: the hash of `abc`. */
const ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('the stored bytes of a contract', () => {
  it('are hashed as the standard says', async () => {
    expect(await sha256Of(new TextEncoder().encode('abc').buffer)).toBe(ABC)
  })

  it('agree with the hash that was taken of them', async () => {
    expect(await held(new Blob(['abc']), ABC)).toBe('agrees')
  })

  it.each(['abc\n', 'abC', ''])('do not agree once they are %j', async (text) => {
    expect(await held(new Blob([text]), ABC)).toBe('differs')
  })

  it('are not judged by a browser that does not hash', async () => {
    vi.stubGlobal('crypto', {})
    expect(await held(new Blob(['abc']), ABC)).toBe('unable')
  })

  it('are known by the beginning of their hash', () => {
    expect(shortHash(ABC)).toBe('ba7816bf8f01…')
  })
})
