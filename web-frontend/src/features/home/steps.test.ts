import { describe, expect, it } from 'vitest'
import { nextStep, stepsOf } from './steps'

const nothing = {
  sites: 0,
  streams: 0,
  recorded: false,
  lots: 0,
  demands: 0,
  offers: 0,
  agreements: 0,
  loads: 0,
  received: 0,
  reports: 0,
}
const producer = { verified: true, supplies: true, receives: false }
const receiver = { verified: true, supplies: false, receives: true }

describe('first steps', () => {
  it('lead a producer from the site to the rate', () => {
    expect(stepsOf(nothing, producer).map((step) => step.key)).toEqual([
      'verified',
      'site',
      'stream',
      'record',
      'lot',
      'offer',
      'agreement',
      'dispatch',
      'receive',
      'rate',
    ])
  })

  it('lead a receiver from the site to the report', () => {
    expect(stepsOf(nothing, receiver).map((step) => step.key)).toEqual([
      'verified',
      'site',
      'demand',
      'offer',
      'agreement',
      'receive',
      'report',
    ])
  })

  it('say what comes next', () => {
    const begun = { ...nothing, sites: 1, streams: 2 }
    expect(nextStep(stepsOf(begun, producer))?.key).toBe('record')
    expect(nextStep(stepsOf(nothing, { ...producer, verified: false }))?.key).toBe('verified')
  })

  it('are over when everything was done', () => {
    const all = { ...nothing, sites: 1, demands: 1, offers: 1, agreements: 1, loads: 1 }
    expect(nextStep(stepsOf({ ...all, received: 1, reports: 1 }, receiver))).toBeUndefined()
  })
})
