import { useI18n } from 'vue-i18n'
import type { RouteLocationRaw } from 'vue-router'
import type { WorkGroup, WorkItem } from '@/api/model'
import { useCatalog } from '@/features/catalog'
import { useFormat } from '@/ui/useFormat'
import { countOf } from './count'
import { pageOf } from './links'

/** An item in the reader's words. */
export interface WorkLine {
  key: string
  to: RouteLocationRaw
  title: string
  detail: string
  since?: string
  due?: string
}

/** What waits, as lines that lead to where it is done. */
export function useWorkLines() {
  const { t } = useI18n()
  const { mass, money, price, nameOf } = useFormat()
  const { materialName } = useCatalog()

  const partnerOf = ({ partner }: WorkItem) => partner && nameOf(partner)
  const materialOf = ({ materialKey }: WorkItem) => materialKey && materialName(materialKey)
  const massOf = ({ massKg }: WorkItem) => (massKg === undefined ? undefined : mass(massKg))
  const moneyOf = ({ amountFen }: WorkItem) =>
    amountFen === undefined ? undefined : money(amountFen)
  const priceOf = ({ priceYuanPerT }: WorkItem) =>
    priceYuanPerT === undefined ? undefined : price(priceYuanPerT)
  const aspectOf = ({ aspect }: WorkItem) => aspect && t(`work.aspect.${aspect}`)
  const endOf = ({ due }: WorkItem) => due && t('work.ends', { date: due })

  function titleOf(item: WorkItem): string {
    switch (item.kind) {
      case 'load':
        return together(item.label, item.note)
      case 'correction':
        return t(item.voids ? 'correction.voidOf' : 'correction.of', {
          kind: t(`correction.kind.${item.aspect}`),
          label: item.label,
        })
      case 'lot-review':
      case 'lot-returned':
        return item.label || t('work.untitled')
      case 'use-report':
        return t('work.reportOf', { material: materialOf(item), month: item.month })
      case 'verification':
        return partnerOf(item) ?? item.label
      default:
        return nameOf({ name: item.label, nameEn: item.labelEn })
    }
  }

  function detailOf(item: WorkItem): string {
    switch (item.kind) {
      case 'offer':
        return together(partnerOf(item), massOf(item), priceOf(item))
      case 'sample':
        return together(aspectOf(item), partnerOf(item), materialOf(item))
      case 'approval':
        return together(aspectOf(item), partnerOf(item), massOf(item), priceOf(item), item.note)
      case 'agreement-to-sign':
        return together(
          item.aspect && t(`contract.work.${item.aspect}`),
          partnerOf(item),
          item.note,
          massOf(item),
        )
      case 'call-off':
        return together(item.month, massOf(item), aspectOf(item), partnerOf(item), item.note)
      case 'month-to-call-off':
        return together(item.month, partnerOf(item), item.note)
      case 'bid-to-open':
        return together(partnerOf(item), materialOf(item), massOf(item))
      case 'tender-to-award':
        return together(materialOf(item), massOf(item))
      case 'tender-deposit':
      case 'tender-deposit-return':
        return together(partnerOf(item), moneyOf(item), item.note)
      case 'load':
        return together(materialOf(item), massOf(item), partnerOf(item))
      case 'correction':
        return together(partnerOf(item), item.note)
      case 'statement':
        return together(aspectOf(item), partnerOf(item), item.month, moneyOf(item))
      case 'payment':
        return together(partnerOf(item), moneyOf(item))
      case 'deposit':
        return together(aspectOf(item), partnerOf(item), moneyOf(item))
      case 'use-report':
        return together(item.siteName, massOf(item))
      case 'unreconciled':
        return together(materialOf(item), t('stream.unreconciledTitle', { mass: massOf(item) }))
      case 'delegation':
      case 'lot-review':
      case 'lot-returned':
      case 'verification':
        return together(item.note)
      case 'stockpile':
        return together(massOf(item), item.due && t('work.clearBy', { date: item.due }))
      case 'quality-report':
      case 'approval-ending':
        return together(item.note, endOf(item))
      case 'key-ending':
      case 'delegation-ending':
        return together(endOf(item))
      case 'lot-ending':
      case 'demand-ending':
        return together(t('work.left', { mass: massOf(item) }), endOf(item))
      case 'unlisted':
        return together(materialOf(item), t('work.onHand', { mass: massOf(item) }))
      case 'match':
        return ''
    }
  }

  const lineOf = (item: WorkItem): WorkLine => ({
    key: item.key,
    to: pageOf(item),
    title: titleOf(item),
    detail: detailOf(item),
    since: item.since,
    due: item.due,
  })

  /** New matches are only counted, and all looked at on one page. */
  function linesOf(group: WorkGroup, items: WorkItem[]): WorkLine[] {
    if (group.kind !== 'match') return items.map(lineOf)
    const title = t('work.newMatches', { count: countOf(group) })
    return [{ key: group.kind, to: { name: 'matches' }, title, detail: '' }]
  }

  return { linesOf }
}

function together(...facts: (string | undefined)[]): string {
  return facts.filter(Boolean).join(' · ')
}
