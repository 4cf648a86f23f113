import { watch } from 'vue'
import type { WorkItem, WorkKind, Worklist } from '@/api/model'
import { useItem } from '@/api/useItem'
import { usePages } from '@/api/usePages'

const PATH = '/work'
const ITEMS_SHOWN = 5
/** Not all that comes to wait is told by a notice. */
const COUNTED_EVERY_MS = 60_000

/**
 * Everything that the visitor can do now: of each kind how much, and the oldest of it. Whoever comes
 * back to the page sees it at once; otherwise it is read again when the small count says so.
 */
export function useWork() {
  const work = useItem<Worklist>(PATH, { items: ITEMS_SHOWN, hints: true }, { staleTime: 0 })
  const { data: due } = useDue()
  watch(
    () => due.value?.groups.map(({ kind, count }) => `${kind} ${count}`).join(),
    (_, before) => {
      if (before !== undefined && !work.fetching.value) work.refetch()
    },
  )
  return work
}

/** How many things wait for the visitor. */
export const useDue = () =>
  useItem<Worklist>(
    PATH,
    { items: 0, hints: false },
    { staleTime: 0, refetchInterval: COUNTED_EVERY_MS },
  )

/** All of one kind, oldest first. */
export const useWorkOf = (kind: () => WorkKind, enabled: () => boolean) =>
  usePages<WorkItem>(() => `${PATH}/${kind()}`, {}, { enabled })
