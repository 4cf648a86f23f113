import { describe, expect, it } from 'vitest'
import { FILE_BYTES_MAX, isCsv, unfit } from './table'

const named = (name: string, content = 'x') => new File([content], name)

function large(bytes: number): File {
  const file = named('台账.xlsx')
  Object.defineProperty(file, 'size', { value: bytes })
  return file
}

describe('a file that is chosen', () => {
  it.each([
    [[named('台账.xlsx')], undefined],
    [[named('STREAMS.CSV')], undefined],
    [[large(FILE_BYTES_MAX)], undefined],
    [[], undefined],
    [[large(FILE_BYTES_MAX + 1)], 'file-too-large'],
    [[named('台账.csv', '')], 'file-empty'],
    [[named('台账.xls')], 'table-kind-unknown'],
    [[named('台账.xlsm')], 'table-kind-unknown'],
    [[named('csv')], 'table-kind-unknown'],
    [[named('1.csv'), named('2.csv')], 'tables-too-many'],
  ])('case %#: %s', (chosen, code) => {
    expect(unfit(chosen)?.code).toBe(code)
  })

  it('needs its kind said when it is one table', () => {
    expect(['台账.csv', 'LOTS.CSV', '台账.xlsx'].map((name) => isCsv(named(name)))).toEqual([
      true,
      true,
      false,
    ])
  })
})
