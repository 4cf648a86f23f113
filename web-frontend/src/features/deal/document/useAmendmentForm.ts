import { computed, type Ref } from 'vue'
import type { AmendmentDraft, DocumentVersion } from '@/api/model'
import type { Problem } from '@/api/problem'
import { dayOf, isDay } from '@/lib/dates'
import { needed, useForm } from '@/ui/useForm'
import { amendableOf, changedTerms, changesBetween, type AmendableTerms } from './changes'

export const TOLERANCE_PCT_MAX = 10
export const POLLUTION_MIN = 10

interface AmendmentForm extends Omit<AmendableTerms, 'tolerancePct'> {
  tolerancePct: number | undefined
  note: string
}

/** Spaces at its ends do not change a text. */
const kept = (now: string, before: string) => (now.trim() === before.trim() ? before : now.trim())

/** The terms as they would be; what cannot be read yet stays as it was. */
export function termsOf(form: AmendmentForm, before: AmendableTerms): AmendableTerms {
  const { tolerancePct = Number.NaN } = form
  return {
    deliverTo: isDay(form.deliverTo) ? form.deliverTo : before.deliverTo,
    tolerancePct: Number.isNaN(tolerancePct) ? before.tolerancePct : tolerancePct,
    pollutionTerms: kept(form.pollutionTerms, before.pollutionTerms),
    paymentTerms: kept(form.paymentTerms, before.paymentTerms),
    filingReference: kept(form.filingReference, before.filingReference),
  }
}

/** An amendment of the version in force, as it is typed. */
export function useAmendmentForm(
  version: () => DocumentVersion,
  problem: Ref<Problem | undefined>,
) {
  const today = dayOf(new Date())
  const before = computed(() => amendableOf(version().content))

  function dayFault({ deliverTo }: AmendmentForm): string | undefined {
    if (!isDay(deliverTo)) return 'fault.required'
    if (deliverTo === before.value.deliverTo) return undefined
    if (deliverTo < version().content.deliverFrom) return 'fault.order'
    return deliverTo < today ? 'fault.validity-over' : undefined
  }

  const form = useForm<AmendmentForm>(
    () => ({ ...amendableOf(version().content), note: '' }),
    {
      deliverTo: dayFault,
      tolerancePct: ({ tolerancePct: it }) =>
        !(it !== undefined && it >= 0 && it <= TOLERANCE_PCT_MAX) && 'fault.tolerance',
      pollutionTerms: (f) => f.pollutionTerms.trim().length < POLLUTION_MIN && 'fault.shortTerms',
      note: needed('note'),
      changes: (f) =>
        changesBetween(before.value, termsOf(f, before.value)).length === 0 &&
        'contract.amend.unchanged',
    },
    problem,
  )

  const changes = computed(() => changesBetween(before.value, termsOf(form.form, before.value)))

  const draft = (): AmendmentDraft => ({
    basedOn: version().sha256,
    note: form.form.note.trim(),
    ...changedTerms(before.value, termsOf(form.form, before.value)),
  })

  return { ...form, changes, draft, today }
}
