import { useI18n } from 'vue-i18n'
import type { Problem } from '@/api/problem'
import { decimal, tonnes } from '@/lib/mass'
import { yuanOf } from '@/lib/money'
import { useFormat } from './useFormat'

/**
 * What a problem says to the user: the translation of its code with its facts filled in, else the
 * exchange's own words.
 */
export function useProblemText() {
  const { t, te, tm, locale } = useI18n()
  const { fileLimit } = useFormat()

  /** The unit of a figure is the end of its name; only the size of a file is a limit in bytes. */
  function figure(name: string, value: number): string {
    if (name.endsWith('Kg')) return t('unit.tonnes', { value: tonnes(value, locale.value) })
    if (name.endsWith('Fen')) return t('unit.yuanOf', { value: yuanOf(value, locale.value) })
    if (name === 'bytesMax') return fileLimit(value)
    return decimal(value, locale.value, 3)
  }

  function shown(facts: Record<string, unknown>): Record<string, string> {
    const texts: Record<string, string> = {}
    for (const [name, value] of Object.entries(facts)) {
      if (typeof value === 'number') {
        texts[name] = figure(name, value)
      } else if (typeof value === 'string') {
        texts[name] = value
      }
    }
    const rule = locale.value === 'en' ? facts.ruleEn : facts.ruleZh
    if (typeof rule === 'string') texts.rule = rule
    return texts
  }

  /** A message whose facts did not come is not shown with holes: its plain variant is. */
  function translated(code: string, facts: Record<string, string>): string | undefined {
    for (const key of [`problem.${code}`, `problem.${code}-plain`]) {
      if (!te(key)) continue
      const raw: unknown = tm(key)
      const holes = typeof raw === 'string' ? [...raw.matchAll(/\{(\w+)\}/g)] : []
      if (holes.every((hole) => facts[hole[1] ?? ''] !== undefined)) return t(key, facts)
    }
    return undefined
  }

  return (problem: Problem): string => {
    const facts = shown(problem.facts)
    const seconds = problem.retryAfterSeconds
    if (seconds !== undefined) facts.minutes = String(Math.max(1, Math.ceil(seconds / 60)))
    return translated(problem.code, facts) ?? (problem.detail || t('problem.server-error'))
  }
}
