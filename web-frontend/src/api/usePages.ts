import { useInfiniteQuery } from '@tanstack/vue-query'
import { computed, toValue, watchEffect, type MaybeRefOrGetter } from 'vue'
import { http, type Query } from './http'
import type { Page } from './model'

interface PagesOptions {
  enabled?: MaybeRefOrGetter<boolean>
  /** Reads on until nothing is left, for choices and sums that must not miss any. */
  all?: MaybeRefOrGetter<boolean>
  /** What pages after the first are asked besides. */
  later?: Query
}

/** The longest page that the exchange gives. */
const PAGE_MAX = 100

/** A list that is read page by page with the cursor of the exchange. */
export function usePages<T, P extends Page<T> = Page<T>>(
  path: MaybeRefOrGetter<string>,
  query: MaybeRefOrGetter<Query> = {},
  options: PagesOptions = {},
) {
  const all = computed(() => toValue(options.all ?? false))
  const asked = computed<Query>(() =>
    all.value ? { ...toValue(query), limit: PAGE_MAX } : toValue(query),
  )
  const result = useInfiniteQuery({
    queryKey: computed(() => [toValue(path), 'pages', asked.value]),
    queryFn: ({ pageParam, signal }) =>
      http.get<P>(
        toValue(path),
        { ...asked.value, ...(pageParam ? options.later : {}), cursor: pageParam },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last: P) => last.next,
    enabled: computed(() => toValue(options.enabled ?? true)),
  })
  const reading = computed(() => all.value && result.hasNextPage.value)
  watchEffect(() => {
    if (reading.value && !result.isFetching.value && !result.isError.value) {
      void result.fetchNextPage()
    }
  })
  const items = computed<T[]>(() => result.data.value?.pages.flatMap((page) => page.items) ?? [])
  const first = computed<P | undefined>(() => result.data.value?.pages[0])
  return {
    items,
    first,
    pending: computed(() => result.isPending.value || reading.value),
    fetching: result.isFetching,
    problem: computed(() => result.error.value ?? undefined),
    hasMore: result.hasNextPage,
    loadingMore: result.isFetchingNextPage,
    loadMore: () => void result.fetchNextPage(),
    refetch: () => void result.refetch(),
  }
}

export type Pages<T> = ReturnType<typeof usePages<T>>
