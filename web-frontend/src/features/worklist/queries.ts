import type { WorkItem, WorkKind, Worklist } from '@/api/model'
import { useItem } from '@/api/useItem'
import { usePages } from '@/api/usePages'

const PATH = '/work'
const ITEMS_SHOWN = 5
/** Not all that comes to wait is told by a notice; whoever comes back to the page sees it at once. */
const FOLLOWED = { staleTime: 0, refetchInterval: 60_000 }

/** Everything that the visitor can do now: of each kind how much, and the oldest of it. */
export const useWork = () => useItem<Worklist>(PATH, { items: ITEMS_SHOWN, hints: true }, FOLLOWED)

/** How many things wait for the visitor. */
export const useDue = () => useItem<Worklist>(PATH, { items: 0, hints: false }, FOLLOWED)

/** All of one kind, oldest first. */
export const useWorkOf = (kind: () => WorkKind, enabled: () => boolean) =>
  usePages<WorkItem>(() => `${PATH}/${kind()}`, {}, { enabled })
