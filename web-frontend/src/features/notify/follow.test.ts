import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { setAccessToken } from '@/api/http'
import type { Notice } from '@/api/model'
import { follow, pauseMs } from './follow'

const fetchMock = vi.fn<(url: string, init: RequestInit) => Promise<Response>>()
const notice = vi.fn<(notice: Notice) => void>()
const trouble = vi.fn()
let stop: (() => void) | undefined

function event(number: number): string {
  return `id: ${number}\nevent: notice\ndata: {"number": ${number}}\n\n`
}

/** An answer that says these pieces, and then ends or stays open. */
function answer(pieces: string[], ends = true): Response {
  const encoder = new TextEncoder()
  return new Response(
    new ReadableStream({
      start(controller) {
        pieces.forEach((piece) => controller.enqueue(encoder.encode(piece)))
        if (ends) controller.close()
      },
    }),
    { status: 200 },
  )
}

function sentId(call: number): string | null {
  return new Headers(fetchMock.mock.calls[call]?.[1].headers).get('Last-Event-ID')
}

function numbers(): number[] {
  return notice.mock.calls.map(([it]) => it.number)
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('fetch', fetchMock)
  setAccessToken('token')
})

afterEach(() => {
  stop?.()
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.clearAllMocks()
  fetchMock.mockReset()
})

function start(last?: number): void {
  stop = follow({ notice, trouble, last: () => last })
}

describe('following notices', () => {
  it('sends the token and gives on what comes, however it is cut', async () => {
    const whole = `: still here\ndata: \n\n${event(7)}${event(8)}`
    fetchMock.mockResolvedValueOnce(answer([whole.slice(0, 40), whole.slice(40)], false))
    start(6)
    await vi.waitFor(() => expect(numbers()).toEqual([7, 8]))
    expect(new Headers(fetchMock.mock.calls[0]?.[1].headers).get('Authorization')).toBe(
      'Bearer token',
    )
    expect(sentId(0)).toBe('6')
    expect(trouble).not.toHaveBeenCalled()
  })

  it('goes on after the last notice when the stream ends', async () => {
    fetchMock.mockResolvedValueOnce(answer([event(1)]))
    fetchMock.mockResolvedValueOnce(answer([event(2)], false))
    start()
    await vi.waitFor(() => expect(numbers()).toEqual([1]))
    await vi.advanceTimersByTimeAsync(1_000)
    await vi.waitFor(() => expect(numbers()).toEqual([1, 2]))
    expect([sentId(0), sentId(1)]).toEqual([null, '1'])
  })

  it('says that it does not work, and tries again ever more rarely', async () => {
    fetchMock.mockRejectedValue(new TypeError('away'))
    start()
    await vi.advanceTimersByTimeAsync(0)
    expect(trouble).toHaveBeenCalledTimes(1)
    await vi.advanceTimersByTimeAsync(120_000)
    expect(trouble.mock.calls.length).toBeGreaterThan(4)
    expect(trouble.mock.calls.length).toBeLessThan(14)
  })

  it('takes a connection for dead that has been silent for too long', async () => {
    fetchMock.mockImplementationOnce((_, init) =>
      Promise.resolve(
        new Response(
          new ReadableStream({
            start(controller) {
              init.signal?.addEventListener('abort', () => controller.error(new Error('aborted')))
            },
          }),
        ),
      ),
    )
    fetchMock.mockResolvedValueOnce(answer([event(1)], false))
    start()
    await vi.advanceTimersByTimeAsync(60_000)
    await vi.waitFor(() => expect(numbers()).toEqual([1]))
  })

  it('asks no more once it is stopped', async () => {
    fetchMock.mockResolvedValue(answer([]))
    start()
    await vi.advanceTimersByTimeAsync(0)
    stop?.()
    const asked = fetchMock.mock.calls.length
    await vi.advanceTimersByTimeAsync(60_000)
    expect(fetchMock.mock.calls.length).toBe(asked)
  })

  it('pauses between half and all of a time that doubles up to half a minute', () => {
    expect([1, 2, 3, 9].map((failures) => pauseMs(failures, () => 1))).toEqual([
      1_000, 2_000, 4_000, 30_000,
    ])
    expect(pauseMs(1, () => 0)).toBe(500)
  })
})
