import { describe, expect, it } from 'vitest'
import { kilograms, MASS_KG_MAX, parseTonnes, percentOf, tonnes, tonnesText } from './mass'

describe('mass', () => {
  it.each([
    [0, '0'],
    [1, '0.001'],
    [12_345_600, '12,345.6'],
    [-2_500, '-2.5'],
    [1_093_700_000, '1,093,700'],
  ])('shows %i kg as %s t', (kg, text) => {
    expect(tonnes(kg, 'zh-CN')).toBe(text)
    expect(tonnes(kg, 'en')).toBe(text)
  })

  it('shows kilograms whole', () => {
    expect(kilograms(48_960, 'en')).toBe('48,960')
  })

  it.each([
    ['1', 1_000],
    ['1,234.5', 1_234_500],
    ['0.001', 1],
    ['12.', 12_000],
    ['-3.25', -3_250],
    ['-0', 0],
    [' 7 000 ', 7_000_000],
    ['.5', 500],
    ['-.5', -500],
    ['１２．５', 12_500],
    ['１２。５', 12_500],
  ])('reads %s', (text, kg) => {
    expect(parseTonnes(text)).toBe(kg)
  })

  it.each(['.', '-', 'abc', '1.2345', '1e3', '--1', '1.2.3', '13%', '5²'])(
    'finds no number in %j',
    (text) => {
      expect(parseTonnes(text)).toBeNaN()
    },
  )

  it.each(['', ' ', '　'])('reads nothing from %j', (text) => {
    expect(parseTonnes(text)).toBeUndefined()
  })

  it('refuses more than the bound', () => {
    expect(parseTonnes(String(MASS_KG_MAX / 1000))).toBe(MASS_KG_MAX)
    expect(parseTonnes(String(MASS_KG_MAX / 1000 + 1))).toBeNaN()
  })

  it.each([0, 1, 999, 1_000, 1_230, -45_600, 987_654_321])('round-trips %i kg', (kg) => {
    expect(parseTonnes(tonnesText(kg))).toBe(kg)
  })

  it('keeps a share between 0 and 100', () => {
    expect(percentOf(1, 4)).toBe(25)
    expect(percentOf(5, 4)).toBe(100)
    expect(percentOf(-1, 4)).toBe(0)
    expect(percentOf(1, 0)).toBe(0)
  })
})
