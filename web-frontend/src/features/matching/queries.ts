import type { Blends, Matches } from '@/api/model'
import { useItem } from '@/api/useItem'

export const useBlends = (path: () => string) => useItem<Blends>(path)
export const useMatches = (path: () => string) => useItem<Matches>(path)
