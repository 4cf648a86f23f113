import { useI18n } from 'vue-i18n'
import type { SavedDraft } from '@/api/model'
import { useFormat } from '@/ui/useFormat'

/** What is said of a draft where it is listed and where it is read. */
export function useDraftWords() {
  const { t } = useI18n()
  const { instant } = useFormat()

  const byAt = (who: string, at: string) => [who, instant(at)].filter(Boolean).join(' · ')

  return {
    titleOf: ({ title }: SavedDraft) => title || t('draft.untitled'),
    kindOf: ({ lotId }: SavedDraft) => t(lotId ? 'draft.ofChange' : 'draft.ofNew'),
    begun: ({ author, createdAt }: SavedDraft) => byAt(author, createdAt),
    changed: ({ changedAt }: SavedDraft) => instant(changedAt),
    submitted: ({ submitter, submittedAt }: SavedDraft) =>
      submittedAt && byAt(submitter ?? '', submittedAt),
  }
}
