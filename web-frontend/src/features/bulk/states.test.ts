import { describe, expect, it } from 'vitest'
import type { Import, ImportLine } from '@/api/model'
import { isGoingOn, isResult, isWorthwhile, pageOf } from './states'

const line = (kind: string, subjectId?: string) => ({ kind, subjectId }) as ImportLine

describe('an import', () => {
  it.each([
    ['queued', true],
    ['running', true],
    ['ended', false],
    ['cancelled', false],
    ['failed', false],
  ] as const)('that is %s goes on: %s', (status, goesOn) => {
    expect(isGoingOn({ status })).toBe(goesOn)
  })

  it.each([
    [{ created: 1 }, true],
    [{ changed: 1 }, true],
    [{ unchecked: 1 }, true],
    [{ ignored: 3, refused: 2 }, false],
    [{ created: 1, dryRun: false }, false],
    [{ created: 1, status: 'running' as const }, false],
    [{ created: 1, status: 'cancelled' as const }, false],
  ])('with %o follows its check: %s', (found, follows) => {
    const none = { created: 0, changed: 0, ignored: 0, refused: 0, unchecked: 0 }
    const checked = { dryRun: true, status: 'ended', ...none, ...found } as Import
    expect(isWorthwhile(checked)).toBe(follows)
  })
})

it.each([
  ['refused', true],
  ['lost', false],
  ['', false],
  [undefined, false],
])('%s is a result: %s', (text, is) => {
  expect(isResult(text)).toBe(is)
})

describe('what a line made', () => {
  it.each([
    ['streams', 'stream'],
    ['lots', 'lot'],
    ['demands', 'demand'],
  ])('of the kind %s has the page %s', (kind, name) => {
    expect(pageOf(line(kind, '7'))).toEqual({ name, params: { id: '7' } })
  })

  it.each([line('entries', '7'), line('lots'), line('unheard', '7')])('may have none: %o', (it) => {
    expect(pageOf(it)).toBeUndefined()
  })
})
