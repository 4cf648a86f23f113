import { describe, expect, it } from 'vitest'
import { delivered, fenOf, parseDecimal, payer, priceChange, yuanOf, yuanPerTonne } from './money'

describe('money', () => {
  it.each([
    [0, '0.00'],
    [83.5, '83.50'],
    [-25, '-25.00'],
    [1234.567, '1,234.57'],
  ])('shows %d yuan per tonne as %s', (price, text) => {
    expect(yuanPerTonne(price, 'zh-CN')).toBe(text)
  })

  it.each([
    [0, '0.00'],
    [15, '+15.00'],
    [-2.5, '-2.50'],
    [0.1234, '+0.1234'],
  ])('shows a price that changes by %d as %s', (change, text) => {
    expect(priceChange(change, 'en')).toBe(text)
  })

  it.each([
    ['-12.50', 2, -12.5],
    ['1,000', 2, 1000],
    ['5', 0, 5],
    ['-0', 2, 0],
    ['.5', 2, 0.5],
    ['-.5', 2, -0.5],
    ['１２．５', 2, 12.5],
    ['－３', 0, -3],
  ])('reads %s with %i decimals', (text, decimals, value) => {
    expect(parseDecimal(text, decimals)).toBe(value)
  })

  it.each([
    ['1.234', 2],
    ['x', 2],
    ['.', 2],
    ['13%', 2],
    ['5.1', 0],
  ])('finds no number of so many decimals in %j', (text, decimals) => {
    expect(parseDecimal(text, decimals)).toBeNaN()
  })

  it('reads nothing from nothing', () => {
    expect(parseDecimal(' ', 2)).toBeUndefined()
  })

  it('says who pays', () => {
    expect([payer(-1), payer(0), payer(1)]).toEqual(['seller', 'nobody', 'buyer'])
    expect(payer(Number.NaN)).toBe('nobody')
  })

  it('adds freight to the fen', () => {
    expect(delivered(0.1, 0.2)).toBe(0.3)
    expect(delivered(-30, 42.155)).toBe(12.16)
  })
})

describe('fen', () => {
  it.each([
    [0.01, 1],
    [1.1, 110],
    [1234.56, 123456],
    [-0.29, -29],
    [1000000.01, 100000001],
  ])('%d yuan are %d fen', (yuan, fen) => {
    expect(fenOf(yuan)).toBe(fen)
  })

  it('are shown as yuan', () => {
    expect(yuanOf(123456, 'en')).toBe('1,234.56')
    expect(yuanOf(-5, 'zh-CN')).toBe('-0.05')
  })
})
