/** The shapes of the HTTP interface, one type each. `...Kg` are whole kilograms. */

export interface Page<T> {
  items: T[]
  next?: string
}

export type Verified = 'verified' | 'partly' | 'unverified'

// Session and identity

export type Role =
  'org-admin' | 'trader' | 'gate' | 'reader' | 'audit-industry' | 'audit-ecology' | 'operator'
export type OrganisationKind =
  'producer' | 'receiver' | 'producer-receiver' | 'authority' | 'platform'
export type OrganisationStatus = 'pending' | 'verified' | 'suspended' | 'rejected'

export interface DemoAccount {
  login: string
  password: string
  name: string
  nameEn?: string
  role: Role
  organisationName: string
  organisationNameEn?: string
}

export interface Status {
  demo: boolean
  bootstrapped: boolean
  search: 'up' | 'down'
  version: string
  demoAccounts?: DemoAccount[]
}

export interface MyOrganisation {
  id: string
  uscc: string
  name: string
  nameEn?: string
  kind: OrganisationKind
  status: OrganisationStatus
  demo: boolean
  adcode: string
}

export interface Me {
  memberId: string
  login: string
  name: string
  role: Role
  organisation: MyOrganisation
}

export interface Session {
  accessToken: string
  expiresAt: string
  me: Me
}

export interface Organisation {
  id: string
  uscc: string
  name: string
  nameEn?: string
  kind: OrganisationKind
  adcode: string
  status: OrganisationStatus
  demo: boolean
  createdAt: string
  version: number
}

/** An organisation as it appears inside other things. */
export interface Org {
  id: string
  name: string
  nameEn?: string
  demo: boolean
  status?: OrganisationStatus
}

export interface Member {
  id: string
  login: string
  name: string
  role: Role
  active: boolean
  createdAt: string
  version: number
}

export interface Site {
  id: string
  organisationId: string
  name: string
  nameEn?: string
  adcode: string
  latitude: number
  longitude: number
  address?: string
  version: number
}

export interface Place {
  id: string
  name: string
  nameEn?: string
  adcode: string
  latitude: number
  longitude: number
}

// Catalog

export interface WasteClass {
  code: string
  nameZh: string
  nameEn: string
  scheme: string
  edition: string
  source: string
  verified: Verified
}

export interface WasteCode {
  code: string
  classCode: string
  nameZh: string
  nameEn?: string
  scheme: string
  edition: string
  source: string
  verified: Verified
}

export type Verdict = 'clear' | 'held' | 'refused'

export interface Material {
  key: string
  nameZh: string
  nameEn: string
  classCode: string
  process?: string
  aliasesZh: string[]
  aliasesEn: string[]
  taxRateKey?: string
  screening: Verdict
  parameters: string[]
  source: string
  verified: Verified
}

export type Basis = 'wet' | 'dry' | 'as-received' | 'none'

export interface Parameter {
  key: string
  symbol: string
  nameZh: string
  nameEn: string
  unit: string
  basis: Basis
  direction: 'up' | 'down' | 'range'
  minimum?: number
  maximum?: number
  decimals: number
  source: string
  verified: Verified
}

export interface HazardCode {
  code: string
  hazardClass: string
  nameZh: string
  nameEn?: string
  letters?: string
  source: string
  verified: Verified
}

export interface HazardName {
  term: string
  nameZh: string
  nameEn: string
  verdict: 'refused' | 'held'
  ruleZh: string
  ruleEn: string
  source: string
  verified: Verified
}

export interface Hazards {
  codes: HazardCode[]
  names: HazardName[]
}

export interface TaxRate {
  key: string
  nameZh: string
  nameEn: string
  yuanPerT: number
  source: string
  verified: Verified
}

export interface FreightRate {
  key: string
  mode: 'road' | 'rail' | 'water'
  fromKm: number
  toKm: number
  yuanPerTKm: number
  floorYuanPerT: number
  handlingYuanPerT: number
  source: string
  verified: Verified
}

export interface Use {
  key: string
  nameZh: string
  nameEn: string
  source: string
  verified: Verified
}

export interface Region {
  adcode: string
  nameZh: string
  nameEn: string
  parent?: string
}

export interface Dataset {
  name: string
  edition: string
  source: string
  rows: number
  sha256: string
  loadedAt: string
}

export interface ScreeningRequest {
  materialKey?: string
  classCode?: string
  code?: string
  codeScheme?: string
  name?: string
  description?: string
}

export interface Screening {
  verdict: Verdict
  rule?: string
  ruleZh?: string
  ruleEn?: string
  source?: string
}

// Streams

export interface Balance {
  onHandKg: number
  unreconciledKg: number
  netKg: number
  years: { generationYear: number; onHandKg: number }[]
  declaredKg?: number
  declaredOn?: string
  residualKg?: number
}

export interface Stream {
  id: string
  organisationId: string
  siteId: string
  siteName: string
  materialKey: string
  classCode: string
  code?: string
  name: string
  process?: string
  version: number
  balance: Balance
}

export interface NewStream {
  siteId: string
  materialKey: string
  classCode: string
  code?: string
  codeScheme?: string
  name: string
  process?: string
}

export type RecordedKind = 'generation' | 'opening-stock' | 'own-use' | 'own-disposal' | 'dumping'
export type EntryMethod =
  'truck-scale' | 'belt-scale' | 'draft-survey' | 'monthly-statement' | 'estimate'
export type EntryKind =
  | RecordedKind
  | 'stock-take'
  | 'load-dispatched'
  | 'load-received'
  | 'load-refused'
  | 'use-reported'

export interface NewEntry {
  kind: RecordedKind
  quantityKg: number
  occurredOn: string
  generationYear?: number
  method?: EntryMethod
  note?: string
}

export interface EntryAccount {
  kind: string
  label?: string
}

export interface Move {
  unit: string
  from: EntryAccount
  to: EntryAccount
  kg: number
  generationYear?: number
}

export interface Entry {
  transferId: string
  kind: EntryKind
  occurredOn: string
  recordedAt: string
  reference: string
  note?: string
  moves: Move[]
}

export type StockTakeMethod = 'survey' | 'volume-density' | 'scale-count' | 'book' | 'declaration'

export interface NewStockTake {
  countedKg: number
  occurredOn: string
  method: StockTakeMethod
  note?: string
}

export interface StockTake {
  id: string
  streamId: string
  occurredOn: string
  method: StockTakeMethod
  countedKg: number
  ledgerKg: number
  clearedKg: number
  residualKg: number
  recordedAt: string
}

// Lots and demands

export type ListingStatus = 'published' | 'withdrawn' | 'closed'
export type QuantityKind = 'estimate' | 'firm'

export interface Quality {
  parameter: string
  min: number
  max: number
  basis: Basis
}

export interface LotEdit {
  title: string
  description?: string
  priceYuanPerT: number
  taxIncluded: boolean
  availableFrom: string
  availableTo: string
  qualities: Quality[]
}

export interface NewLot extends LotEdit {
  streamId: string
  saleMethod: 'negotiation'
  quantityKind: QuantityKind
  quantityKg: number
}

export interface Lot {
  id: string
  version: number
  status: ListingStatus
  organisation: Org
  site: Place
  streamId: string
  materialKey: string
  classCode: string
  code?: string
  title: string
  description?: string
  saleMethod: string
  quantityKind: QuantityKind
  quantityKg: number
  availableKg: number
  reservedKg: number
  fulfilledKg: number
  priceYuanPerT: number
  taxIncluded: boolean
  availableFrom: string
  availableTo: string
  qualities: Quality[]
  publishedAt: string
}

export type LotSummary = Omit<Lot, 'description'>

export interface Range {
  parameter: string
  min?: number
  max?: number
  basis: Basis
}

export interface NewDemand {
  siteId: string
  materialKeys: string[]
  use: string
  title: string
  description?: string
  quantityKg: number
  maxDeliveredYuanPerT: number
  neededFrom: string
  neededTo: string
  ranges: Range[]
}

export type DemandEdit = Omit<NewDemand, 'siteId' | 'materialKeys' | 'use' | 'quantityKg'>

export interface Demand {
  id: string
  version: number
  status: ListingStatus
  organisation: Org
  site: Place
  materialKeys: string[]
  use: string
  title: string
  description?: string
  quantityKg: number
  openKg: number
  maxDeliveredYuanPerT: number
  neededFrom: string
  neededTo: string
  ranges: Range[]
  publishedAt: string
}

export type DemandSummary = Omit<Demand, 'description'>

// Search and matching

export interface FacetValue {
  key: string
  count: number
}

export interface Facets {
  materials: FacetValue[]
  classes: FacetValue[]
  regions: FacetValue[]
}

export type SearchSort = 'relevance' | 'delivered' | 'distance' | 'quantity' | 'newest'

interface Hit {
  distanceKm?: number
  freightYuanPerT?: number
  deliveredYuanPerT?: number
  highlight?: string
}

export interface LotHit extends Hit {
  lot: LotSummary
}

export interface DemandHit extends Hit {
  demand: DemandSummary
}

export interface SearchPage<H> {
  items: H[]
  total: number
  facets: Facets
  next?: string
}

export type Facts = Record<string, unknown>

export interface MatchTerm {
  key: 'price' | 'quality' | 'quantity' | 'window' | 'evidence'
  score: number
  weight: number
  facts: Facts
}

export interface Obstacle {
  key: 'price' | 'parameter' | 'parameter-missing' | 'window' | 'quantity'
  parameter?: string
  need?: unknown
  have?: unknown
}

export interface Match {
  lot: LotSummary
  demand: DemandSummary
  score: number
  distanceKm: number
  freightYuanPerT: number
  deliveredYuanPerT: number
  quantityKg: number
  terms: MatchTerm[]
  obstacles: Obstacle[]
}

export interface Matches {
  items: Match[]
  nearMisses: Match[]
}

// Deals

export type OfferStatus = 'open' | 'accepted' | 'declined' | 'withdrawn' | 'countered'
export type Scale = 'seller' | 'buyer'
export type Assay = 'seller' | 'buyer' | 'third-party'

export interface OfferTerms {
  quantityKg: number
  priceYuanPerT: number
  governingScale: Scale
  governingAssay: Assay
  tolerancePct: number
  deliverFrom: string
  deliverTo: string
  pollutionTerms: string
  message?: string
}

export interface NewOffer extends OfferTerms {
  lotId: string
  demandId?: string
  buyerSiteId?: string
}

export interface Offer extends OfferTerms {
  id: string
  version: number
  status: OfferStatus
  parentId?: string
  proposer: 'seller' | 'buyer'
  lotId: string
  lotTitle: string
  materialKey: string
  demandId?: string
  seller: Org
  buyer: Org
  sellerSite: Place
  buyerSite: Place
  distanceKm: number
  freightYuanPerT: number
  createdAt: string
  myTurn: boolean
}

export type AgreementStatus = 'active' | 'completed' | 'cancelled'

export interface Agreement {
  id: string
  number: string
  version: number
  status: AgreementStatus
  offerId: string
  lotId: string
  lotTitle: string
  streamId: string
  materialKey: string
  demandId?: string
  seller: Org
  buyer: Org
  sellerSite: Place
  buyerSite: Place
  quantityKg: number
  tolerancePct: number
  reservedKg: number
  fulfilledKg: number
  movedKg: number
  priceYuanPerT: number
  freightYuanPerT: number
  distanceKm: number
  governingScale: Scale
  governingAssay: Assay
  deliverFrom: string
  deliverTo: string
  pollutionTerms: string
  acceptedAt: string
  loads: number
}

// Loads, heaps, use reports

export type LoadStatus = 'in-transit' | 'received' | 'refused'

export interface NewLoad {
  agreementId: string
  plate: string
  carrier?: string
  manifestNumber?: string
  ticketNumber: string
  grossKg: number
  tareKg: number
  dispatchedAt: string
}

export interface OriginTicket {
  ticketNumber: string
  grossKg: number
  tareKg: number
  netKg: number
  at: string
}

export interface DestinationTicket extends OriginTicket {
  rejectedKg: number
}

export interface Load {
  id: string
  number: string
  version: number
  status: LoadStatus
  agreementId: string
  agreementNumber: string
  materialKey: string
  seller: Org
  buyer: Org
  plate: string
  carrier?: string
  manifestNumber?: string
  origin: OriginTicket
  destination?: DestinationTicket
  acceptedKg?: number
  settledKg?: number
  moisturePct?: number
  deductionKg?: number
  differenceKg?: number
  differencePct?: number
  differenceBeyondTolerance?: boolean
  beyondStockKg: number
  beyondAgreementKg: number
  refusalReason?: string
}

export interface Receipt {
  ticketNumber: string
  grossKg: number
  tareKg: number
  rejectedKg: number
  moisturePct?: number
  deductionKg?: number
  receivedAt: string
  note?: string
}

export interface Origin {
  streamId: string
  streamName: string
  organisationName: string
  generationYear: number
  kg: number
}

export interface Heap {
  siteId: string
  siteName: string
  materialKey: string
  onHandKg: number
  origins: Origin[]
}

export interface NewUseReport {
  siteId: string
  materialKey: string
  month: string
  consumedKg: number
  declaredClosingKg?: number
  use: string
  note?: string
}

export interface UseReport {
  id: string
  siteId: string
  siteName: string
  materialKey: string
  month: string
  openingKg: number
  receivedKg: number
  consumedKg: number
  closingKg: number
  declaredClosingKg?: number
  residualKg?: number
  beyondHeapKg: number
  use: string
  allocationRule: string
  allocation: Origin[]
  reportedAt: string
}

export interface HeapMonth {
  month: string
  openingKg: number
  receivedKg: number
  consumedKg: number
  closingKg: number
  report?: UseReport
}

// Metrics and audit

export interface Bridge {
  inTransitKg: number
  weighingDifferenceKg: number
  refusedKg: number
  heapKg: number
  broughtForwardKg: number
}

export interface Rate {
  generatedKg: number
  openingKg: number
  ownUseKg: number
  entrustedDeclaredKg: number
  entrustedProvenKg: number
  usedDeclaredKg: number
  usedProvenKg: number
  usedFromOldDeclaredKg: number
  usedFromOldProvenKg: number
  disposedKg: number
  dumpedKg: number
  onHandKg: number
  unreconciledKg: number
  declaredStockKg?: number
  residualKg?: number
  rateDeclaredPct?: number
  rateProvenPct?: number
  bridge: Bridge
}

export interface MonthFigures {
  month: string
  generatedKg: number
  usedDeclaredKg: number
  usedProvenKg: number
}

export interface StreamRate {
  streamId: string
  name: string
  materialKey: string
  organisation: Org
  rate: Rate
}

export interface Utilisation {
  from: string
  to: string
  total: Rate
  classes: { classCode: string; rate: Rate }[]
  organisations: { organisation: Org; rate: Rate }[]
  streams: StreamRate[]
  months: MonthFigures[]
}

export type Figure =
  | 'generated'
  | 'own-use'
  | 'entrusted-declared'
  | 'entrusted-proven'
  | 'disposed'
  | 'dumped'
  | 'opening'
  | 'on-hand'

export interface Posting {
  postingId: string
  transferId: string
  kind: string
  occurredOn: string
  recordedAt: string
  kg: number
  generationYear?: number
  streamId: string
  streamName: string
  organisation: Org
  counterparty?: Org
  loadId?: string
  loadNumber?: string
  ticketNumber?: string
  useReportId?: string
  reference: string
}

export type FunnelStage = 'listed' | 'matched' | 'contracted' | 'moved' | 'used'

interface FunnelKg {
  listedKg: number
  matchedKg: number
  contractedKg: number
  movedKg: number
  usedKg: number
}

export interface FunnelMonth extends FunnelKg {
  month: string
}

export interface FunnelMaterial extends FunnelKg {
  materialKey: string
}

export interface Funnel {
  from: string
  to: string
  stages: { stage: FunnelStage; kg: number; count: number }[]
  months: FunnelMonth[]
  materials: FunnelMaterial[]
}

export interface FunnelItem {
  id: string
  kind: 'lot' | 'match' | 'agreement' | 'load' | 'use'
  number?: string
  title: string
  kg: number
  on: string
  seller?: Org
  buyer?: Org
  lotId?: string
  demandId?: string
  agreementId?: string
  loadId?: string
}

export interface AuditRecord {
  id: string
  at: string
  memberId?: string
  organisationId?: string
  organisationName?: string
  action: string
  subjectType: string
  subjectId: string
  facts?: Facts
}

export interface AuditLoad {
  load: Load
  agreement: Agreement
  lot: Lot
  postings: Posting[]
  records: AuditRecord[]
}

export interface NewStockpile {
  name: string
  nameEn?: string
  materialKey?: string
  statedKg: number
  statedIn: string
  statedOn: string
  clearBy: string
  owner?: string
}

export interface Stockpile extends NewStockpile {
  id: string
  latitude?: number
  longitude?: number
  reportedKg?: number
  reportedOn?: string
  version: number
}

export interface NewStockpileReport {
  remainingKg: number
  reportedOn: string
  method: string
  source: string
}
