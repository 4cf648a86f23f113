import { useI18n } from 'vue-i18n'
import type { Facts, MatchChange, MatchCheck, MatchTerm, Obstacle } from '@/api/model'
import { useCatalog, useWays } from '@/features/catalog'
import { spansOf } from '@/lib/months'
import { useFormat } from '@/ui/useFormat'

type Side = 'lot' | 'demand'

/** Changes of days and months, which are written alike in all languages. */
const AS_WRITTEN = new Set<MatchChange['kind']>(['until-later', 'from-earlier', 'months'])

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
  const { price, mass, number, distance } = useFormat()
  const { basisName } = useWays()
  const { parameterName, unitOf, materialName, regionName, useName } = useCatalog()

  /** How many fit; of very many not all are counted. */
  function counted(total: number, all: boolean | undefined): string {
    return all === false ? t('match.moreThan', { count: number(total) }) : number(total)
  }

  function evidence(facts: Facts): string {
    const said = t(facts.firm === true ? 'match.reason.evidenceFirm' : 'match.reason.evidence', {
      stated: numberOf(facts, 'statedParameters'),
      usual: numberOf(facts, 'usualParameters'),
    })
    const assay =
      facts.assayAgeDays === undefined
        ? t('match.reason.noAssay')
        : t('match.reason.assay', { days: numberOf(facts, 'assayAgeDays') })
    return `${said}${t('match.reason.and')}${assay}`
  }

  function reason(term: MatchTerm): string {
    const { facts } = term
    switch (term.key) {
      case 'price':
        return t('match.reason.price', {
          basis: basisName(facts.limitBasis !== 'ex-works'),
          asked: price(numberOf(facts, 'askedYuanPerT')),
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
        return evidence(facts)
      case 'record':
        return numberOf(facts, 'countedLoads') === 0
          ? t('match.reason.noRecord')
          : t('match.reason.record', {
              good: numberOf(facts, 'goodLoads'),
              counted: numberOf(facts, 'countedLoads'),
            })
    }
  }

  /** "85..90 none", "<= 12 wet", "180.00", "5000" or a span of days, as the language writes it. */
  function figure(key: MatchCheck['key'], parameter: string | undefined, raw: unknown): string {
    if (raw === undefined || raw === null) return t('label.none')
    const text = String(raw)
    if (key === 'price') return price(Number(text))
    if (key === 'delivery') return distance(Number(text))
    if (key === 'quantity' || key === 'least-quantity') return mass(Number(text))
    if (key === 'months') {
      return text.includes('..')
        ? text.replace('..', ' – ')
        : spansOf(text.split(' ')).join(t('label.comma'))
    }
    const tail = parameter && unitOf(parameter) ? ` ${unitOf(parameter)}` : ''
    const [range = text, basis] = text.split(/ (?=(?:wet|dry|as-received|none)$)/)
    const shown = range
      .replace('..', ' – ')
      .replace('<=', '≤')
      .replace('>=', '≥')
      .replace(/(?<![\d-])\d+\.\d+(?![\d-])/g, (digits) => number(Number(digits), 6))
    return `${shown}${tail}${basisTail(basis)}`
  }

  function basisTail(basis: string | undefined): string {
    return basis && basis !== 'none' && te(`enum.basis.${basis}`)
      ? ` (${t(`enum.basis.${basis}`)})`
      : ''
  }

  function obstacle(it: Obstacle): string {
    return t(`match.obstacle.${it.key}`, {
      parameter: it.parameter ? parameterName(it.parameter) : '',
      need: figure(it.key, it.parameter, it.need),
      have: figure(it.key, it.parameter, it.have),
    })
  }

  /** What a change is a matter of, with its unit: yuan per tonne, the parameter's unit, days, tonnes. */
  function amount(it: MatchChange, raw: string | number | undefined): string {
    if (raw === undefined) return ''
    if (it.kind === 'price') return price(Number(raw))
    if (it.kind === 'delivery') return distance(Number(raw))
    if (it.kind === 'least-quantity') return mass(Number(raw))
    if (AS_WRITTEN.has(it.kind)) return String(raw)
    const unit = it.parameter ? unitOf(it.parameter) : undefined
    return `${number(Number(raw), 6)}${unit ? ` ${unit}` : ''}`
  }

  /** The change as the owner of that side would make it, or ask for it. */
  function change(side: Side, it: MatchChange): string {
    const to = side === 'demand' ? it.demandTo : it.lotTo
    if (it.kind === 'months' && to === undefined) return t(`match.change.${side}.monthsOver`)
    const isToAsk = it.kind === 'least-quantity' && side === 'demand' && to === undefined
    return t(isToAsk ? 'match.change.demand.leastAsk' : `match.change.${side}.${it.kind}`, {
      parameter: it.parameter ? parameterName(it.parameter) : '',
      basis: basisTail(it.basis),
      by: amount(it, it.by),
      to: amount(it, to),
    })
  }

  function named(key: MatchCheck['key'], raw: unknown): string {
    const words = String(raw ?? '').split(' ')
    if (key === 'material') return words.map(materialName).join(t('label.comma'))
    if (key === 'destination') return words.map(regionName).join(t('label.comma'))
    return words.map((word) => (key === 'use' ? useName(word) : word)).join(t('label.comma'))
  }

  /** One constraint of a pair: what is asked and what is there. */
  function check(it: MatchCheck): string {
    const isPlace = it.key === 'destination'
    const catalogued = isPlace || it.key === 'material' || it.key === 'use'
    return t(`match.check.${it.key}`, {
      parameter: it.parameter ? parameterName(it.parameter) : '',
      need: catalogued ? named(it.key, it.need) : figure(it.key, it.parameter, it.need),
      have: catalogued
        ? named(isPlace ? 'destination' : 'material', it.have)
        : figure(it.key, it.parameter, it.have),
    })
  }

  return { counted, reason, obstacle, change, check }
}
