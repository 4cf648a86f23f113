import { ElMessage } from 'element-plus/es/components/message/index'
import 'element-plus/es/components/message/style/css'
import { computed, ref, shallowRef, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRoute, useRouter } from 'vue-router'
import type { DraftContent, NewLot, SavedDraft } from '@/api/model'
import { usePolicy, useSession } from '@/features/identity'
import { useDraftDeletion, useDraftSaving, useDraftSubmission, useSavedDraft } from './draftQueries'
import { formFor } from './drafts'

/**
 * The draft that the address names. It is read once: what is read again later must not take away
 * what was typed meanwhile. One that belongs into the other form is opened there.
 *
 * @param lotId the lot that the form changes; none where it publishes a new one
 */
export function useOpenedDraft(lotId?: string) {
  const { query } = useRoute()
  const router = useRouter()
  const id = typeof query.draftId === 'string' ? query.draftId : undefined
  const draft = shallowRef<SavedDraft>()
  const read = useSavedDraft(
    () => id,
    () => draft.value === undefined,
  )
  watch(
    read.data,
    (found) => {
      if (!found || draft.value) return
      if (found.lotId === lotId) draft.value = found
      else void router.replace(formFor(found))
    },
    { immediate: true },
  )
  const pending = computed(() => id !== undefined && draft.value === undefined)
  return {
    draft,
    pending,
    problem: computed(() => (pending.value ? read.problem.value : undefined)),
    refetch: read.refetch,
  }
}

/**
 * Keeps what is typed in a form of a lot as a draft, and submits it where an administrator of the
 * firm looks at it before it is published.
 *
 * @param opened the draft that the form was filled from
 * @param lotId the lot that the form changes
 */
export function useDraft(opened?: SavedDraft, lotId?: string) {
  const { t } = useI18n()
  const router = useRouter()
  const here = useRoute().path
  const { isOrgAdmin } = useSession()
  const { data: policy } = usePolicy()
  const saving = useDraftSaving()
  const submission = useDraftSubmission()
  const deletion = useDraftDeletion()

  /** As it was when the form last knew it, which is the version that is written over. */
  const kept = shallowRef(opened)
  const savedAt = ref<string>()
  const now = useSavedDraft(() => kept.value?.id)

  const reviewed = computed(() => policy.value?.lotsReviewed === true && !isOrgAdmin.value)
  const inReview = computed(() => now.data.value?.status === 'in-review')
  const problem = computed(() => saving.problem.value ?? submission.problem.value)

  /** What somebody else did with the draft while it was gone on with here. */
  const overtaken = computed(() => {
    if (!kept.value) return undefined
    if (problem.value?.code === 'version-stale') return 'changed'
    return problem.value?.code === 'not-found' ? 'gone' : undefined
  })

  /** Told that it was overtaken, the next step writes over what was read again, or begins anew. */
  function catchUp(): void {
    if (overtaken.value === 'gone') kept.value = undefined
    if (overtaken.value === 'changed') kept.value = now.data.value ?? kept.value
  }

  function reset(): void {
    saving.reset()
    submission.reset()
  }

  async function save(content: DraftContent): Promise<SavedDraft | undefined> {
    catchUp()
    submission.reset()
    const saved = await saving.submit({ draft: kept.value, lotId, content })
    if (!saved) return undefined
    kept.value = saved
    savedAt.value = saved.changedAt
    if (router.currentRoute.value.path === here) {
      await router.replace({ query: { draftId: saved.id } })
    }
    return saved
  }

  /** What is submitted takes the place of what was kept, so only a draft that is none yet is saved. */
  async function submit(lot: NewLot, content: DraftContent): Promise<void> {
    catchUp()
    const draft = kept.value ?? (await save(content))
    if (!draft) return
    saving.reset()
    const submitted = await submission.submit({ draft, lot })
    if (submitted) await router.push({ name: 'lot-draft', params: { id: submitted.id } })
  }

  /** What was published needs no draft any more. */
  async function forget(): Promise<void> {
    const draft = kept.value
    if (!draft) return
    kept.value = undefined
    if (!(await deletion.submit(draft))) ElMessage.warning(t('draft.notForgotten'))
  }

  return {
    kept,
    savedAt,
    reviewed,
    inReview,
    problem,
    overtaken,
    saving: saving.pending,
    submitting: submission.pending,
    reset,
    save,
    submit,
    forget,
  }
}

export type DraftInForm = ReturnType<typeof useDraft>
