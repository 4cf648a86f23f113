import { computed, ref } from 'vue'

export const COMPARED_MAX = 5

export interface Compared {
  id: string
  title: string
}

/** Lots that were picked for comparison; they stay picked while one searches on. */
const picked = ref<Compared[]>([])

export function useCompare() {
  function isPicked(id: string): boolean {
    return picked.value.some((lot) => lot.id === id)
  }

  function toggle(lot: Compared): void {
    if (isPicked(lot.id)) picked.value = picked.value.filter((each) => each.id !== lot.id)
    else if (picked.value.length < COMPARED_MAX) picked.value = [...picked.value, lot]
  }

  return {
    picked,
    isFull: computed(() => picked.value.length >= COMPARED_MAX),
    isPicked,
    toggle,
    clear: () => {
      picked.value = []
    },
  }
}
