import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { Query } from '@/api/http'
import type { DemandHit, LotHit, SearchPage, SearchSort } from '@/api/model'
import { usePages } from '@/api/usePages'

export type SearchKind = 'lots' | 'demands'

export const FILTERS = [
  'text',
  'material',
  'classCode',
  'adcode',
  'siteId',
  'maxDeliveredYuanPerT',
  'minQuantityKg',
  'sort',
] as const
export type Filter = (typeof FILTERS)[number]

const PAGE = 20
const NEEDS_SITE: SearchSort[] = ['delivered', 'distance']

/**
 * A search whose every choice stands in the address, so that it survives a reload and can be sent to
 * a colleague. Sorting by distance or delivered price needs one of my sites.
 */
export function useSearch(kind: () => SearchKind) {
  const route = useRoute()
  const router = useRouter()

  const filters = computed<Record<Filter, string>>(() => {
    const read = (name: Filter) => {
      const value = route.query[name]
      return typeof value === 'string' ? value : ''
    }
    return Object.fromEntries(FILTERS.map((name) => [name, read(name)])) as Record<Filter, string>
  })

  const query = computed<Query>(() => {
    const { sort, siteId } = filters.value
    const unsortable = NEEDS_SITE.includes(sort as SearchSort) && !siteId
    return { ...filters.value, sort: unsortable ? undefined : sort || undefined, limit: PAGE }
  })

  const narrowed = computed(() =>
    FILTERS.some((name) => name !== 'sort' && name !== 'siteId' && filters.value[name] !== ''),
  )

  function set(changes: Partial<Record<Filter, string | undefined>>): void {
    const next: Record<string, string> = {}
    for (const [name, value] of Object.entries({ ...filters.value, ...changes })) {
      if (value) next[name] = value
    }
    void router.replace({ query: next })
  }

  function clear(): void {
    const { siteId, sort } = filters.value
    void router.replace({ query: { siteId: siteId || undefined, sort: sort || undefined } })
  }

  const lots = usePages<LotHit, SearchPage<LotHit>>('/search/lots', query, {
    enabled: () => kind() === 'lots',
  })
  const demands = usePages<DemandHit, SearchPage<DemandHit>>('/search/demands', query, {
    enabled: () => kind() === 'demands',
  })

  return { filters, narrowed, set, clear, lots, demands }
}
