import type { Demand, ListedMatch, Lot, Match } from '@/api/model'

interface Listed {
  lot?: Lot
  demand?: Demand
  items: ListedMatch[]
}

/** A list of matches says once what all of them have in common; here each has both sides. */
export function bothSides<L extends Listed>(list: L): Omit<L, 'items'> & { items: Match[] } {
  const items = list.items.flatMap((item) => {
    const lot = item.lot ?? list.lot
    const demand = item.demand ?? list.demand
    return lot && demand ? [{ ...item, lot, demand }] : []
  })
  return { ...list, items }
}
