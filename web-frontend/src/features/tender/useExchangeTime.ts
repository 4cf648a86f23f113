import { computed, onScopeDispose, ref } from 'vue'
import { aheadMs } from '@/api/exchangeClock'

const SECOND_MS = 1000

/** What the clock of the exchange shows, second by second while the page is looked at. */
export function useExchangeTime() {
  const here = ref(Date.now())
  const tick = () => {
    here.value = Date.now()
  }
  const timer = setInterval(tick, SECOND_MS)
  document.addEventListener('visibilitychange', tick)
  onScopeDispose(() => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', tick)
  })
  return computed(() => here.value + aheadMs.value)
}
