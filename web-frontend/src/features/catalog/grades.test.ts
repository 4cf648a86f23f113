import { describe, expect, it } from 'vitest'
import type { Basis, ProductGrade } from '@/api/model'
import { gradesOf, withGrade } from './grades'

const s95: ProductGrade = {
  key: 'ggbs-s95',
  standard: 'GB/T 18046-2017',
  nameZh: '矿渣粉 S95',
  nameEn: 'ground slag S95',
  materials: ['ground-bf-slag'],
  limits: [
    { parameter: 'specific-surface', min: 400, source: 'GGBS', verified: 'verified' },
    { parameter: 'loi', max: 1, source: 'GGBS', verified: 'verified' },
    { parameter: 'colour', max: 1, source: 'GGBS', verified: 'unverified' },
  ],
  source: 'GGBS',
  verified: 'verified',
}

const basisOf = (parameter: string): Basis | undefined =>
  parameter === 'colour' ? undefined : 'dry'

describe('grades of product standards', () => {
  it('are offered for the materials that are chosen, and all before', () => {
    expect(gradesOf([s95], ['ground-bf-slag', 'fly-ash'])).toEqual([s95])
    expect(gradesOf([s95], ['fly-ash'])).toEqual([])
    expect(gradesOf([s95], [])).toEqual([s95])
  })

  it('replace what stood for the same parameter and leave the others', () => {
    const ranges = withGrade(
      [
        { parameter: 'loi', max: 3, basis: 'dry' },
        { parameter: 'moisture', max: 8, basis: 'wet' },
      ],
      s95,
      basisOf,
    )

    expect(ranges).toEqual([
      { parameter: 'specific-surface', min: 400, max: undefined, basis: 'dry' },
      { parameter: 'loi', min: undefined, max: 1, basis: 'dry' },
      { parameter: 'moisture', max: 8, basis: 'wet' },
    ])
  })
})
