import type { LocationQuery } from 'vue-router'
import type { Demand, Lot, MatchChange, Range } from '@/api/model'

type Change = Pick<MatchChange, 'kind' | 'parameter' | 'basis' | 'demandTo' | 'lotTo'>

const SEPARATOR = '~'

/** What of a change a demand can make by itself; a report is for the seller to bring. */
const OF_DEMAND = new Set(['price', 'maximum', 'minimum', 'until-later', 'from-earlier'])
/** A lot can ask less, sell less at a time and be there longer; what it contains is no matter of choice. */
const OF_LOT = new Set(['price', 'delivery', 'until-later', 'from-earlier', 'least-quantity'])

/** Whether the owner of that side can make the change by editing. */
export function isOwnChange(side: 'lot' | 'demand', change: Change): boolean {
  return (side === 'demand' ? OF_DEMAND : OF_LOT).has(change.kind)
}

/** The changes as the query of an edit page. */
export function changeQuery(side: 'lot' | 'demand', changes: Change[]): { change: string[] } {
  return {
    change: changes
      .filter((change) => isOwnChange(side, change))
      .map((change) =>
        [
          change.kind,
          (side === 'demand' ? change.demandTo : change.lotTo) ?? '',
          change.parameter ?? '',
          change.basis ?? '',
        ].join(SEPARATOR),
      ),
  }
}

interface Asked {
  kind: string
  to: string
  parameter: string
  basis: string
}

function asked(query: LocationQuery): Asked[] {
  const { change = [] } = query
  return (Array.isArray(change) ? change : [change])
    .filter((text) => text !== null)
    .map((text) => text.split(SEPARATOR))
    .map(([kind = '', to = '', parameter = '', basis = '']) => ({ kind, to, parameter, basis }))
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

function numberOf(text: string): number | undefined {
  const value = Number(text)
  return text !== '' && Number.isFinite(value) ? value : undefined
}

function moved(range: Range, { kind, parameter, basis, to }: Asked): Range {
  const value = numberOf(to)
  if (range.parameter !== parameter || range.basis !== basis || value === undefined) return range
  return kind === 'maximum' ? { ...range, max: value } : { ...range, min: value }
}

/** The demand as the changes of a query would have it. What a query says wrongly changes nothing. */
export function changedDemand(demand: Demand, query: LocationQuery): Demand {
  return asked(query).reduce((it, change) => {
    const yuan = numberOf(change.to)
    if (change.kind === 'price' && yuan !== undefined) return { ...it, maxDeliveredYuanPerT: yuan }
    if (change.kind === 'until-later' && DAY.test(change.to)) return { ...it, neededTo: change.to }
    if (change.kind === 'from-earlier' && DAY.test(change.to))
      return { ...it, neededFrom: change.to }
    if (change.kind === 'maximum' || change.kind === 'minimum')
      return { ...it, ranges: it.ranges.map((range) => moved(range, change)) }
    return it
  }, demand)
}

/** The lot as the changes of a query would have it. */
export function changedLot(lot: Lot, query: LocationQuery): Lot {
  return asked(query).reduce((it, change) => {
    const yuan = numberOf(change.to)
    if (change.kind === 'price' && yuan !== undefined) return { ...it, priceYuanPerT: yuan }
    if (change.kind === 'delivery' && yuan !== undefined && it.delivery)
      return { ...it, delivery: { ...it.delivery, radiusKm: Math.ceil(yuan) } }
    if (change.kind === 'least-quantity' && yuan !== undefined) return { ...it, minimumKg: yuan }
    if (change.kind === 'until-later' && DAY.test(change.to))
      return { ...it, availableFrom: change.to }
    if (change.kind === 'from-earlier' && DAY.test(change.to))
      return { ...it, availableTo: change.to }
    return it
  }, lot)
}
