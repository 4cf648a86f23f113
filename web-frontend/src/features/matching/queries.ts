import { computed } from 'vue'
import { http } from '@/api/http'
import type {
  Blends,
  Demand,
  Dismissal,
  DismissalCounts,
  Lot,
  Matches,
  NearMisses,
  NewDismissal,
  Page,
  PairVerdict,
  StandingMatch,
} from '@/api/model'
import { useCommand } from '@/api/useCommand'
import { useItem } from '@/api/useItem'
import { usePages } from '@/api/usePages'
import { bothSides } from './listed'

/** Whose matches are meant; all of the organisation's where nothing is said. */
export interface MatchSubject {
  lotId?: string
  demandId?: string
}

const PAGE = 20

const OWN_MAX = 100

export const useBlends = (path: () => string) => useItem<Blends>(path)

export function useMatches(path: () => string) {
  const listed = useItem<Matches>(path)
  return { ...listed, data: computed(() => listed.data.value && bothSides(listed.data.value)) }
}

export function useNearMisses(path: () => string) {
  const listed = useItem<NearMisses>(path)
  return { ...listed, data: computed(() => listed.data.value && bothSides(listed.data.value)) }
}

export const usePairVerdict = (path: () => string, enabled: () => boolean) =>
  useItem<PairVerdict>(path, {}, { enabled: computed(enabled) })

/** What of mine can be held against something of another's. */
export const useOwnOpen = (side: () => 'lot' | 'demand') =>
  useItem<Page<Lot | Demand>>(
    () => `/${side()}s`,
    () => ({ status: 'published', limit: OWN_MAX }),
  )

export const useStandingMatches = (subject: () => MatchSubject, newOnly: () => boolean) =>
  usePages<StandingMatch>(
    '/standing-matches',
    computed(() => ({ ...subject(), newOnly: newOnly() || undefined, limit: PAGE })),
  )

export const useSeen = () =>
  useCommand((ids: string[]) => http.put<unknown>('/standing-matches/seen', { ids }))

export const useDismissals = (subject: () => MatchSubject, enabled: () => boolean) =>
  usePages<Dismissal>(
    '/dismissals',
    computed(() => ({ ...subject() })),
    { enabled },
  )

export const useHiddenPartners = () =>
  usePages<Dismissal>('/dismissals', { reason: 'partner' }, { all: true })

export const useDismissalCounts = (subject: () => MatchSubject) =>
  useItem<DismissalCounts>(
    '/dismissals/counts',
    computed(() => ({ ...subject() })),
  )

export const useDismissal = () =>
  useCommand((input: NewDismissal, key: string) =>
    http.post<Dismissal>('/dismissals', input, { key }),
  )

export const useUndo = () =>
  useCommand((dismissal: Dismissal) => http.delete<unknown>(`/dismissals/${dismissal.id}`))
