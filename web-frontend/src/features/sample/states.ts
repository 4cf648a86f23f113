import type { SampleStatus, SampleVerdict } from '@/api/model'

type Tone = 'good' | 'info' | 'plain' | 'bad' | 'warn'

export const SAMPLE_TONES: Record<SampleStatus, Tone> = {
  requested: 'warn',
  accepted: 'info',
  sent: 'info',
  received: 'info',
  concluded: 'good',
  declined: 'bad',
  withdrawn: 'plain',
  lapsed: 'plain',
}

export const VERDICT_TONES: Record<SampleVerdict, Tone> = {
  suitable: 'good',
  unsuitable: 'bad',
  'no-statement': 'plain',
}

/** Whether the sample is still to come; then no other of the lot is asked for. */
export const isOpen = (status: SampleStatus) =>
  status === 'requested' || status === 'accepted' || status === 'sent'

/** Whether files can be attached: once there is something that they belong to. */
export const takesFiles = (status: SampleStatus) =>
  status === 'sent' || status === 'received' || status === 'concluded'

export const GRAMS_MIN = 100
export const GRAMS_MAX = 200_000

const GRAMS_IN_KG = 1000

/** Typed kilograms as whole grams. */
export const gramsOf = (kg: number) => Math.round(kg * GRAMS_IN_KG)

export const kilogramsOf = (grams: number) => grams / GRAMS_IN_KG
