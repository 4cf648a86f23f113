import type { WorkGroup } from '@/api/model'

/** How much there is of a kind; where counting on would take too long, at least that. */
export const countOf = ({ count, more }: Pick<WorkGroup, 'count' | 'more'>) =>
  more ? `${count}+` : String(count)
