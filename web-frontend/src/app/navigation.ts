import { belongsTo, type Audience } from './router'

export interface NavigationItem {
  to: string
  label: string
  for?: Audience[]
  /** How much waits there is said beside it. */
  counted?: boolean
}

export interface NavigationGroup {
  key: string
  for?: Audience[]
  items: NavigationItem[]
}

const GROUPS: NavigationGroup[] = [
  {
    key: 'home',
    items: [
      { to: '/', label: 'nav.home' },
      { to: '/work', label: 'nav.work', counted: true },
    ],
  },
  {
    key: 'supply',
    for: ['supply'],
    items: [
      { to: '/streams', label: 'nav.streams' },
      { to: '/lots', label: 'nav.lots' },
      { to: '/search/demands', label: 'nav.searchDemands' },
      { to: '/rate', label: 'nav.rate' },
    ],
  },
  {
    key: 'demand',
    for: ['demand'],
    items: [
      { to: '/search/lots', label: 'nav.searchLots' },
      { to: '/demands', label: 'nav.demands' },
      { to: '/heaps', label: 'nav.heaps' },
    ],
  },
  {
    key: 'data',
    for: ['trading'],
    items: [
      { to: '/imports', label: 'nav.imports' },
      { to: '/export', label: 'nav.export', for: ['org-admin'] },
    ],
  },
  {
    key: 'deals',
    for: ['trading'],
    items: [
      { to: '/matches', label: 'nav.matches' },
      { to: '/samples', label: 'nav.samples' },
      { to: '/offers', label: 'nav.offers' },
      { to: '/tenders', label: 'nav.tenders' },
      { to: '/approvals', label: 'nav.approvals' },
      { to: '/agreements', label: 'nav.agreements' },
    ],
  },
  { key: 'gate', for: ['trading'], items: [{ to: '/loads', label: 'nav.loads' }] },
  {
    key: 'settlement',
    for: ['trading'],
    items: [
      { to: '/settlement', label: 'nav.settlement' },
      { to: '/statements', label: 'nav.statements' },
      { to: '/assays', label: 'nav.assays' },
      { to: '/payments', label: 'nav.payments' },
      { to: '/deposits', label: 'nav.deposits' },
      { to: '/invoices', label: 'nav.invoices' },
      { to: '/purchases', label: 'nav.purchases', for: ['demand'] },
    ],
  },
  {
    key: 'ledger',
    for: ['trading', 'audit', 'operator'],
    items: [
      { to: '/ledger', label: 'nav.accounts' },
      { to: '/ledger/statement', label: 'nav.statement', for: ['trading'] },
    ],
  },
  {
    key: 'audit',
    for: ['audit'],
    items: [
      { to: '/audit', label: 'nav.overview' },
      { to: '/audit/funnel', label: 'nav.funnel' },
      { to: '/stockpiles', label: 'nav.stockpiles' },
      { to: '/organisations', label: 'nav.organisations' },
      { to: '/audit/records', label: 'nav.records' },
      { to: '/search/lots', label: 'nav.searchLots' },
      { to: '/search/demands', label: 'nav.searchDemands' },
      { to: '/tenders', label: 'nav.tenders' },
    ],
  },
  {
    key: 'operator',
    for: ['operator'],
    items: [
      { to: '/organisations', label: 'nav.organisations' },
      { to: '/stockpiles', label: 'nav.stockpiles' },
      { to: '/search-index', label: 'nav.searchIndex' },
      { to: '/mails', label: 'nav.mails' },
      { to: '/status', label: 'nav.status' },
    ],
  },
  {
    key: 'reference',
    items: [
      { to: '/sites', label: 'nav.sites', for: ['trading'] },
      { to: '/members', label: 'nav.members', for: ['org-admin'] },
      { to: '/keys', label: 'nav.keys', for: ['org-admin'] },
      { to: '/webhooks', label: 'nav.webhooks', for: ['org-admin'] },
      { to: '/partners', label: 'nav.partners', for: ['trade'] },
      { to: '/delegations', label: 'nav.delegations', for: ['org-admin'] },
      { to: '/months', label: 'nav.months', for: ['trading'] },
      { to: '/stockpiles', label: 'nav.stockpiles', for: ['trading'] },
      { to: '/catalog', label: 'nav.catalog' },
      { to: '/price-indices', label: 'nav.priceIndices' },
      { to: '/interface', label: 'nav.interface' },
    ],
  },
]

function shown(audiences: Audience[] | undefined): boolean {
  return !audiences || audiences.some(belongsTo)
}

/** The pages of whoever is signed in, by desk. */
export function navigation(): NavigationGroup[] {
  return GROUPS.filter((group) => shown(group.for))
    .map((group) => ({ ...group, items: group.items.filter((item) => shown(item.for)) }))
    .filter((group) => group.items.length > 0)
}
