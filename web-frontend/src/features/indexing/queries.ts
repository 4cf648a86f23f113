import { http } from '@/api/http'
import type { IndexKind, SearchIndexStatus, SetAsideDocument } from '@/api/model'
import { useCommand } from '@/api/useCommand'
import { useItem } from '@/api/useItem'
import { usePages } from '@/api/usePages'

const PATH = '/indexing'

/** Comparing and building go on by themselves, and the page follows. */
const FOLLOW_MS = 2_000

export const useIndices = () =>
  useItem<{ items: SearchIndexStatus[] }>(PATH, {}, { refetchInterval: FOLLOW_MS })

export const useSetAside = () => usePages<SetAsideDocument>(`${PATH}/set-aside`)

export const useComparison = () =>
  useCommand((kind: IndexKind, key: string) =>
    http.post<SearchIndexStatus>(`${PATH}/${kind}/comparison`, undefined, { key }),
  )

export const useRebuild = () =>
  useCommand((kind: IndexKind, key: string) =>
    http.post<SearchIndexStatus>(`${PATH}/${kind}/rebuild`, undefined, { key }),
  )

export const useSendingAgain = () =>
  useCommand(({ kind, id }: { kind: IndexKind; id: string }, key: string) =>
    http.post<SearchIndexStatus>(`${PATH}/${kind}/set-aside/${id}/sending`, undefined, { key }),
  )
