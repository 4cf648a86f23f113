import { describe, expect, it } from 'vitest'
import { boxOf, lookAround, lookAt, lookOf, lookText, readLook, sidesOf } from './mapLook'

describe('where the map looks', () => {
  it('comes back from the address as it went in', () => {
    const look = { longitude: 117.5, latitude: 36.25, zoom: 8 }
    expect(readLook(lookText(look))).toEqual(look)
    expect(lookOf(sidesOf(look))).toEqual(look)
  })

  it('is at home when the address says nothing that can be read', () => {
    expect(readLook('nonsense')).toEqual(readLook(undefined))
    expect(readLook('1,2')).toEqual(readLook(undefined))
    expect(readLook('1,2,NaN')).toEqual(readLook(undefined))
  })

  it('stays on Earth', () => {
    expect(readLook('900,-900,99')).toEqual({ longitude: 179, latitude: -84, zoom: 14 })
    expect(boxOf(readLook('179,84,3'))).toBe('147.00000,68.00000,180.00000,85.00000')
  })

  it('halves what it shows with each step nearer', () => {
    const look = { longitude: 117, latitude: 36, zoom: 6 }
    expect(boxOf(look)).toBe('113.00000,34.00000,121.00000,38.00000')
    expect(boxOf(readLook(lookAt(look, 1)))).toBe('115.00000,35.00000,119.00000,37.00000')
  })

  it('goes as near as everything is still shown', () => {
    const near = lookAround([
      { longitude: 117.7, latitude: 36.2 },
      { longitude: 117.9, latitude: 36.0 },
    ])
    expect(near && lookText(near)).toBe('117.8000,36.1000,9')
    const far = [
      { longitude: 104, latitude: 30 },
      { longitude: 121, latitude: 39 },
    ]
    const { west, south, east, north } = sidesOf(lookAround(far) ?? readLook(undefined))
    expect([west < 104, south < 30, east > 121, north > 39]).toEqual([true, true, true, true])
    expect(lookAround(far)?.zoom).toBe(4)
    expect(lookAround([])).toBeUndefined()
  })

  it('does not go into a single place', () => {
    expect(lookAround([{ longitude: 117, latitude: 36 }])?.zoom).toBe(9)
  })
})
