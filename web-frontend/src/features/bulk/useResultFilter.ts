import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { LineResult } from '@/api/model'
import { isResult } from './states'

/** The result that the lines of an import are narrowed to, kept in the page's address. */
export function useResultFilter() {
  const route = useRoute()
  const router = useRouter()
  return computed<LineResult | undefined>({
    get: () => (isResult(route.query.result) ? route.query.result : undefined),
    set: (result) => void router.replace({ query: { ...route.query, result } }),
  })
}
