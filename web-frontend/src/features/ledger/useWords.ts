import { useI18n } from 'vue-i18n'
import { useRoute, type RouteLocationRaw } from 'vue-router'
import type { LedgerLine, LedgerUnit } from '@/api/model'
import { useSession } from '@/features/identity'
import { amountText, changeText } from './amounts'
import { subjectOf } from './subjects'

/** Accounts, facts and amounts in the chosen language. */
export function useWords() {
  const { t, te, locale } = useI18n()

  function known(key: string, otherwise: string): string {
    return te(key) ? t(key) : otherwise
  }

  function kindName(kind: string): string {
    return known(`account.${kind}`, kind)
  }

  return {
    kindName,
    /** The name as a heading. */
    kindTitle: (kind: string) => {
      const name = kindName(kind)
      return name.charAt(0).toUpperCase() + name.slice(1)
    },
    kindNote: (kind: string) => known(`ledger.explained.${kind}`, ''),
    factName: (kind: string) => known(`entry.${kind}`, kind),
    amount: (unit: LedgerUnit, value: number) =>
      t(unit === 'money-fen' ? 'ledger.yuan' : 'unit.tonnes', {
        value: amountText(unit, value, locale.value),
      }),
    change: (unit: LedgerUnit, value: number) => changeText(unit, value, locale.value),
    bare: (unit: LedgerUnit, value: number) => amountText(unit, value, locale.value),
  }
}

/** The page that tells more about what a line is about, where the reader has one. */
export function useSubjects() {
  const { isAuditor, isTrading, supplies, receives } = useSession()

  function load(id: string): RouteLocationRaw {
    return { name: isAuditor.value ? 'audit-load' : 'load', params: { id } }
  }

  function useReport(id: string): RouteLocationRaw | undefined {
    if (isAuditor.value) return { name: 'audit-use', params: { id } }
    return isTrading.value && receives.value ? { name: 'heaps' } : undefined
  }

  return {
    load,
    useReport,
    stream: (id: string): RouteLocationRaw | undefined =>
      isTrading.value && supplies.value ? { name: 'stream', params: { id } } : undefined,
    ofLine: (line: LedgerLine): RouteLocationRaw | undefined => {
      const params = { id: line.subjectId }
      switch (subjectOf(line)) {
        case 'load':
          return load(line.subjectId)
        case 'lot':
          return { name: 'lot', params }
        case 'agreement':
          return { name: 'agreement', params }
        case 'use-report':
          return useReport(line.subjectId)
        case 'statement':
          return isTrading.value ? { name: 'statement', params } : undefined
        case 'payment':
          return isTrading.value ? { name: 'payments' } : undefined
        case 'deposit':
          return isTrading.value ? { name: 'deposits' } : undefined
        default:
          return undefined
      }
    },
  }
}

/** A value of the page's address. */
export function useAddress() {
  const route = useRoute()
  return (name: string): string | undefined => {
    const value = route.query[name]
    return typeof value === 'string' && value ? value : undefined
  }
}
