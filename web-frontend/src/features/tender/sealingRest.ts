import { flushPromises } from '@vue/test-utils'
import { vi } from 'vitest'

const digesting = new Set<Promise<unknown>>()

/** For tests: from now on `sealingRest` knows which hashes are being worked out, on a thread of their own. */
export function followDigests(): void {
  const digest = crypto.subtle.digest.bind(crypto.subtle)
  vi.spyOn(crypto.subtle, 'digest').mockImplementation((algorithm, data) => {
    const working = digest(algorithm, data)
    digesting.add(working)
    const end = () => digesting.delete(working)
    working.then(end, end)
    return working
  })
}

/** For tests: until everything that was begun is done, hashes and what follows from them included. */
export async function sealingRest(): Promise<void> {
  await vi.dynamicImportSettled()
  for (let quiet = 0; quiet < 6; quiet++) {
    await flushPromises()
    await new Promise((done) => setTimeout(done))
    if (digesting.size > 0) {
      await Promise.allSettled([...digesting])
      quiet = 0
    }
  }
}
