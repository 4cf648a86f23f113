import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  http,
  newKey,
  onSession,
  refreshSession,
  setAccessToken,
  setActingFor,
  urlOf,
} from './http'

const fetchMock = vi.fn<(url: string, init: RequestInit) => Promise<Response>>()
const renewed = vi.fn()
const ended = vi.fn()
const actingEnded = vi.fn()

function json(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), { status })
}

function headers(call: number): Headers {
  return new Headers(fetchMock.mock.calls[call]?.[1].headers)
}

function urls(): string[] {
  return fetchMock.mock.calls.map(([url]) => url)
}

const session = { accessToken: 'new', expiresAt: '2026-01-01T00:00:00Z', me: { memberId: '1' } }

beforeEach(() => {
  vi.stubGlobal('fetch', fetchMock)
  onSession({ renewed, ended, actingEnded })
  setAccessToken('old')
})

afterEach(() => {
  vi.unstubAllGlobals()
  vi.clearAllMocks()
  fetchMock.mockReset()
  onSession(undefined)
  setAccessToken(undefined)
  setActingFor(undefined)
})

describe('http', () => {
  it('leaves out empty query values', () => {
    expect(urlOf('/lots', { status: 'published', text: '', limit: 0, cursor: undefined })).toBe(
      '/api/v1/lots?status=published&limit=0',
    )
  })

  it('sends token, version and key', async () => {
    fetchMock.mockResolvedValueOnce(json(200, { ok: true }))
    await http.post('/lots/1/withdrawal', {}, { version: 3, key: 'k-12345678' })
    const sent = ['Authorization', 'If-Match', 'Idempotency-Key'].map((n) => headers(0).get(n))
    expect(sent).toEqual(['Bearer old', '"3"', 'k-12345678'])
  })

  it('says for whom it acts, but where it is the person and its own firm', async () => {
    fetchMock.mockImplementation(() => Promise.resolve(json(200, {})))
    setActingFor('w1')
    await http.get('/lots')
    await http.get('/delegations/acting')
    await http.get('/me')
    setActingFor(undefined)
    await http.get('/lots')
    expect([0, 1, 2, 3].map((call) => headers(call).get('Wufei-Acting-For'))).toEqual([
      'w1',
      null,
      null,
      null,
    ])
  })

  it('tells when the firm no longer acts for that one, and not of other refusals', async () => {
    setActingFor('w1')
    fetchMock.mockResolvedValueOnce(json(403, { code: 'outside-delegation' }))
    await expect(http.post('/loads', {})).rejects.toMatchObject({ code: 'outside-delegation' })
    expect(actingEnded).not.toHaveBeenCalled()
    fetchMock.mockResolvedValueOnce(json(403, { code: 'not-acting-for' }))
    await expect(http.get('/lots')).rejects.toMatchObject({ code: 'not-acting-for' })
    expect(actingEnded).toHaveBeenCalledOnce()
  })

  it('makes a key for a post that has none, and none for a read', async () => {
    fetchMock.mockImplementation(() => Promise.resolve(json(200, {})))
    await http.post('/sites', {})
    await http.get('/sites')
    expect(headers(0).get('Idempotency-Key')).toMatch(/^[A-Za-z0-9_-]{8,80}$/)
    expect(headers(1).has('Idempotency-Key')).toBe(false)
    expect(newKey()).not.toBe(newKey())
  })

  it('renews a token that ran out and sends the call once more with the same key', async () => {
    fetchMock
      .mockResolvedValueOnce(json(401, {}))
      .mockResolvedValueOnce(json(200, session))
      .mockResolvedValueOnce(json(201, { id: 'x' }))
    await expect(http.post('/lots', { title: 'a' })).resolves.toEqual({ id: 'x' })
    expect(urls()).toEqual(['/api/v1/lots', '/api/v1/session/refresh', '/api/v1/lots'])
    expect(headers(2).get('Authorization')).toBe('Bearer new')
    expect(headers(2).get('Idempotency-Key')).toBe(headers(0).get('Idempotency-Key'))
    expect(renewed).toHaveBeenCalledWith(session)
  })

  it('sends a file as it is, and again after the token was renewed', async () => {
    const file = new File(['%PDF-1.7'], '检测报告 1.pdf', { type: 'application/pdf' })
    fetchMock
      .mockResolvedValueOnce(json(401, {}))
      .mockResolvedValueOnce(json(200, session))
      .mockResolvedValueOnce(json(201, { id: 'f' }))
    const query = { name: file.name }
    await expect(http.post('/quality-reports/1/files', file, { query })).resolves.toEqual({
      id: 'f',
    })
    expect(urls()[2]).toBe(
      '/api/v1/quality-reports/1/files?name=%E6%A3%80%E6%B5%8B%E6%8A%A5%E5%91%8A+1.pdf',
    )
    expect([0, 2].map((call) => fetchMock.mock.calls[call]?.[1].body)).toEqual([file, file])
    expect(headers(2).get('Content-Type')).toBe('application/octet-stream')
    expect(headers(2).get('Idempotency-Key')).toBe(headers(0).get('Idempotency-Key'))
  })

  it('tries only once', async () => {
    fetchMock
      .mockResolvedValueOnce(json(401, {}))
      .mockResolvedValueOnce(json(200, session))
      .mockResolvedValueOnce(json(401, { code: 'unauthenticated' }))
    await expect(http.get('/me')).rejects.toMatchObject({ code: 'unauthenticated' })
    expect(fetchMock).toHaveBeenCalledTimes(3)
  })

  it('shares one refresh among calls at the same time', async () => {
    fetchMock.mockImplementation((url, init) => {
      if (url.endsWith('/session/refresh')) return Promise.resolve(json(200, session))
      const token = new Headers(init.headers).get('Authorization')
      return Promise.resolve(token === 'Bearer new' ? json(200, { url }) : json(401, {}))
    })
    await Promise.all([http.get('/lots'), http.get('/demands'), http.get('/offers')])
    expect(urls().filter((url) => url.endsWith('/session/refresh'))).toHaveLength(1)
  })

  it('ends the session when the cookie is refused', async () => {
    fetchMock
      .mockResolvedValueOnce(json(401, { code: 'unauthenticated' }))
      .mockResolvedValueOnce(json(401, { code: 'session-ended' }))
    await expect(http.get('/me')).rejects.toMatchObject({ status: 401 })
    expect(ended).toHaveBeenCalledOnce()
    expect(fetchMock).toHaveBeenCalledTimes(2)
  })

  it('keeps the session when the refresh fails for another reason', async () => {
    fetchMock.mockResolvedValueOnce(json(503, {}))
    await expect(refreshSession()).rejects.toMatchObject({ status: 503 })
    expect(ended).not.toHaveBeenCalled()
  })

  it('does not refresh for someone who is not signed in', async () => {
    setAccessToken(undefined)
    fetchMock.mockResolvedValueOnce(json(401, { code: 'sign-in-refused' }))
    await expect(http.post('/session', {})).rejects.toMatchObject({ code: 'sign-in-refused' })
    expect(fetchMock).toHaveBeenCalledOnce()
  })

  it('takes turns between tabs', async () => {
    const request = vi.fn((_name: string, work: () => unknown) => work())
    vi.stubGlobal('navigator', { locks: { request } })
    fetchMock.mockResolvedValueOnce(json(200, session))
    await expect(refreshSession()).resolves.toEqual(session)
    expect(request).toHaveBeenCalledWith('wufei-session-refresh', expect.any(Function))
  })

  it('answers nothing for 204', async () => {
    fetchMock.mockResolvedValueOnce(new Response(null, { status: 204 }))
    await expect(http.delete('/session')).resolves.toBeUndefined()
  })

  it('turns a lost connection into a problem', async () => {
    fetchMock.mockRejectedValueOnce(new TypeError('Failed to fetch'))
    await expect(http.get('/me')).rejects.toMatchObject({ code: 'network' })
  })
})
