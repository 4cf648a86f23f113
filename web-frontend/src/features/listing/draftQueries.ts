import { computed } from 'vue'
import { http } from '@/api/http'
import type { DraftContent, Lot, NewLot, SavedDraft } from '@/api/model'
import { useCommand } from '@/api/useCommand'
import { useItem } from '@/api/useItem'
import { usePages } from '@/api/usePages'

const PATH = '/lot-drafts'

export const useDrafts = (status: () => string | undefined = () => undefined) =>
  usePages<SavedDraft>(
    PATH,
    computed(() => ({ status: status() })),
  )

export const useSavedDraft = (id: () => string | undefined, enabled: () => boolean = () => true) =>
  useItem<SavedDraft>(
    () => `${PATH}/${id() ?? ''}`,
    {},
    { enabled: () => Boolean(id()) && enabled() },
  )

interface Saving {
  /** The draft that is gone on with; a new one is begun without it. */
  draft?: SavedDraft
  lotId?: string
  content: DraftContent
}

export const useDraftSaving = () =>
  useCommand(({ draft, lotId, content }: Saving, key: string) =>
    draft
      ? http.put<SavedDraft>(`${PATH}/${draft.id}`, { content }, { version: draft.version })
      : http.post<SavedDraft>(PATH, { lotId, content }, { key }),
  )

export const useDraftDeletion = () =>
  useCommand((draft: SavedDraft) =>
    http.delete<SavedDraft>(`${PATH}/${draft.id}`, { version: draft.version }),
  )

export const useDraftSubmission = () =>
  useCommand(({ draft, lot }: { draft: SavedDraft; lot: NewLot }, key: string) =>
    http.post<SavedDraft>(`${PATH}/${draft.id}/submission`, lot, { key, version: draft.version }),
  )

export const useDraftRecall = () =>
  useCommand((draft: SavedDraft, key: string) =>
    http.post<SavedDraft>(`${PATH}/${draft.id}/recall`, {}, { key, version: draft.version }),
  )

export const useDraftReturn = () =>
  useCommand(({ draft, reason }: { draft: SavedDraft; reason: string }, key: string) =>
    http.post<SavedDraft>(
      `${PATH}/${draft.id}/return`,
      { reason },
      { key, version: draft.version },
    ),
  )

interface Publication {
  draft: SavedDraft
  /** The lot as it was shown beside its change; none for a new one. */
  lot?: Lot
}

export const useDraftPublication = () =>
  useCommand(({ draft, lot }: Publication, key: string) =>
    http.post<Lot>(
      `${PATH}/${draft.id}/publication`,
      { lotVersion: lot?.version },
      { key, version: draft.version },
    ),
  )
