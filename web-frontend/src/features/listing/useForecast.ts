import { onScopeDispose, ref, watch } from 'vue'
import type { CoverageForecast } from '@/api/model'
import { toProblem, type Problem } from '@/api/problem'
import { isDay } from '@/lib/dates'
import { coverageWith, type Intended } from './queries'

const PAUSE_MS = 400
/** What a stream is asked about at most. */
const QUANTITY_KG_MAX = 10_000_000_000

/** What a form says of a lot so far. */
export interface Typed {
  streamId?: string
  from: string
  until: string
  quantityKg?: number
  instead?: string
}

/** What can be asked about; undefined while something is missing or wrong. */
export function intendedOf({
  streamId,
  from,
  until,
  quantityKg,
  instead,
}: Typed): Intended | undefined {
  if (!streamId || !isDay(until) || until < from) return undefined
  if (quantityKg === undefined || !(quantityKg > 0 && quantityKg <= QUANTITY_KG_MAX)) {
    return undefined
  }
  return { streamId, until, quantityKg, instead }
}

/**
 * Asks the exchange while a lot is typed how far its stream would cover it. An answer that was
 * overtaken by further typing is thrown away.
 */
export function useForecast(typed: () => Typed) {
  const forecast = ref<CoverageForecast>()
  const problem = ref<Problem>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: AbortController | undefined

  function stop(): void {
    clearTimeout(timer)
    running?.abort()
    running = undefined
  }

  async function ask(intended: Intended): Promise<void> {
    const mine = new AbortController()
    running = mine
    try {
      const answer = await coverageWith(intended, mine.signal)
      if (running !== mine) return
      forecast.value = answer
      problem.value = undefined
    } catch (thrown) {
      if (running !== mine) return
      forecast.value = undefined
      problem.value = toProblem(thrown)
    }
  }

  watch(
    () => JSON.stringify(intendedOf(typed())),
    () => {
      stop()
      const intended = intendedOf(typed())
      if (!intended) {
        forecast.value = undefined
        problem.value = undefined
        return
      }
      timer = setTimeout(() => void ask(intended), PAUSE_MS)
    },
    { immediate: true },
  )

  onScopeDispose(stop)
  return { forecast, problem }
}
