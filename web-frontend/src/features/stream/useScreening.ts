import { onScopeDispose, ref, watch } from 'vue'
import type { Screening, ScreeningRequest } from '@/api/model'
import { toProblem, type Problem } from '@/api/problem'
import { screen } from '@/features/catalog'

const PAUSE_MS = 350

/**
 * Asks the exchange while the user types whether this may be hazardous. An answer that was overtaken
 * by further typing is thrown away.
 */
export function useScreening(request: () => ScreeningRequest) {
  const screening = ref<Screening>()
  const problem = ref<Problem>()
  const checking = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: AbortController | undefined

  function stop(): void {
    if (timer !== undefined) clearTimeout(timer)
    running?.abort()
    timer = undefined
    running = undefined
    checking.value = false
  }

  async function ask(asked: ScreeningRequest): Promise<void> {
    const mine = new AbortController()
    running = mine
    checking.value = true
    try {
      const answer = await screen(asked, mine.signal)
      if (running !== mine) return
      screening.value = answer
      problem.value = undefined
    } catch (thrown) {
      if (running !== mine) return
      screening.value = undefined
      problem.value = toProblem(thrown)
    }
    checking.value = false
  }

  watch(
    () => JSON.stringify(request()),
    () => {
      stop()
      const asked = request()
      if (!Object.values(asked).some((value) => value)) {
        screening.value = undefined
        return
      }
      timer = setTimeout(() => void ask(asked), PAUSE_MS)
    },
    { immediate: true },
  )

  onScopeDispose(stop)
  return { screening, problem, checking }
}
