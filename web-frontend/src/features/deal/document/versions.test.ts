import { describe, expect, it } from 'vitest'
import {
  amended,
  amendment,
  content,
  first,
  paper,
  signed,
  signedBySeller,
  toSign,
} from './contractSample'
import type { AgreementDocument, DocumentVersion } from '@/api/model'
import { amendedBy, numberIn, shownVersion, standingOf, waitingPaper, whole } from './versions'

const refused = { ...paper, status: 'refused' as const }
const confirmed = { ...paper, status: 'confirmed' as const }

describe('where a version stands', () => {
  it.each<[string, DocumentVersion]>([
    ['to-sign', first],
    ['signed-once', signedBySeller],
    ['signed', signed],
    ['outside', { ...first, status: 'signed', papers: [confirmed, refused] }],
    ['paper', { ...first, papers: [paper] }],
    ['paper', { ...signedBySeller, papers: [paper] }],
    ['to-sign', { ...first, papers: [refused] }],
    ['amendment', amendment],
    ['refused', { ...amendment, status: 'refused' }],
    ['withdrawn', { ...amendment, status: 'withdrawn' }],
    ['lapsed', { ...first, status: 'lapsed', papers: [paper] }],
  ])('is %s', (standing, version) => {
    expect(standingOf(version)).toBe(standing)
  })

  it('waits for the answer to one signing outside, whatever was refused before', () => {
    expect(waitingPaper({ ...first, papers: [paper, refused] })).toBe(paper)
    expect(waitingPaper({ ...first, papers: [refused] })).toBeUndefined()
  })
})

describe('the version that is looked at', () => {
  it.each<[string, AgreementDocument, number | undefined, number]>([
    ['is the one that waits', amended, undefined, 2],
    ['is the one that was asked for', amended, 1, 1],
    ['is the one that waits where there is none of that number', amended, 9, 2],
    ['is the one in force when none waits', { ...amended, open: undefined }, undefined, 1],
    [
      'is the newest when none is signed and none waits',
      { ...toSign, open: undefined },
      undefined,
      1,
    ],
  ])('%s', (_, document, asked, number) => {
    expect(shownVersion(document, asked)?.number).toBe(number)
  })

  it.each([
    ['2', 2],
    ['0', undefined],
    ['2.5', undefined],
    ['-1', undefined],
    ['', undefined],
    [['1', '2'], undefined],
    [undefined, undefined],
  ])('is %j in the address: %s', (value, number) => {
    expect(numberIn(value)).toBe(number)
  })
})

it('amends the version that was in force, not one that was given up in between', () => {
  const refused = { ...amendment, status: 'refused' as const }
  const third = { ...amendment, number: 3, sha256: '3'.repeat(64) }
  expect(amendedBy(third, { ...amended, open: 3, versions: [third, refused, signed] })).toBe(1)
  expect(amendedBy(signed, amended)).toBeUndefined()
})

it('takes lists that were left out as empty ones', () => {
  const { months, adjustments, ...terms } = content
  const { changes, signatures, papers, files, ...rest } = first
  const { acts, ...bare } = toSign
  const sent = { ...bare, versions: [{ ...rest, content: terms }] } as unknown as AgreementDocument
  const read = whole(sent)
  expect(read.acts).toEqual([])
  expect(read.versions[0]).toEqual({
    ...first,
    content: { ...content, months: [], adjustments: [] },
  })
  expect([months, adjustments, changes, signatures, papers, files, acts].every(Array.isArray)).toBe(
    true,
  )
})
