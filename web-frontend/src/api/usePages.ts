import { useInfiniteQuery } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { http, type Query } from './http'
import type { Page } from './model'

interface PagesOptions {
  enabled?: MaybeRefOrGetter<boolean>
}

/** A list that is read page by page with the cursor of the exchange. */
export function usePages<T, P extends Page<T> = Page<T>>(
  path: MaybeRefOrGetter<string>,
  query: MaybeRefOrGetter<Query> = {},
  options: PagesOptions = {},
) {
  const result = useInfiniteQuery({
    queryKey: computed(() => [toValue(path), 'pages', toValue(query)]),
    queryFn: ({ pageParam, signal }) =>
      http.get<P>(toValue(path), { ...toValue(query), cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last: P) => last.next,
    enabled: computed(() => toValue(options.enabled ?? true)),
  })
  const items = computed<T[]>(() => result.data.value?.pages.flatMap((page) => page.items) ?? [])
  const first = computed<P | undefined>(() => result.data.value?.pages[0])
  return {
    items,
    first,
    pending: result.isPending,
    fetching: result.isFetching,
    problem: computed(() => result.error.value ?? undefined),
    hasMore: result.hasNextPage,
    loadingMore: result.isFetchingNextPage,
    loadMore: () => void result.fetchNextPage(),
    refetch: () => void result.refetch(),
  }
}

export type Pages<T> = ReturnType<typeof usePages<T>>
