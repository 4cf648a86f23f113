import { computed } from 'vue'
import { http } from '@/api/http'
import type { Entry, NewEntry, NewStockTake, NewStream, Page, StockTake, Stream } from '@/api/model'
import { useCommand } from '@/api/useCommand'
import { useItem } from '@/api/useItem'
import { usePages } from '@/api/usePages'

const LIST_MAX = 100
const STORY_PAGE = 20

export function useStreams(enabled: () => boolean = () => true) {
  const streams = useItem<Page<Stream>>('/streams', { limit: LIST_MAX }, { enabled })
  return { ...streams, items: computed(() => streams.data.value?.items ?? []) }
}

export const useStream = (id: () => string | undefined) =>
  useItem<Stream>(() => `/streams/${id() ?? ''}`, {}, { enabled: () => Boolean(id()) })

export const useEntries = (id: () => string) =>
  usePages<Entry>(() => `/streams/${id()}/entries`, { limit: STORY_PAGE })

export const useStockTakes = (id: () => string) =>
  usePages<StockTake>(() => `/streams/${id()}/stock-takes`, { limit: STORY_PAGE })

export const useNewStream = () =>
  useCommand((input: NewStream, key: string) => http.post<Stream>('/streams', input, { key }))

export const useNewEntry = (id: () => string) =>
  useCommand((input: NewEntry, key: string) =>
    http.post<Entry>(`/streams/${id()}/entries`, input, { key }),
  )

export const useNewStockTake = (id: () => string) =>
  useCommand((input: NewStockTake, key: string) =>
    http.post<StockTake>(`/streams/${id()}/stock-takes`, input, { key }),
  )
