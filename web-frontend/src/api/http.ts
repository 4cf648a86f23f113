import { heardAt } from './exchangeClock'
import type { Session } from './model'
import { problemOf, toProblem, type Problem } from './problem'

/**
 * The one way to the exchange. The access token lives in memory only; when it has run out, one tab
 * at a time renews it through the refresh cookie, and the call is sent once more.
 */
const BASE = '/api/v1'
const REFRESH_LOCK = 'wufei-session-refresh'

/** An array stands for a parameter that is given several times. */
export type QueryValue = string | number | boolean | readonly string[] | undefined | null
export type Query = Record<string, QueryValue>

export interface CallOptions {
  query?: Query
  /** A file is sent as it is, everything else as JSON. */
  body?: unknown
  /** Made once per action of the user; the same action sent again carries the same key. */
  key?: string
  /** The version that the user saw; sent as If-Match. */
  version?: number
  signal?: AbortSignal
  /** What the answer may be; JSON unless said. */
  accept?: string
  headers?: Record<string, string>
}

interface SessionListener {
  renewed(session: Session): void
  ended(): void
  /** The firm no longer acts for the one that was asked for. */
  actingEnded?(): void
}

/** Whose paths are the person's and its own firm's, also while it acts for another. */
const OWN = /^\/(session|me|delegations|notice-settings)(\/|$)/

let accessToken: string | undefined
let actingFor: string | undefined
let listener: SessionListener | undefined
let refreshing: Promise<Session | undefined> | undefined

export function setAccessToken(token: string | undefined): void {
  accessToken = token
}

/** The organisation for which the following calls are meant, where it is not the person's own. */
export function setActingFor(organisationId: string | undefined): void {
  actingFor = organisationId
}

export function onSession(next: SessionListener | undefined): void {
  listener = next
}

/** A fresh key for one action of the user. */
export function newKey(): string {
  return crypto.randomUUID()
}

export function urlOf(path: string, query: Query = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (each !== undefined && each !== null && each !== '') search.append(name, String(each))
    }
  }
  const text = search.toString()
  return `${BASE}${path}${text ? `?${text}` : ''}`
}

/** The exchange tells by a file's content what it is, not by what the browser takes it for. */
const contentTypeOf = (body: unknown) =>
  body instanceof Blob ? 'application/octet-stream' : 'application/json'

const contentOf = (body: unknown) =>
  body === undefined || body instanceof Blob ? body : JSON.stringify(body)

function headersOf(method: string, path: string, options: CallOptions): Headers {
  const headers = new Headers({
    Accept: options.accept ?? 'application/json, application/problem+json',
    ...options.headers,
  })
  if (accessToken) headers.set('Authorization', `Bearer ${accessToken}`)
  if (actingFor && !OWN.test(path)) headers.set('Wufei-Acting-For', actingFor)
  if (options.body !== undefined) headers.set('Content-Type', contentTypeOf(options.body))
  if (method === 'POST') headers.set('Idempotency-Key', options.key ?? newKey())
  if (options.version !== undefined) headers.set('If-Match', `"${options.version}"`)
  return headers
}

async function locked<T>(work: () => Promise<T>): Promise<T> {
  const locks = (navigator as { locks?: LockManager }).locks
  return locks ? await locks.request(REFRESH_LOCK, work) : await work()
}

async function requestRefresh(): Promise<Session | undefined> {
  const response = await fetch(urlOf('/session/refresh'), {
    method: 'POST',
    credentials: 'same-origin',
    headers: { Accept: 'application/json, application/problem+json' },
  })
  if (response.status === 401 || response.status === 403) {
    accessToken = undefined
    listener?.ended()
    return undefined
  }
  if (!response.ok) throw await problemOf(response)
  const session = (await response.json()) as Session
  accessToken = session.accessToken
  listener?.renewed(session)
  return session
}

/**
 * Renews the session through the cookie. Calls at the same time share one request, and tabs take
 * turns: a refresh token used twice would end the session for all of them. Undefined when there is
 * no session any more.
 */
export function refreshSession(): Promise<Session | undefined> {
  refreshing ??= locked(requestRefresh).finally(() => {
    refreshing = undefined
  })
  return refreshing
}

async function send(method: string, path: string, options: CallOptions): Promise<Response> {
  const body = contentOf(options.body)
  const url = urlOf(path, options.query)
  const headers = headersOf(method, path, options)
  const request = async () => {
    const askedAt = Date.now()
    const init: RequestInit = { method, headers, body, signal: options.signal }
    const response = await fetch(url, { ...init, credentials: 'same-origin' })
    heardAt(response.headers.get('Date'), askedAt, Date.now())
    return response
  }

  const tokenSent = accessToken
  const first = await request()
  if (first.status !== 401 || tokenSent === undefined) return first
  if (accessToken === tokenSent && (await refreshSession()) === undefined) return first
  if (accessToken === undefined) return first
  headers.set('Authorization', `Bearer ${accessToken}`)
  return request()
}

async function refusalOf(response: Response): Promise<Problem> {
  const problem = await problemOf(response)
  if (problem.code === 'not-acting-for') listener?.actingEnded?.()
  return problem
}

async function call<T>(method: string, path: string, options: CallOptions = {}): Promise<T> {
  try {
    const response = await send(method, path, options)
    if (!response.ok) throw await refusalOf(response)
    if (response.status === 204) return undefined as T
    return (await response.json()) as T
  } catch (thrown) {
    throw toProblem(thrown)
  }
}

async function file(path: string, query?: Query): Promise<Blob> {
  try {
    const response = await send('GET', path, { query, accept: '*/*' })
    if (!response.ok) throw await refusalOf(response)
    return await response.blob()
  } catch (thrown) {
    throw toProblem(thrown)
  }
}

async function open(path: string, options: CallOptions): Promise<Response> {
  try {
    const response = await send('GET', path, options)
    if (!response.ok) throw await refusalOf(response)
    return response
  } catch (thrown) {
    throw toProblem(thrown)
  }
}

export const http = {
  /** What is kept as a file. */
  file,
  /** An answer that goes on; who asks reads its body. */
  open,
  get: <T>(path: string, query?: Query, signal?: AbortSignal) =>
    call<T>('GET', path, { query, signal }),
  post: <T>(path: string, body: unknown, options: Omit<CallOptions, 'body'> = {}) =>
    call<T>('POST', path, { ...options, body }),
  put: <T>(path: string, body: unknown, options: Omit<CallOptions, 'body'> = {}) =>
    call<T>('PUT', path, { ...options, body }),
  delete: <T>(path: string, options: CallOptions = {}) => call<T>('DELETE', path, options),
}
