import type { Matches } from '@/api/model'
import { useItem } from '@/api/useItem'

export const useMatches = (path: () => string) => useItem<Matches>(path)
