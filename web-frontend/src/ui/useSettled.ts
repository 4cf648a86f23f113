import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'

const PAUSE_MS = 300

/** What a source says once it has said the same for a while. */
export function useSettled<T>(source: () => T): Readonly<ShallowRef<T>> {
  const settled = shallowRef(source())
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(
    () => JSON.stringify(source()),
    () => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        settled.value = source()
      }, PAUSE_MS)
    },
  )
  onScopeDispose(() => clearTimeout(timer))
  return settled
}
