import { computed, type Ref } from 'vue'
import type { GenerationProfile, StateGenerationProfile } from '@/api/model'
import type { Problem } from '@/api/problem'
import { spread } from '@/lib/months'
import { useForm } from '@/ui/useForm'

export const MONTHS = Array.from({ length: 12 }, (_, index) => index)

const MONTH_KG_MAX = 10_000_000_000

interface ProfileForm {
  /** January to December as typed. */
  monthsKg: (number | undefined)[]
}

function outOfBounds(kg: number | undefined): boolean {
  return kg !== undefined && (kg < 0 || kg > MONTH_KG_MAX)
}

const monthChecks = Object.fromEntries(
  MONTHS.map((month) => [
    `monthsKg[${month}]`,
    (form: ProfileForm) => outOfBounds(form.monthsKg[month]) && 'fault.profileMonth',
  ]),
)

/** What a stream generates in each month of a usual year, as it is typed. */
export function useProfileForm(
  profile: () => GenerationProfile,
  problem: Ref<Problem | undefined>,
) {
  const form = useForm<ProfileForm>(
    () => ({ monthsKg: MONTHS.map((month) => profile().monthsKg[month]) }),
    {
      ...monthChecks,
      monthsKg: (f) => f.monthsKg.every((kg) => kg === undefined) && 'fault.profileEmpty',
    },
    problem,
  )

  /** Of what can be read; a month that is none yet is told beside its field. */
  const sumKg = computed(() => form.form.monthsKg.reduce<number>((sum, kg) => sum + (kg || 0), 0))

  /** A year over the months by their shares; shares of nothing leave what was typed. */
  function fill(yearKg: number, shares: number[]): void {
    const parts = spread(yearKg, shares)
    if (parts.length) form.form.monthsKg = parts
  }

  const draft = (): StateGenerationProfile => ({
    monthsKg: form.form.monthsKg.map((kg) => kg ?? 0),
  })

  return { ...form, sumKg, fill, draft }
}
