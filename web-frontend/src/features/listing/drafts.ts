import type { RouteLocationRaw } from 'vue-router'
import type { DraftStatus, SavedDraft } from '@/api/model'

export const DRAFT_TONES: Record<DraftStatus, 'plain' | 'info' | 'warn'> = {
  draft: 'plain',
  'in-review': 'info',
  returned: 'warn',
}

/** What a member may do with a draft of the own firm. */
export type DraftAction = 'write' | 'delete' | 'recall' | 'publish' | 'return'

interface Rights {
  mayTrade: boolean
  isOrgAdmin: boolean
}

/** While a draft is in review it changes for nobody: it is published, comes back or is taken back. */
export function actionsOn(status: DraftStatus, { mayTrade, isOrgAdmin }: Rights): DraftAction[] {
  if (!mayTrade) return []
  if (status !== 'in-review') return ['write', 'delete']
  return isOrgAdmin ? ['publish', 'return'] : ['recall']
}

/** The form in which a draft is gone on with. */
export const formFor = ({ id, lotId }: SavedDraft): RouteLocationRaw => ({
  ...(lotId ? { name: 'lot-edit', params: { id: lotId } } : { name: 'lot-new' }),
  query: { draftId: id },
})
