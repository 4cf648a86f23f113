import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/** The kind of work that the list is narrowed to, kept in the page's address. */
export function useKindFilter() {
  const route = useRoute()
  const router = useRouter()
  return computed<string | undefined>({
    get: () =>
      typeof route.query.kind === 'string' && route.query.kind ? route.query.kind : undefined,
    set: (kind) => void router.replace({ query: { ...route.query, kind } }),
  })
}
