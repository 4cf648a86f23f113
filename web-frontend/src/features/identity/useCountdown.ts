import { computed, onScopeDispose, ref } from 'vue'

const SECOND_MS = 1000

/** Counts whole seconds down to zero against the clock, so a sleeping tab stays right. */
export function useCountdown() {
  const endsAt = ref(0)
  const now = ref(Date.now())
  let timer: ReturnType<typeof setInterval> | undefined

  const seconds = computed(() => Math.max(0, Math.ceil((endsAt.value - now.value) / SECOND_MS)))
  const text = computed(
    () => `${Math.floor(seconds.value / 60)}:${String(seconds.value % 60).padStart(2, '0')}`,
  )

  function stop(): void {
    if (timer !== undefined) clearInterval(timer)
    timer = undefined
  }

  function start(forSeconds: number): void {
    stop()
    now.value = Date.now()
    endsAt.value = now.value + forSeconds * SECOND_MS
    timer = setInterval(() => {
      now.value = Date.now()
      if (seconds.value === 0) stop()
    }, SECOND_MS)
  }

  onScopeDispose(stop)
  return { seconds, text, start }
}
