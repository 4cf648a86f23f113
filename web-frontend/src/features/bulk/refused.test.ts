import { describe, expect, it } from 'vitest'
import { csvText, refusedRows } from './refused'
import type { ImportLine } from '@/api/model'
import type { Reason } from './useReasons'

const line = (number: number, reference?: string) =>
  ({ sheet: '台账', line: number, kind: 'entries', reference }) as ImportLine

const told: Reason[] = [
  { column: '数量（吨）', text: '不是数字。' },
  { column: '', text: '整行有误。' },
]

const words = {
  kindName: (key: string) => `<${key}>`,
  reasons: ({ reference }: ImportLine) => (reference ? told : []),
}

describe('the rows of what was refused', () => {
  it('are one for each reason, each with its place', () => {
    expect(refusedRows([line(3, 'T-3')], words)).toEqual([
      ['台账', '3', '<entries>', 'T-3', '数量（吨）', '不是数字。'],
      ['台账', '3', '<entries>', 'T-3', '', '整行有误。'],
    ])
  })

  it('are there for a line without a reason too', () => {
    expect(refusedRows([line(4)], words)).toEqual([['台账', '4', '<entries>', '', '', '']])
  })
})

describe('the file of what was refused', () => {
  it('begins with the mark of UTF-8 and ends its lines as spreadsheets do', () => {
    expect(csvText(['行', '原因'], [['3', '不是数字。']])).toBe('\uFEFF行,原因\r\n3,不是数字。\r\n')
  })

  it.each([
    ['=1+1', `'=1+1`],
    ['+86', `'+86`],
    ['-12.5', `'-12.5`],
    ['@sum', `'@sum`],
    ['＝1', `'＝1`],
    ['\t=1', `'\t'=1`],
    ['a;=1', `a;'=1`],
    ['a;"=1', `"a;""'=1"`],
    ['a;b=1', 'a;b=1'],
    ['=1\n2', `"'=1\n2"`],
    ['a=1', 'a=1'],
    ['a,b', '"a,b"'],
    ['a"b', '"a""b"'],
    ['', ''],
  ])('has no formula in it: %j', (cell, written) => {
    expect(csvText(['x', 'y'], [[cell, 'end']])).toBe(`\uFEFFx,y\r\n${written},end\r\n`)
  })
})
