import type { LedgerLine } from '@/api/model'

export type Subject =
  'load' | 'lot' | 'agreement' | 'use-report' | 'statement' | 'payment' | 'deposit'

const BY_KIND: Record<string, Subject> = {
  'use-reported': 'use-report',
  'statement-agreed': 'statement',
  'payment-confirmed': 'payment',
}

const BY_FAMILY: Record<string, Subject> = {
  load: 'load',
  lot: 'lot',
  agreement: 'agreement',
  deposit: 'deposit',
}

/**
 * What a line is about. A reversal has the subject of what it takes back but not its kind; of the
 * subjects that are taken back only loads have a number.
 */
export function subjectOf(
  line: Pick<LedgerLine, 'kind' | 'reversal' | 'subjectNumber'>,
): Subject | undefined {
  if (line.reversal) return line.subjectNumber ? 'load' : undefined
  return BY_KIND[line.kind] ?? BY_FAMILY[line.kind.split('-')[0] ?? '']
}
