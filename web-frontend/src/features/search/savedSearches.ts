import { http } from '@/api/http'
import type { NewSavedSearch, SavedSearch } from '@/api/model'
import { useCommand } from '@/api/useCommand'
import { useItem } from '@/api/useItem'

export const useSavedSearches = () => useItem<{ items: SavedSearch[] }>('/saved-searches')

export const useSaving = () =>
  useCommand((input: NewSavedSearch, key: string) =>
    http.post<SavedSearch>('/saved-searches', input, { key }),
  )

export const useRenaming = () =>
  useCommand(({ saved, name }: { saved: SavedSearch; name: string }) =>
    http.put<SavedSearch>(`/saved-searches/${saved.id}`, { name }, { version: saved.version }),
  )

/** Whether the firm is told of new results. */
export const useAlerting = () =>
  useCommand(({ saved, alerts }: { saved: SavedSearch; alerts: boolean }) =>
    http.put<SavedSearch>(
      `/saved-searches/${saved.id}`,
      { name: saved.name, alerts },
      { version: saved.version },
    ),
  )

export const useForgetting = () =>
  useCommand((saved: SavedSearch) =>
    http.delete<SavedSearch>(`/saved-searches/${saved.id}`, { version: saved.version }),
  )

export const useOpening = () =>
  useCommand((saved: SavedSearch, key: string) =>
    http.post<SavedSearch>(`/saved-searches/${saved.id}/opening`, {}, { key }),
  )
