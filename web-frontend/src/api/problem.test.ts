import { describe, expect, it } from 'vitest'
import { Problem, problemOf, toProblem } from './problem'

function refused(status: number, body: string, headers: Record<string, string> = {}): Response {
  return new Response(body, { status, headers })
}

describe('problem', () => {
  it('keeps code, detail, fields, facts and Retry-After of a refusal', async () => {
    const body = {
      title: 'Too much',
      status: 409,
      code: 'more-than-available',
      detail: 'only 5 t are left',
      fields: [{ path: 'quantityKg', code: 'max', message: 'too large' }, 'noise'],
      facts: { availableKg: 5000 },
    }
    const problem = await problemOf(refused(409, JSON.stringify(body), { 'Retry-After': '7' }))
    expect({ ...problem, name: undefined }).toEqual({
      name: undefined,
      status: 409,
      code: 'more-than-available',
      detail: 'only 5 t are left',
      fields: [{ path: 'quantityKg', code: 'max', message: 'too large' }],
      facts: { availableKg: 5000 },
      retryAfterSeconds: 7,
    })
    expect(problem.transient).toBe(false)
  })

  it.each([
    [401, 'unauthenticated'],
    [404, 'not-found'],
    [412, 'version-stale'],
    [429, 'too-many-requests'],
    [500, 'server-error'],
  ])('names a bare %i %s', async (status, code) => {
    expect((await problemOf(refused(status, '<html>proxy</html>'))).code).toBe(code)
  })

  it('survives a body of another shape', async () => {
    const problem = await problemOf(refused(400, '[1]'))
    expect([problem.code, problem.fields, problem.facts]).toEqual(['invalid-request', [], {}])
  })

  it('calls a lost connection network, and lets it be tried again', () => {
    const problem = toProblem(new TypeError('Failed to fetch'))
    expect([problem.code, problem.status, problem.transient]).toEqual(['network', 0, true])
  })

  it('calls a cancelled call aborted', () => {
    expect(toProblem(new DOMException('gone', 'AbortError')).code).toBe('aborted')
  })

  it('leaves a Problem as it is', () => {
    const problem = new Problem({ status: 503, code: 'search-unavailable', detail: '' })
    expect(toProblem(problem)).toBe(problem)
    expect(problem.transient).toBe(true)
  })

  it('calls anything else network', () => {
    expect(toProblem('odd').detail).toBe('odd')
  })
})
