import { describe, expect, it } from 'vitest'
import type { Attachment } from '@/api/model'
import { Problem } from '@/api/problem'
import { FILE_BYTES_MAX, isLeft, kindOf, sift, type OutgoingFile } from './outgoing'

const ROOM = 5
const pdf = (name = '报告.pdf') => new File(['%PDF-1.7'], name, { type: 'application/pdf' })

function large(bytes: number): File {
  const file = pdf()
  Object.defineProperty(file, 'size', { value: bytes })
  return file
}

const waiting = (file: File): OutgoingFile => ({ key: file.name, file, state: 'waiting' })
const namesOf = (files: OutgoingFile[]) => files.map(({ file }) => file.name)
const codesOf = (files: OutgoingFile[]) => files.map(({ problem }) => problem?.code)

describe('files that are chosen', () => {
  it.each([
    [pdf(), undefined],
    [pdf('扫描件'), undefined],
    [new File(['x'], 'SCAN.JPG'), undefined],
    [new File(['x'], 'scan.jpeg'), undefined],
    [new File(['x'], 'scan.png'), undefined],
    [large(FILE_BYTES_MAX), undefined],
    [large(FILE_BYTES_MAX + 1), 'file-too-large'],
    [pdf(`${'报'.repeat(116)}.pdf`), undefined],
    [pdf(`${'报'.repeat(117)}.pdf`), 'file-name-unfit'],
    [pdf('a\\b.pdf'), 'file-name-unfit'],
    [pdf('a\tb.pdf'), 'file-name-unfit'],
    [new File([], 'empty.pdf'), 'file-empty'],
    [new File(['x'], 'values.xlsx'), 'file-kind-unknown'],
    [new File(['x'], 'pdf'), 'file-kind-unknown'],
  ])('case %#: %o: %s', (file, code) => {
    const { fit, refused } = sift([file], [], ROOM)
    expect(codesOf(refused)).toEqual(code ? [code] : [])
    expect(fit).toHaveLength(code ? 0 : 1)
  })

  it('are taken as long as there is room', () => {
    const { fit, refused } = sift([pdf('2.pdf'), pdf('3.pdf')], [waiting(pdf('1.pdf'))], 2)
    expect(namesOf(fit)).toEqual(['1.pdf', '2.pdf'])
    expect(namesOf(refused)).toEqual(['3.pdf'])
    expect(codesOf(refused)).toEqual(['files-too-many'])
  })

  it('are taken once', () => {
    const there = waiting(new File(['x'], '1.pdf', { lastModified: 7 }))
    const again = new File(['y'], '1.pdf', { lastModified: 7 })
    const later = new File(['y'], '1.pdf', { lastModified: 8 })
    expect(sift([again], [there], ROOM)).toEqual({ fit: [there], refused: [] })
    expect(sift([later], [there], ROOM).fit).toHaveLength(2)
  })

  it('each have a key of their own', () => {
    const { fit } = sift([pdf('1.pdf'), pdf('2.pdf')], [], ROOM)
    expect(new Set(fit.map(({ key }) => key)).size).toBe(2)
  })

  it.each([
    [0, true],
    [429, true],
    [500, true],
    [503, true],
    [404, false],
    [409, false],
    [422, false],
  ])('are sent again after %i: %s', (status, again) => {
    const problem = new Problem({ status, code: 'x', detail: '' })
    expect(isLeft({ key: 'k', file: pdf(), state: 'failed', problem })).toBe(again)
  })
})

it.each([
  ['application/pdf', 'PDF'],
  ['image/jpeg', 'JPEG'],
  ['image/png', 'PNG'],
] as const)('%s is a %s', (mediaType, kind) => {
  expect(kindOf({ mediaType } as Attachment)).toBe(kind)
})
