import { useI18n } from 'vue-i18n'
import type { Facts, MatchTerm, Obstacle } from '@/api/model'
import { useCatalog } from '@/features/catalog'
import { useFormat } from '@/ui/useFormat'

function numberOf(facts: Facts, name: string): number {
  const value = Number(facts[name])
  return Number.isFinite(value) ? value : 0
}

/** Whether the months of the two sides keep them from moving what both have in all. */
function isMonthly(facts: Facts): boolean {
  const both = Math.min(numberOf(facts, 'availableKg'), numberOf(facts, 'openKg'))
  return numberOf(facts, 'movableKg') < Math.max(0, both)
}

/** The reasons of a match, and what stands in the way of a near miss, in words. */
export function useMatchWords() {
  const { t, te } = useI18n()
  const { price, mass, number } = useFormat()
  const { parameterName, unitOf } = useCatalog()

  function reason(term: MatchTerm): string {
    const { facts } = term
    switch (term.key) {
      case 'price':
        return t('match.reason.price', {
          delivered: price(numberOf(facts, 'deliveredYuanPerT')),
          margin: price(numberOf(facts, 'marginYuanPerT')),
        })
      case 'quality':
        return typeof facts.closest === 'string'
          ? t('match.reason.quality', {
              required: numberOf(facts, 'required'),
              closest: parameterName(facts.closest),
            })
          : t('match.reason.qualityFree')
      case 'quantity':
        return t(isMonthly(facts) ? 'match.reason.quantityMonthly' : 'match.reason.quantity', {
          movable: mass(numberOf(facts, 'movableKg')),
          available: mass(numberOf(facts, 'availableKg')),
          open: mass(numberOf(facts, 'openKg')),
        })
      case 'window':
        return t('match.reason.window', {
          common: numberOf(facts, 'commonDays'),
          needed: numberOf(facts, 'neededDays'),
        })
      case 'evidence':
        return t(facts.firm === true ? 'match.reason.evidenceFirm' : 'match.reason.evidence', {
          stated: numberOf(facts, 'statedParameters'),
          usual: numberOf(facts, 'usualParameters'),
        })
    }
  }

  /** "85..90 none", "<= 12 wet", "180.00", "5000" or a span of days, as the language writes it. */
  function figure(key: Obstacle['key'], parameter: string | undefined, raw: unknown): string {
    if (raw === undefined || raw === null) return t('label.none')
    const text = String(raw)
    if (key === 'price') return price(Number(text))
    if (key === 'quantity') return mass(Number(text))
    if (key === 'months') {
      return text.includes('..')
        ? text.replace('..', ' – ')
        : text.replaceAll(' ', t('label.comma'))
    }
    const tail = parameter && unitOf(parameter) ? ` ${unitOf(parameter)}` : ''
    const [range = text, basis] = text.split(/ (?=(?:wet|dry|as-received|none)$)/)
    const shown = range
      .replace('..', ' – ')
      .replace('<=', '≤')
      .replace('>=', '≥')
      .replace(/(?<![\d-])\d+\.\d+(?![\d-])/g, (digits) => number(Number(digits), 6))
    const named =
      basis && basis !== 'none' && te(`enum.basis.${basis}`) ? ` (${t(`enum.basis.${basis}`)})` : ''
    return `${shown}${tail}${named}`
  }

  function obstacle(it: Obstacle): string {
    return t(`match.obstacle.${it.key}`, {
      parameter: it.parameter ? parameterName(it.parameter) : '',
      need: figure(it.key, it.parameter, it.need),
      have: figure(it.key, it.parameter, it.have),
    })
  }

  return { reason, obstacle }
}
