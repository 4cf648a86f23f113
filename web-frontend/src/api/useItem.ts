import { useQuery } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { http, type Query } from './http'

interface ItemOptions {
  enabled?: MaybeRefOrGetter<boolean>
  staleTime?: number
  refetchInterval?: number
}

/** One thing, or one bounded answer, of the exchange. */
export function useItem<T>(
  path: MaybeRefOrGetter<string>,
  query: MaybeRefOrGetter<Query> = {},
  options: ItemOptions = {},
) {
  const result = useQuery({
    queryKey: computed(() => [toValue(path), toValue(query)]),
    queryFn: ({ signal }) => http.get<T>(toValue(path), toValue(query), signal),
    enabled: computed(() => toValue(options.enabled ?? true)),
    ...(options.staleTime === undefined ? {} : { staleTime: options.staleTime }),
    ...(options.refetchInterval === undefined ? {} : { refetchInterval: options.refetchInterval }),
  })
  return {
    data: result.data,
    pending: result.isPending,
    fetching: result.isFetching,
    problem: computed(() => result.error.value ?? undefined),
    refetch: () => void result.refetch(),
  }
}
