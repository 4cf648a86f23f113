import { execFileSync } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CHECK_SIGNATURE, EXAMPLES, settings } from './examples'

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

  it('checks a signature as it is made', () => {
    const folder = mkdtempSync(join(tmpdir(), 'signature-'))
    const body = '{"kind":"offer-received","facts":{"lotTitle":"钢渣"}}'
    writeFileSync(join(folder, 'body.json'), body)

    const printed = execFileSync('sh', ['-c', CHECK_SIGNATURE], { cwd: folder, encoding: 'utf8' })

    const expected = createHmac('sha256', 'whs_...').update(`1794045600.${body}`).digest('hex')
    expect(printed.trim()).toBe(`v1=${expected}`)
  })
})
