import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { http } from '@/api/http'
import type { IndexKind, SearchFreshness } from '@/api/model'

/** The exchange waits so long for the index, and the page asks again so long after that. */
const WAIT_MS = 5_000
const SOON_MS = 500
const LATER_MS = 15_000

type State = SearchFreshness['state'] | 'unknown'

interface Asked {
  kind: IndexKind
  id: string
  version: number
}

/** Waits until a version can be found; undefined while nothing is known, `unknown` without a search. */
export function useFreshness(asked: () => Asked) {
  const query = useQuery({
    queryKey: computed(() => ['/search/freshness', asked().kind, asked().id, asked().version]),
    queryFn: ({ signal, client, queryKey }) => {
      const { kind, id, version } = asked()
      const first = client.getQueryData(queryKey) === undefined
      return http.get<SearchFreshness>(
        '/search/freshness',
        { kind, id, version, waitMs: first ? 0 : WAIT_MS },
        signal,
      )
    },
    refetchInterval: (latest) => {
      const state = latest.state.data?.state
      if (state === 'searchable') return false
      return state === 'waiting' ? SOON_MS : LATER_MS
    },
    retry: false,
  })
  return computed<State | undefined>(() => {
    if (query.isError.value) return 'unknown'
    return query.data.value?.state
  })
}
