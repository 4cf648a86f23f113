import type { EntryMethod } from '@/api/model'

/** How a quantity can have been found, in the order in which it is offered. */
export const METHODS: EntryMethod[] = [
  'truck-scale',
  'belt-scale',
  'rail-scale',
  'draft-survey',
  'monthly-statement',
  'estimate',
]
