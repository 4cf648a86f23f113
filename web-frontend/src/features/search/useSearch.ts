import { computed } from 'vue'
import { useRoute, useRouter, type LocationQueryRaw } from 'vue-router'
import type { Query } from '@/api/http'
import type { DemandHit, LotHit, SearchPage, SearchSort } from '@/api/model'
import { usePages } from '@/api/usePages'

export type SearchKind = 'lots' | 'demands'
export type SearchView = 'list' | 'table' | 'map'

/** Choices of which there is one at a time. */
const SINGLE = [
  'text',
  'siteId',
  'minQuantityKg',
  'maxQuantityKg',
  'minPriceYuanPerT',
  'maxPriceYuanPerT',
  'availableFrom',
  'availableTo',
  'radiusKm',
  'maxDeliveredYuanPerT',
  'minExWorksYuanPerT',
  'box',
  'demandId',
  'lotId',
  'sort',
] as const
/** Choices of which there may be several. */
const SEVERAL = ['material', 'classCode', 'adcode', 'quantityKind', 'use', 'quality'] as const

export type Single = (typeof SINGLE)[number]
export type Several = (typeof SEVERAL)[number]
export type Filters = Record<Single, string> & Record<Several, string[]>
export type Changes = Partial<Record<Single, string | undefined> & Record<Several, string[]>>

/** What says how results are looked at, and not which. */
const POINTS_OF_VIEW = new Set<string>(['siteId', 'sort', 'demandId', 'lotId'])
const ONLY_HERE: Record<SearchKind, readonly string[]> = {
  lots: ['maxDeliveredYuanPerT', 'quantityKind', 'demandId'],
  demands: ['minExWorksYuanPerT', 'lotId'],
}
const NEEDS_SITE = ['radiusKm', 'maxDeliveredYuanPerT', 'minExWorksYuanPerT']
const SORTS_BY_SITE: SearchSort[] = ['delivered', 'distance']
const PAGE = 20

export interface Chosen {
  name: Single | Several
  value: string
}

/**
 * A search whose every choice stands in the address, so that it survives a reload, can be sent to a
 * colleague and is undone by the back button. List, table and map show the same search.
 */
export function useSearch(kind: () => SearchKind) {
  const route = useRoute()
  const router = useRouter()

  function values(name: string): string[] {
    const value = route.query[name]
    const all = Array.isArray(value) ? value : [value]
    return all.filter((each): each is string => typeof each === 'string' && each !== '')
  }

  const filters = computed<Filters>(() => {
    const singles = SINGLE.map((name) => [name, values(name)[0] ?? ''])
    const several = SEVERAL.map((name) => [name, values(name)])
    return Object.fromEntries([...singles, ...several]) as Filters
  })

  const view = computed<SearchView>(() => {
    const [chosen] = values('view')
    return chosen === 'table' || chosen === 'map' ? chosen : 'list'
  })

  const sort = computed<SearchSort>(() => {
    const { sort: chosen, siteId, demandId, lotId } = filters.value
    const rival = kind() === 'lots' ? demandId : lotId
    if (SORTS_BY_SITE.includes(chosen as SearchSort) && !siteId) return 'relevance'
    if (chosen === 'match' && !rival) return 'relevance'
    return (chosen || 'relevance') as SearchSort
  })

  /** What is asked, without what says nothing in a search of this kind. */
  const asked = computed<Query>(() => {
    const other = ONLY_HERE[kind() === 'lots' ? 'demands' : 'lots']
    const without = new Set([...other, 'sort', ...(filters.value.siteId ? [] : NEEDS_SITE)])
    return Object.fromEntries(Object.entries(filters.value).filter(([name]) => !without.has(name)))
  })

  const chosen = computed<Chosen[]>(() =>
    Object.entries(asked.value).flatMap(([name, value]) =>
      POINTS_OF_VIEW.has(name) || !value
        ? []
        : [value as string | string[]]
            .flat()
            .map((each) => ({ name: name as Single | Several, value: each })),
    ),
  )

  function to(changes: Changes & { view?: string; at?: string }): LocationQueryRaw {
    const next: LocationQueryRaw = {}
    const all = { view: values('view')[0], at: values('at')[0], ...filters.value, ...changes }
    for (const [name, value] of Object.entries(all)) {
      if (value && value.length > 0) next[name] = value
    }
    return next
  }

  function set(changes: Changes & { view?: string }): void {
    void router.push({ query: to(changes) })
  }

  /** Where the map looks; no step of its own for the back button. */
  function look(at: string): void {
    void router.replace({ query: to({ at }) })
  }

  function remove({ name, value }: Chosen): void {
    const several = SEVERAL.find((each) => each === name)
    const left = several && filters.value[several].filter((each) => each !== value)
    set({ [name]: left } as Changes)
  }

  function clear(): void {
    const kept = Object.fromEntries([...POINTS_OF_VIEW].map((name) => [name, route.query[name]]))
    void router.push({ query: { ...kept, view: route.query.view } })
  }

  const query = computed<Query>(() => ({ ...asked.value, sort: sort.value, limit: PAGE }))
  const enabled = (wanted: SearchKind) => () => kind() === wanted
  const laterPagesWithout = { later: { facets: false } }
  const lots = usePages<LotHit, SearchPage<LotHit>>('/search/lots', query, {
    enabled: enabled('lots'),
    ...laterPagesWithout,
  })
  const demands = usePages<DemandHit, SearchPage<DemandHit>>('/search/demands', query, {
    enabled: enabled('demands'),
    ...laterPagesWithout,
  })

  return {
    filters,
    view,
    sort,
    asked,
    chosen,
    at: computed(() => values('at')[0]),
    set,
    look,
    remove,
    clear,
    lots,
    demands,
  }
}

/** The search as it is kept: filters and order, not how it is looked at. */
export function savedQuery(asked: Query, sort: SearchSort): string {
  const text = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...asked, sort })) {
    for (const each of Array.isArray(value) ? value : [value])
      if (each) text.append(name, String(each))
  }
  return text.toString()
}
