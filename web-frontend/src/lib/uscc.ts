/**
 * The unified social credit code of GB 32100-2015: 17 characters and a check character, from an
 * alphabet without I, O, S, V and Z.
 */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

export type UsccFault = 'length' | 'alphabet' | 'check'

/** The check character of the first 17 characters; undefined when one is not of the alphabet. */
export function usccCheck(first17: string): string | undefined {
  let sum = 0
  for (const [index, weight] of WEIGHTS.entries()) {
    const value = ALPHABET.indexOf(first17.charAt(index) || '?')
    if (value < 0) return undefined
    sum += value * weight
  }
  return ALPHABET.charAt((31 - (sum % 31)) % 31)
}

/** What is wrong with a code, or undefined when nothing is. */
export function usccFault(code: string): UsccFault | undefined {
  if (code.length !== 18) return 'length'
  const check = usccCheck(code.slice(0, 17))
  if (check === undefined || !ALPHABET.includes(code.charAt(17))) return 'alphabet'
  return check === code.charAt(17) ? undefined : 'check'
}
