import type { Partner } from '@/api/model'

type State = 'valid' | 'over' | 'blocked' | 'none'

/** How a firm stands today: an approval may be over. */
export function stateOf({ standing, valid }: Partner): State {
  if (standing !== 'approved') return standing
  return valid ? 'valid' : 'over'
}

export const STATE_TONES = { valid: 'good', over: 'warn', blocked: 'bad', none: 'plain' } as const
