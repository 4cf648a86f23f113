import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { isMonth, monthOf, plusMonths } from '@/lib/dates'

const MONTHS_SHOWN = 12

/** The months that a page looks at, kept in its address so that it can be sent to a colleague. */
export function usePeriod() {
  const route = useRoute()
  const router = useRouter()
  const thisMonth = monthOf(new Date())

  function read(name: string, otherwise: string): string {
    const value = route.query[name]
    return typeof value === 'string' && isMonth(value) ? value : otherwise
  }

  const to = computed(() => read('to', thisMonth))
  const from = computed(() => read('from', plusMonths(to.value, 1 - MONTHS_SHOWN)))
  const query = computed(() => ({ from: from.value, to: to.value }))

  function change(nextFrom: string, nextTo: string): void {
    void router.replace({ query: { ...route.query, from: nextFrom, to: nextTo } })
  }

  return { from, to, query, change }
}
