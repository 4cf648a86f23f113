import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { EXAMPLES, settings } from './examples'

const DESCRIPTION = join(import.meta.dirname, '../../../../marketplace-api/openapi.yml')

/** `GET /api/v1/lots` and all others that the description of the interface holds. */
function routes(): Set<string> {
  const found = new Set<string>()
  let path = ''
  for (const line of readFileSync(DESCRIPTION, 'utf8').split('\n')) {
    path = /^ {2}(\/\S+):$/.exec(line)?.[1] ?? path
    const method = /^ {4}(get|post|put|delete):$/.exec(line)?.[1]
    if (method) found.add(`${method.toUpperCase()} ${path}`)
  }
  return found
}

describe('what a program says to the exchange', () => {
  const known = routes()

  it.each(EXAMPLES)('$key is a request that there is', ({ method, path, command }) => {
    expect(known).toContain(`${method} ${path}`)
    expect(command).toContain(`"$WUFEI${path.replace('{id}', '$DRAFT')}`)
    expect(command.includes(`-X ${method}`)).toBe(method !== 'GET')
    expect(command).toContain('Authorization: Bearer $WUFEI_KEY')
  })

  it.each(EXAMPLES.filter(({ method }) => method === 'POST'))(
    '$key can be repeated',
    ({ command }) => {
      expect(command).toContain('Idempotency-Key: ')
    },
  )

  it('goes to the exchange that the page came from', () => {
    expect(settings('https://exchange.example')).toContain("WUFEI='https://exchange.example'\n")
  })
})
