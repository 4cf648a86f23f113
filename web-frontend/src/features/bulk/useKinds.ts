import { computed } from 'vue'
import { useFormat } from '@/ui/useFormat'
import { useImportKinds } from './queries'

/** What can be imported, with the names that it has in the language of the page. */
export function useKinds() {
  const { nameOf } = useFormat()
  const { data, pending, problem, refetch } = useImportKinds()
  const kinds = computed(() => data.value?.items ?? [])
  const kind = (key: string) => kinds.value.find((it) => it.key === key)

  function kindName(key: string): string {
    const found = kind(key)
    return found ? nameOf(found) : key
  }

  function columnName(ofKind: string, key: string): string {
    const found = kind(ofKind)?.columns.find((it) => it.key === key)
    return found ? nameOf(found) : key
  }

  return { kinds, pending, problem, refetch, kindName, columnName }
}
