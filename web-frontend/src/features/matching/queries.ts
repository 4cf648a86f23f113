import { computed } from 'vue'
import type { Blends, Demand, Lot, Matches, NearMisses, Page, PairVerdict } from '@/api/model'
import { useItem } from '@/api/useItem'

const OWN_MAX = 100

export const useBlends = (path: () => string) => useItem<Blends>(path)

export const useMatches = (path: () => string) => useItem<Matches>(path)

export const useNearMisses = (path: () => string) => useItem<NearMisses>(path)

export const usePairVerdict = (path: () => string, enabled: () => boolean) =>
  useItem<PairVerdict>(path, {}, { enabled: computed(enabled) })

/** What of mine can be held against something of another's. */
export const useOwnOpen = (side: () => 'lot' | 'demand') =>
  useItem<Page<Lot | Demand>>(
    () => `/${side()}s`,
    () => ({ status: 'published', limit: OWN_MAX }),
  )
