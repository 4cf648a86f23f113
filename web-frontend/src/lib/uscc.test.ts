import { describe, expect, it } from 'vitest'
import { usccCheck, usccFault } from './uscc'

describe('unified social credit code', () => {
  it.each(['91350100M000100Y43', '91110000600037341L', '91440300708461136T'])(
    'accepts %s',
    (code) => {
      expect(usccFault(code)).toBeUndefined()
    },
  )

  it.each([
    ['91350100M000100Y4', 'length'],
    ['91350100M000100Y433', 'length'],
    ['91350100I000100Y43', 'alphabet'],
    ['91350100M000100Y4O', 'alphabet'],
    ['91350100M000100Y44', 'check'],
    ['91350100M000101Y43', 'check'],
  ])('finds the fault of %s: %s', (code, fault) => {
    expect(usccFault(code)).toBe(fault)
  })

  it('finds every single changed digit', () => {
    const code = '91350100M000100Y43'
    for (let index = 0; index < 17; index++) {
      const changed = code.charAt(index) === '7' ? '8' : '7'
      const wrong = code.slice(0, index) + changed + code.slice(index + 1)
      expect(usccFault(wrong)).toBe('check')
    }
  })

  it('gives no check character to what is too short', () => {
    expect(usccCheck('9135')).toBeUndefined()
  })
})
