import type { Basis } from '@/api/model'

/** What a value can be a share of or be measured on. */
export const BASES: Basis[] = ['wet', 'dry', 'as-received', 'none']
