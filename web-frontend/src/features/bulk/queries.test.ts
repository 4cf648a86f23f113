import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { refusedLines } from './queries'

let asked: (string | null)[]
let answers: Response[]

const json = (body: unknown) => new Response(JSON.stringify(body))
const busy = (headers: Record<string, string> = {}) =>
  new Response(JSON.stringify({ code: 'too-many-requests' }), { status: 429, headers })

beforeEach(() => {
  vi.useFakeTimers()
  asked = []
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(new URL(url, 'http://exchange').searchParams.get('cursor'))
    return answers.shift() ?? busy()
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('the lines that were refused', () => {
  it('are read on where the exchange has asked to wait', async () => {
    answers = [
      json({ items: [{ line: 2 }], next: '2' }),
      busy({ 'Retry-After': '7' }),
      busy(),
      json({ items: [{ line: 3 }] }),
    ]
    const reading = refusedLines('i1')
    await vi.advanceTimersByTimeAsync(6_999)
    expect(asked).toEqual([null, '2'])
    await vi.advanceTimersByTimeAsync(1)
    expect(asked).toEqual([null, '2', '2'])
    await vi.advanceTimersByTimeAsync(5_000)
    expect((await reading).map(({ line }) => line)).toEqual([2, 3])
    expect(asked).toEqual([null, '2', '2', '2'])
  })

  it('are given up when the exchange never has time', async () => {
    answers = []
    const reading = expect(refusedLines('i1')).rejects.toMatchObject({ status: 429 })
    await vi.runAllTimersAsync()
    await reading
    expect(asked).toHaveLength(20)
  })

  it('are given up at once for any other reason', async () => {
    answers = [new Response(JSON.stringify({ code: 'not-found' }), { status: 404 })]
    await expect(refusedLines('i1')).rejects.toMatchObject({ code: 'not-found' })
    expect(asked).toHaveLength(1)
  })
})
