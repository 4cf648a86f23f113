import { computed, reactive, ref, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Problem } from '@/api/problem'
import { useFaultText } from './useFaultText'

type Check<F> = (form: F) => string | false | undefined | Record<string, string>

/** Where something was typed that is no number, and the field of the form that it stands in. */
function unread(value: unknown, path: string): string[] {
  if (Number.isNaN(value)) return [path]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    unread(inner, Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`),
  )
}

/**
 * A form with its own checks and with the faults that the exchange finds. What was typed where a
 * number belongs and is none is a fault of every form. A check answers the key of a message, or
 * nothing when the field is right; of a field of many lines it may answer several keys, each by its
 * place in the field, such as `[1].parameter`.
 */
export function useForm<F extends object>(
  initial: () => F,
  checks: Partial<Record<string, Check<F>>> = {},
  problem?: Ref<Problem | undefined>,
) {
  const { t } = useI18n()
  const textOf = useFaultText()
  const form = reactive(initial()) as F
  const tried = ref(false)

  const faults = computed<Record<string, string>>(() => {
    if (!tried.value) return {}
    const found: Record<string, string> = {}
    for (const [field, value] of Object.entries(form)) {
      for (const path of unread(value, field)) found[path] = found[field] = t('fault.number')
    }
    for (const [path, check] of Object.entries(checks)) {
      const answer = check?.(form) || {}
      const keys = typeof answer === 'string' ? { '': answer } : answer
      for (const [place, key] of Object.entries(keys)) found[path + place] ??= t(key)
    }
    return found
  })

  function errorOf(path: string): string {
    const own = faults.value[path]
    if (own) return own
    const fault = problem?.value?.fields.find(
      (field) => field.path === path || field.path.endsWith(`.${path}`),
    )
    if (!fault) return ''
    return textOf(fault, problem?.value)
  }

  /** True when the form may be sent; from then on faults are shown while typing. */
  function check(): boolean {
    tried.value = true
    return Object.keys(faults.value).length === 0
  }

  function reset(): void {
    tried.value = false
    Object.assign(form, initial())
  }

  return { form, errorOf, check, reset }
}

/** Checks that most forms need. */
export const needed =
  <F>(field: keyof F) =>
  (form: F) => {
    const value: unknown = form[field]
    const empty =
      value === undefined ||
      value === null ||
      (typeof value === 'string' && value.trim() === '') ||
      (Array.isArray(value) && value.length === 0)
    return empty && 'fault.required'
  }

export const positive =
  <F>(field: keyof F) =>
  (form: F) => {
    const value: unknown = form[field]
    return !(typeof value === 'number' && value > 0) && 'fault.positive'
  }

/** The second day does not lie before the first. */
export const inOrder =
  <F>(from: keyof F, to: keyof F) =>
  (form: F) => {
    const first: unknown = form[from]
    const second: unknown = form[to]
    if (!second) return 'fault.required'
    return typeof first === 'string' && typeof second === 'string' && second < first
      ? 'fault.order'
      : undefined
  }
