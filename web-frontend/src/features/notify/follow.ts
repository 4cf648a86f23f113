import { createParser } from 'eventsource-parser'
import { http } from '@/api/http'
import type { Notice } from '@/api/model'

/**
 * Follows the notices for as long as somebody looks. `EventSource` cannot send the access token, so
 * the answer is fetched and its events are read by a library.
 */
const FIRST_PAUSE_MS = 1_000
const LAST_PAUSE_MS = 30_000
/** The exchange says something every 15 seconds; a connection that is silent for longer is dead. */
const SILENCE_MS = 45_000
const EVENT = 'notice'

export interface Listener {
  /** A notice has come. */
  notice(notice: Notice): void
  /** The stream does not work at present: what it would bring has to be asked for. */
  trouble(): void
  /** Where to go on when nothing has come yet. */
  last(): number | undefined
}

/** A pause grows with each failure; chance keeps many pages from coming back at the same moment. */
export function pauseMs(failures: number, chance: () => number = Math.random): number {
  const longest = Math.min(FIRST_PAUSE_MS * 2 ** Math.max(0, failures - 1), LAST_PAUSE_MS)
  return Math.round(longest * (0.5 + chance() / 2))
}

/** Reads one answer until it ends; says whether anything came. */
async function read(
  response: Response,
  heard: () => void,
  notice: (notice: Notice) => void,
): Promise<void> {
  if (!response.body) throw new Error('the answer has no body')
  const parser = createParser({
    onEvent: (event) => {
      if (event.event === EVENT) notice(JSON.parse(event.data) as Notice)
    },
  })
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    heard()
    parser.feed(value)
  }
}

/** Starts to follow; the answer stops it. */
export function follow(listener: Listener): () => void {
  const ending = new AbortController()
  let last: number | undefined
  let failures = 0

  async function once(): Promise<void> {
    const attempt = new AbortController()
    const stop = () => attempt.abort()
    ending.signal.addEventListener('abort', stop)
    let silence = setTimeout(stop, SILENCE_MS)
    const heard = () => {
      failures = 0
      clearTimeout(silence)
      silence = setTimeout(stop, SILENCE_MS)
    }
    const from = last ?? listener.last()
    try {
      const response = await http.open('/notices/stream', {
        accept: 'text/event-stream, application/problem+json',
        headers: from === undefined ? {} : { 'Last-Event-ID': String(from) },
        signal: attempt.signal,
      })
      await read(response, heard, (notice) => {
        last = notice.number
        listener.notice(notice)
      })
    } finally {
      clearTimeout(silence)
      ending.signal.removeEventListener('abort', stop)
    }
  }

  async function run(): Promise<void> {
    while (!ending.signal.aborted) {
      try {
        await once()
      } catch {
        failures += 1
        if (!ending.signal.aborted) listener.trouble()
      }
      if (!ending.signal.aborted) await pause(pauseMs(failures), ending.signal)
    }
  }

  void run()
  return () => ending.abort()
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    signal.addEventListener('abort', done)
  })
}
