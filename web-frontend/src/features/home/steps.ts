import type { RouteLocationRaw } from 'vue-router'
import type { TradingFacts } from './useTrading'

export interface Step {
  key: string
  done: boolean
  to?: RouteLocationRaw
}

interface Who {
  verified: boolean
  supplies: boolean
  receives: boolean
}

/** The chain of tonnes as steps, each with whether it was done at least once. */
export function stepsOf(facts: TradingFacts, who: Who): Step[] {
  const steps: Step[] = [
    { key: 'verified', done: who.verified },
    { key: 'site', done: facts.sites > 0, to: { name: 'sites' } },
  ]
  if (who.supplies) {
    steps.push(
      { key: 'stream', done: facts.streams > 0, to: { name: 'stream-new' } },
      { key: 'record', done: facts.recorded, to: { name: 'streams' } },
      { key: 'lot', done: facts.lots > 0, to: { name: 'lot-new' } },
    )
  }
  if (who.receives) {
    steps.push({ key: 'demand', done: facts.demands > 0, to: { name: 'demand-new' } })
  }
  steps.push(
    {
      key: 'offer',
      done: facts.offers > 0,
      to: who.receives ? { name: 'search-lots' } : { name: 'search-demands' },
    },
    { key: 'agreement', done: facts.agreements > 0, to: { name: 'offers' } },
  )
  if (who.supplies) {
    steps.push({ key: 'dispatch', done: facts.loads > 0, to: { name: 'load-new' } })
  }
  steps.push({ key: 'receive', done: facts.received > 0, to: { name: 'loads' } })
  if (who.receives) {
    steps.push({ key: 'report', done: facts.reports > 0, to: { name: 'heaps' } })
  }
  if (who.supplies) steps.push({ key: 'rate', done: false, to: { name: 'rate' } })
  return steps
}

/** The first step that is not done: what to do next. */
export function nextStep(steps: Step[]): Step | undefined {
  return steps.find((step) => !step.done)
}
