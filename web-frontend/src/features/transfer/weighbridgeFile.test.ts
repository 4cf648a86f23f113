import { describe, expect, it } from 'vitest'
import chinese from '@/locales/zh-CN.json'
import english from '@/locales/en.json'
import {
  csvFile,
  FILE_BYTES_MAX,
  FILE_COLUMNS,
  readChosen,
  readFile,
  ROWS_MAX,
} from './weighbridgeFile'

const HEADER = '运单号,磅单号,毛重,皮重,过磅时间'
const LINE = 'L2026-000001,R-1,48900,17000,2026-11-25 08:30'

/** `运单号,磅单号,毛重(吨),皮重(吨),过磅时间,备注` and one line, as Chinese Windows writes them. */
const GBK =
  'd4cbb5a5bac52cb0f5b5a5bac52cc3abd6d828b6d6292cc6a4d6d828b6d6292cb9fdb0f5cab1bce42cb1b8d7a20a' +
  '4c323032362d3030303030312c522d312c34382e392c31372c323032362d31312d32352030383a33302cb5dad2bbb3b50a'

const utf8 = (text: string) => new TextEncoder().encode(text)
const bytes = (hex: string) =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))

function fileOf(content: string | Uint8Array) {
  const read = readFile(typeof content === 'string' ? utf8(content) : content)
  if ('fault' in read) throw new Error(JSON.stringify(read.fault))
  return read.file
}

function faultOf(content: string | Uint8Array) {
  const read = readFile(typeof content === 'string' ? utf8(content) : content)
  return 'fault' in read ? read.fault : undefined
}

function cellsOf(content: string | Uint8Array): string[][] {
  return fileOf(content).lines.map((line) => line.cells)
}

describe("a weighbridge's file", () => {
  it.each([
    ['UTF-8', utf8(`${HEADER}\n${LINE}\n`)],
    ['UTF-8 with a mark', utf8(`\uFEFF${HEADER}\r\n${LINE}\r\n`)],
    ['semicolons', utf8(`${HEADER}\n${LINE}`.replaceAll(',', ';'))],
    ['tabs', utf8(`${HEADER}\n${LINE}`.replaceAll(',', '\t'))],
    ['Excel text', Uint8Array.from(Buffer.from(`\uFEFF${HEADER}\n${LINE}`, 'utf16le'))],
  ])('is read in %s', (_, content) => {
    expect(cellsOf(content)).toEqual([LINE.split(',')])
    expect([...fileOf(content).columns.keys()]).toEqual([
      'loadNumber',
      'ticketNumber',
      'grossKg',
      'tareKg',
      'receivedAt',
    ])
  })

  it('is read as Chinese Windows writes it, with tonnes', () => {
    const file = fileOf(bytes(GBK))
    expect(file.columns.get('grossKg')).toEqual({ index: 2, unit: 't' })
    expect(file.lines).toEqual([
      { row: 2, cells: ['L2026-000001', 'R-1', '48.9', '17', '2026-11-25 08:30', '第一车'] },
    ])
  })

  it('keeps separators, quotes and lines inside of quotes', () => {
    expect(cellsOf(`${HEADER},备注\n${LINE},"湿, ""很湿""\n第二行"\n`)[0]?.[5]).toBe(
      '湿, "很湿"\n第二行',
    )
  })

  it('counts rows as a spreadsheet does, below titles and across empty ones', () => {
    const file = fileOf(`青石湾水泥 过磅日报\n\n${HEADER}\n${LINE}\n,,,,\n${LINE}\n`)
    expect(file.lines.map((line) => line.row)).toEqual([4, 6])
  })

  it.each([
    ['毛重（吨）', 't'],
    ['毛重(t)', 't'],
    ['毛重/吨', 't'],
    ['毛重 吨', 't'],
    ['毛重kg', 'kg'],
    ['毛重（千克）', 'kg'],
    ['毛重', 'kg'],
    ['Gross weight [kg]', 'kg'],
    ['gross_t', 't'],
    ['ＧＲＯＳＳ', 'kg'],
  ])('takes %s as gross in %s', (heading, unit) => {
    const file = fileOf(`${HEADER.replace('毛重,皮重', `${heading},皮重(${unit})`)}\n${LINE}`)
    expect(file.columns.get('grossKg')).toEqual({ index: 2, unit })
  })

  it.each(['毛重(斤)', '扣减(%)', 'gross (lb)'])('does not guess the unit of %s', (heading) => {
    const header = heading.startsWith('扣')
      ? `${HEADER},${heading}`
      : HEADER.replace('毛重', heading)
    expect(faultOf(`${header}\n${LINE},1`)).toEqual({ code: 'unit-unknown', heading })
  })

  it.each([
    [HEADER.replace('毛重', '毛重(t)'), '皮重'],
    [`${HEADER.replace('毛重,皮重', '毛重(t),皮重(t)')},扣重`, '扣重'],
  ])('does not guess the unit of one weight where another says its own: %s', (header, heading) => {
    expect(faultOf(`${header}\n${LINE},2`)).toEqual({ code: 'unit-unknown', heading })
  })

  it('names the headings that it does not read', () => {
    expect(fileOf(`${HEADER},司磅员,净重(kg)\n${LINE},张,31900`).unread).toEqual([
      '司磅员',
      '净重(kg)',
    ])
  })

  it.each([
    ['nothing', '', { code: 'no-rows' }],
    ['a header alone', `${HEADER}\n\n`, { code: 'no-rows' }],
    [
      'no header',
      LINE,
      {
        code: 'columns-missing',
        columns: ['loadNumber', 'ticketNumber', 'grossKg', 'tareKg', 'receivedAt'],
      },
    ],
    [
      'half a header',
      '磅单号,毛重\nR-1,48900',
      { code: 'columns-missing', columns: ['loadNumber', 'tareKg', 'receivedAt'] },
    ],
    [
      'a column twice',
      `${HEADER},毛重(kg)\n${LINE},1`,
      { code: 'column-twice', heading: '毛重(kg)' },
    ],
    ['a quote that never ends', `${HEADER}\n${LINE}\n"L2,R-2\n`, { code: 'quotes', row: 3 }],
    ['a new workbook', bytes('504b030414'), { code: 'workbook' }],
    ['an old workbook', bytes('d0cf11e0a1'), { code: 'workbook' }],
    ['neither encoding', bytes('ff80ff80'), { code: 'encoding' }],
  ])('with %s is refused as a whole', (_, content, fault) => {
    expect(faultOf(content)).toEqual(fault)
  })

  it('has at most so many rows', () => {
    expect(fileOf(`${HEADER}\n${`${LINE}\n`.repeat(ROWS_MAX)}`).lines).toHaveLength(ROWS_MAX)
    expect(faultOf(`${HEADER}\n${`${LINE}\n`.repeat(10_000)}`)).toEqual({
      code: 'too-many-rows',
      rows: 10_000,
    })
  })

  it('is not read when it is too large, or gone', async () => {
    const large = new Blob([new Uint8Array(FILE_BYTES_MAX + 1)])
    expect(await readChosen(large)).toEqual({ fault: { code: 'too-large' } })
    const gone = Object.assign(new Blob(), { arrayBuffer: () => Promise.reject(new Error()) })
    expect(await readChosen(gone)).toEqual({ fault: { code: 'not-there' } })
  })

  it('may name plates instead of load numbers', () => {
    expect(fileOf(`${HEADER.replace('运单号', '车牌号')}\n${LINE}`).columns.has('plate')).toBe(true)
  })
})

describe('a file to download', () => {
  it.each([
    ['Chinese', chinese],
    ['English', english],
  ])('has headings that are read again, in %s', async (_, { receiveFile }) => {
    const header = FILE_COLUMNS.map((column) => receiveFile.heading[column])
    const blob = csvFile(header, [header.map(() => '1')])
    const file = fileOf(new Uint8Array(await blob.arrayBuffer()))
    expect([...file.columns.keys()]).toEqual(FILE_COLUMNS)
    expect(file.unread).toEqual([])
  })

  it('has no cell that a spreadsheet takes for a formula', async () => {
    const text = await csvFile(['备注'], [['=HYPERLINK("x")'], ['a,b'], ['']]).text()
    expect(text.replace('\uFEFF', '')).toBe('备注\r\n"\'=HYPERLINK(""x"")"\r\n"a,b"\r\n\r\n')
  })
})
