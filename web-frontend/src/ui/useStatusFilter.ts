import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/** The status that a list is narrowed to, kept in the page's address. */
export function useStatusFilter() {
  const route = useRoute()
  const router = useRouter()
  return computed({
    get: () => (typeof route.query.status === 'string' ? route.query.status : ''),
    set: (status) =>
      void router.replace({ query: { ...route.query, status: status || undefined } }),
  })
}
