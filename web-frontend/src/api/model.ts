import type { components } from './generated/schema'

/**
 * The shapes of the HTTP interface under the names that the pages use, taken from its description.
 * `...Kg` are whole kilograms. The description is read with two rules of the interface: an id is a
 * string, and what is null is left out.
 */
type Schemas = components['schemas']

type Same<A, B> = [A, B] extends [B, A] ? true : false

type Plain<T> = T extends unknown
  ? Same<T, Schemas['Id']> extends true
    ? string
    : T extends (infer Item)[]
      ? Plain<Item>[]
      : T extends object
        ? { [Key in keyof T]: Plain<Exclude<T[Key], null>> }
        : T
  : never

type Wire<Name extends keyof Schemas> = Plain<Schemas[Name]>

/** A shape whose description says `string` where the interface knows a closed set of words. */
type Worded<
  Shape,
  Words extends { [Key in keyof Words]: Key extends keyof Shape ? unknown : never },
> = Omit<Shape, keyof Words> & Words

/** The words of an enumeration that travels in kebab-case. */
type Kebab<Word extends string> = Word extends `${infer Head}_${infer Tail}`
  ? `${Lowercase<Head>}-${Kebab<Tail>}`
  : Lowercase<Word>

export interface Page<T> {
  items: T[]
  next?: string
}

export type Verified = 'verified' | 'partly' | 'unverified'

interface Sourced {
  verified: Verified
}

// Session and identity

export type Role =
  'org-admin' | 'trader' | 'gate' | 'reader' | 'audit-industry' | 'audit-ecology' | 'operator'
export type OrganisationKind =
  'producer' | 'receiver' | 'producer-receiver' | 'authority' | 'platform'
export type OrganisationStatus = 'pending' | 'verified' | 'suspended' | 'rejected'

interface OrganisationWords {
  kind: OrganisationKind
  status: OrganisationStatus
}

export type DemoAccount = Worded<Wire<'DemoAccount'>, { role: Role }>
export type Status = Worded<Wire<'Status'>, { search: 'up' | 'down'; demoAccounts?: DemoAccount[] }>
export type MyOrganisation = Worded<Wire<'MyOrganisation'>, OrganisationWords>
export type Me = Worded<Wire<'Me'>, { role: Role; organisation: MyOrganisation }>
export type Session = Worded<Wire<'Session'>, { me: Me }>
export type Organisation = Worded<Wire<'Organisation'>, OrganisationWords>
/** An organisation as it appears inside other things. */
export type Org = Wire<'OrganisationRef'> | Wire<'OrganisationSummary'>
export type Member = Worded<Wire<'Member'>, { role: Role }>

export type KeyScope = 'reader' | 'gate' | 'trader'
/** A key with which a program acts for the firm. */
export type ApiKey = Worded<
  Wire<'Key'>,
  { role: KeyScope; status: 'active' | 'expired' | 'revoked' }
>
export type ApiKeyWithSecret = Worded<Wire<'KeyWithSecret'>, { key: ApiKey }>
export type Site = Wire<'Site'>
export type NewSite = Wire<'SiteController.NewSite'>
/** A site as it appears inside other things. */
export type Place = Wire<'SiteSummary'>

// Catalog

export type WasteClass = Worded<Wire<'WasteClass'>, Sourced>
export type WasteCode = Worded<Wire<'WasteCode'>, Sourced>
export type Verdict = 'clear' | 'held' | 'refused'
export type Material = Worded<Wire<'Material'>, Sourced & { screening: Verdict }>
export type Basis = 'wet' | 'dry' | 'as-received' | 'none'
export type Parameter = Worded<
  Wire<'Parameter'>,
  Sourced & { basis: Basis; direction: 'up' | 'down' | 'range' }
>
export type HazardCode = Worded<Wire<'HazardCode'>, Sourced>
export type HazardName = Worded<Wire<'HazardName'>, Sourced & { verdict: 'refused' | 'held' }>
export type Hazards = Worded<Wire<'Hazards'>, { codes: HazardCode[]; names: HazardName[] }>
export type TaxRate = Worded<Wire<'TaxRate'>, Sourced>
export type FreightRate = Worded<Wire<'FreightRate'>, Sourced & { mode: 'road' | 'rail' | 'water' }>
export type SeasonProfile = Worded<Wire<'SeasonProfile'>, Sourced>
export type ProductLimit = Worded<Wire<'ProductLimit'>, Sourced>
export type ProductGrade = Worded<Wire<'ProductGrade'>, Sourced & { limits: ProductLimit[] }>
export type Use = Worded<Wire<'Use'>, Sourced>
export type Region = Wire<'Region'>
export type Dataset = Wire<'Dataset'>
export type ScreeningRequest = Wire<'ScreeningRequest'>
export type Screening = Worded<Wire<'Screening'>, { verdict: Verdict }>

// Streams

export type Balance = Wire<'StreamBalance'>
export type Stream = Wire<'Stream'>
export type NewStream = Wire<'RegisterStream'>
export type RecordedKind = Schemas['EntryKind']
export type EntryMethod = Schemas['MeasuringMethod']
export type NewEntry = Wire<'RecordStreamEntry'>
export type EntryAccount = Wire<'AccountLabel'>
export type Move = Wire<'StreamEntryMove'>
export type Entry = Wire<'StreamEntry'>
export type NewProcessing = Wire<'RecordProcessing'>
export type Processing = Wire<'Processing'>
export type StreamYear = Wire<'StreamYear'>
export type StockTakeMethod = Schemas['StockTakeMethod']
export type NewStockTake = Wire<'TakeStock'>
export type StockTake = Worded<Wire<'StockTake'>, { method: StockTakeMethod }>
export type QualityReportStatus = Schemas['QualityReportStatus']
export type Measured = Worded<Wire<'MeasuredRange'>, { basis: Basis }>
export type Attachment = Worded<
  Wire<'Attachment'>,
  { mediaType: 'application/pdf' | 'image/jpeg' | 'image/png' }
>
export type NewQualityReport = Worded<Wire<'QualityReportDraft'>, { values: Measured[] }>
export type QualityReport = Worded<
  Wire<'QualityReport'>,
  { values: Measured[]; files: Attachment[] }
>
export type GenerationProfile = Wire<'GenerationProfile'>
export type StateGenerationProfile = Wire<'StateGenerationProfile'>

// Lots and demands

export type PriceBasis = Schemas['PriceBasis']
export type LotPrice = Wire<'LotPrice'>
export type Coverage = Wire<'Coverage'>
export type CoverageForecast = Wire<'CoverageForecast'>
export type LotCoverage = Wire<'LotCoverage'>
export type FreightInvoice = Schemas['FreightInvoice']
export type ListingStatus = Schemas['LotStatus']
export type QuantityKind = Schemas['QuantityKind']
export type LotVisibility = Schemas['LotVisibility']
export type LoadingMode = Schemas['LoadingMode']
export type Weekday = Schemas['Weekday']
export type LoadingHours = Wire<'LoadingHours'>
export type Quality = Worded<Wire<'QualityRange'>, { basis: Basis }>
export type Range = Worded<Wire<'RequiredRange'>, { basis: Basis }>
export type PriceBand = Wire<'PriceBand'>
export type QualityAdjustment = Worded<Wire<'QualityAdjustment'>, { basis: Basis }>
interface Adjusted {
  adjustments: QualityAdjustment[]
}
export type LotEdit = Worded<Wire<'LotEdit'>, { qualities: Quality[] } & Partial<Adjusted>>
export type NewLot = Worded<Wire<'LotDraft'>, { qualities: Quality[] } & Partial<Adjusted>>
export type NewDemand = Worded<Wire<'DemandDraft'>, { ranges: Range[] }>
export type DemandEdit = Worded<Wire<'DemandEdit'>, { ranges: Range[] }>

interface LotWords {
  organisation: Org
  site: Place
  qualities: Quality[]
}

interface DemandWords {
  organisation: Org
  site: Place
  ranges: Range[]
}

export type Lot = Worded<Wire<'Lot'>, LotWords & Adjusted>
export type LotSummary = Worded<
  Wire<'LotSummary'>,
  LotWords & { status: ListingStatus; quantityKind: QuantityKind; visibility: LotVisibility }
>
export type Demand = Worded<Wire<'Demand'>, DemandWords>
export type DemandSummary = Worded<Wire<'DemandSummary'>, DemandWords & { status: ListingStatus }>

// Drafts of lots, and the policy of a firm

export type DraftStatus = Schemas['DraftStatus']
/** What was typed so far, in the words of a lot's body; it is kept as it was sent. */
export type DraftContent = Record<string, unknown>
/** Not the schema `LotDraft`, which is the body of a lot that is published. */
export type SavedDraft = Worded<Wire<'SavedLotDraft'>, { content?: DraftContent }>
export type Policy = Wire<'Policy'>

// Approved buyers, and firms that are kept away from

export type PartnerStanding = Schemas['PartnerStanding']
export type Partner = Worded<Wire<'Partner'>, { organisation: Org }>
export type NewPartnerDecision = Wire<'PartnerDecisionDraft'>

// Firms that act for others

export type DelegationScope = Schemas['DelegationScope']
export type DelegationSide = Schemas['DelegationSide']
export type DelegationStatus = Schemas['DelegationStatus']
export type Delegation = Worded<Wire<'Delegation'>, { delegator: Org; delegate: Org }>
export type NewDelegation = Wire<'DelegationDraft'>
export type DelegatedAct = Worded<Wire<'DelegatedAct'>, { delegator: Org; delegate: Org }>
/** For whom the person may act, and as what. */
export type Acting = Worded<Wire<'ActingFor'>, { organisation: MyOrganisation }>

// Search and matching

export type FacetValue = Wire<'FacetCount'>
export type FacetBucket = Wire<'FacetBucket'>
export type FacetParameter = Worded<Wire<'FacetParameter'>, { basis: Basis }>
export type Facets = Worded<Wire<'SearchFacets'>, { parameters: FacetParameter[] }>
export type SearchHelp = Wire<'SearchHelp'>
export type SearchLoosening = Wire<'SearchLoosening'>
export type Cluster = Wire<'Cluster'>
export type ClusterMap = Wire<'ClusterMap'>
export type SavedSearch = Wire<'SavedSearch'>
export type NewSavedSearch = Wire<'SavedSearchDraft'>
export type SearchSort = Schemas['SearchSort']
export type LotHit = Worded<Wire<'LotSearchItem'>, { lot: LotSummary }>
export type DemandHit = Worded<Wire<'DemandSearchItem'>, { demand: DemandSummary }>

export interface SearchPage<H> {
  items: H[]
  total: number
  facets?: Facets
  next?: string
  help?: SearchHelp
}

export type Facts = Record<string, unknown>
export type MatchTerm = Worded<Wire<'MatchTerm'>, { facts: Facts }>
export type Obstacle = Wire<'Obstacle'>
export type MatchChange = Wire<'MatchChange'>
export type MatchCheck = Wire<'MatchCheck'>
export type MatchOpening = Wire<'MatchOpening'>
export type MatchSplit = Wire<'MatchSplit'>
export type Match = Worded<Wire<'Match'>, { lot: Lot; demand: Demand; terms: MatchTerm[] }>
/** A match without the side that it has in common with the others of its list. */
export type ListedMatch = Worded<
  Wire<'ListedMatch'>,
  { lot?: Lot; demand?: Demand; terms: MatchTerm[] }
>
interface Listed {
  lot?: Lot
  demand?: Demand
  items: ListedMatch[]
}
export type Matches = Worded<Wire<'MatchList'>, Listed>
export type NearMisses = Worded<Wire<'NearMissList'>, Listed>
export type PairVerdict = Worded<
  Wire<'PairVerdict'>,
  { lot: Lot; demand: Demand; match?: Match; hiddenBy?: DismissalReason }
>

export type Blend = Wire<'Blend'>
export type Blends = Worded<Wire<'BlendList'>, { lots: Lot[]; blends: Blend[] }>
export type MatchSide = Schemas['MatchSide']
export type StandingMatch = Worded<Wire<'StandingMatch'>, { match: Match }>
export type DismissalReason = Schemas['DismissalReason']
export type NewDismissal = Wire<'DismissalDraft'>
export type Dismissal = Worded<Wire<'Dismissal'>, { partner: Org; match?: Match }>
export type DismissalCounts = Wire<'DismissalCounts'>

// What waits

export type WorkKind = Schemas['WorkKind']
export type WorkItem = Wire<'WorkItem'>
export type WorkGroup = Wire<'WorkGroup'>
export type Worklist = Wire<'Worklist'>

// Notices

export type Notice = Worded<Wire<'Notice'>, { subjects: Record<string, string>; facts: Facts }>
export type NoticeList = Worded<Wire<'NoticeList'>, { items: Notice[]; next?: string }>
export type Unread = Wire<'UnreadNotices'>

export type DeliveryStatus = 'waiting' | 'held' | 'sent' | 'failed' | 'dropped'
/** An address of the firm's own system, to which notices are sent. */
export type Webhook = Worded<
  Wire<'Webhook'>,
  { state: 'active' | 'paused'; pauseReason?: 'asked' | 'failures' | 'suspended' }
>
export type WebhookWithSecret = Worded<Wire<'WebhookWithSecret'>, { webhook: Webhook }>
export type WebhookContent = Wire<'WebhookContent'>
export type Delivery = Worded<Wire<'WebhookDelivery'>, { status: DeliveryStatus }>
export type DeliveryDetail = Worded<Wire<'WebhookDeliveryDetail'>, { delivery: Delivery }>
export type DeliveryAttempt = Wire<'WebhookAttempt'>

export type MailTopic = 'matches' | 'market' | 'offers' | 'tenders' | 'agreements' | 'other'
export type MailWhen = 'never' | 'at-once' | 'daily'
export type TopicMail = Worded<Wire<'NoticeTopic'>, { topic: MailTopic; mail: MailWhen }>
/** How a member is told what the firm is told. */
export type NoticeSettings = Worded<Wire<'NoticeSettings'>, { topics: TopicMail[] }>
/** A mail that was written into a folder instead of being sent. */
export type KeptMail = Wire<'KeptMail'>
export type KeptMailText = Wire<'KeptMailText'>

// Deals

export type OfferStatus = Schemas['OfferStatus']
export type Scale = Schemas['Side']
export type Assay = Schemas['Assay']
export type PriceQuestion = Worded<Wire<'PriceQuestion'>, Partial<Adjusted>>
export type AdjustedPrice = Wire<'AdjustedPrice'>
export type PriceFormula = Wire<'PriceFormula'>
export type IndexTerms = Wire<'IndexTerms'>
export type PriceIndex = Wire<'PriceIndex'>
export type PriceIndexDefinition = Wire<'StatePriceIndex'>
export type IndexValue = Wire<'IndexValue'>
export type NewIndexValue = Wire<'StateIndexValue'>
export type OfferTerms = Worded<Wire<'CounterDraft'>, { tolerancePct: number } & Partial<Adjusted>>
export type NewOffer = Worded<Wire<'OfferDraft'>, Partial<Adjusted>>
export type Offer = Worded<Wire<'Offer'>, Adjusted>
/** That an agreement is called off month by month, and how. */
export type Framework = Wire<'Framework'>
export type CallOffStatus = Schemas['CallOffStatus']
export type CallOff = Wire<'CallOff'>
export type CallOffMonth = Wire<'CallOffMonth'>
/** The months of a framework and what is called off of them. */
export type CallOffPlan = Wire<'CallOffPlan'>
export type NewCallOff = Wire<'CallOffDraft'>
export type ApprovalStatus = Schemas['ApprovalStatus']
/** What would be offered is in the words of the body that was sent; an answer names no lot. */
export interface AskedOffer {
  offer: Omit<OfferTerms, 'tolerancePct'> &
    Partial<Pick<NewOffer, 'tolerancePct' | 'lotId' | 'demandId' | 'buyerSiteId'>>
  freightInvoice?: FreightInvoice
}
export type Approval = Worded<Wire<'Approval'>, { content?: AskedOffer }>
export type ApprovalAnswer = Wire<'ApprovalAnswer'>
export type OfferMessage = Wire<'OfferMessage'>
export type OfferFile = Worded<Wire<'OfferFile'>, { file: Attachment }>
export type OfferThread = Worded<Wire<'OfferThread'>, { files: OfferFile[] }>
export type SampleStatus = Schemas['SampleStatus']
export type SampleVerdict = Schemas['SampleVerdict']
export type NewSample = Wire<'SampleDraft'>
export type Sample = Wire<'Sample'>
export type SampleDispatch = Wire<'SampleDispatch'>
export type SampleReceipt = Wire<'SampleReceipt'>
export type SampleConclusion = Wire<'SampleConclusion'>
export type SampleFile = Worded<Wire<'SampleFile'>, { file: Attachment }>
export type SampleCourse = Worded<Wire<'SampleCourse'>, { files: SampleFile[] }>
export type AgreementStatus = Schemas['AgreementStatus']
/** A price of an agreement and since when it holds. */
export type AgreedPrice = Worded<Wire<'AgreedPrice'>, Adjusted>
export type Agreement = Worded<Wire<'Agreement'>, Adjusted & { prices: AgreedPrice[] }>

// The text of an agreement

export type PartySide = Schemas['Side']
export type DocumentParty = Wire<'DocumentParty'>
export type DocumentStatus = Schemas['DocumentStatus']
/** What a reader may do with it now. */
export type DocumentAct = Schemas['DocumentAct']
/** A premium or penalty with the names that its parameter had when it was agreed. */
export type DocumentAdjustment = Worded<Wire<'DocumentAdjustment'>, { basis: Basis }>
/** What is hashed and signed; it never changes. */
export type AgreementContent = Worded<
  Wire<'AgreementContent'>,
  { adjustments: DocumentAdjustment[] }
>
export type ChangedField =
  | 'quantityKg'
  | 'months'
  | 'priceYuanPerT'
  | 'priceFrom'
  | 'adjustments'
  | 'deliverTo'
  | 'pollutionTerms'
  | 'paymentTerms'
  | 'filingReference'
  | 'tolerancePct'
/** A field that two versions have differently, as texts. */
export type DocumentChange = Worded<Wire<'DocumentChange'>, { field: ChangedField }>
export type DocumentSignature = Wire<'DocumentSignature'>
/** What a party says of a contract that both signed outside of the exchange. */
export type PaperSigning = Wire<'PaperSigning'>
export type DocumentVersion = Worded<
  Wire<'DocumentVersion'>,
  { changes: DocumentChange[]; files: Attachment[]; content: AgreementContent }
>
export type AgreementDocument = Worded<Wire<'AgreementDocument'>, { versions: DocumentVersion[] }>
export type AmendmentDraft = Wire<'AmendmentDraft'>
export type PaperDraft = Wire<'PaperDraft'>

// Loads, heaps, use reports

export type LoadStatus = Schemas['LoadStatus']
export type NewLoad = Wire<'LoadDraft'>
export type OriginTicket = Wire<'Weighing'>
export type DestinationTicket = Wire<'Arrival'>
export type Load = Wire<'Load'>
export type Receipt = Wire<'ReceiptDraft'>
export type ReceiptLine = Wire<'ReceiptBatch.Line'>
export type ReceiptAnswer = Wire<'ReceiptBatchAnswer.Line'>
export type ReceivedLoad = Wire<'ReceiptBatchAnswer.Received'>
export type Origin = Wire<'HeapOrigin'>
export type Heap = Wire<'Heap'>
export type NewUseReport = Wire<'UseDraft'>
export type UseReport = Wire<'UseReport'>
export type HeapMonth = Wire<'HeapMonth'>

// Corrections and closed months

export type CorrectionKind = Schemas['CorrectionKind']
export type CorrectionStatus = Schemas['CorrectionStatus']
export type CorrectionValues = Wire<'CorrectionValues'>
export type NewCorrection = Wire<'ProposeCorrection'>
export type FactCorrection = Wire<'Correction'>
export type Period = Wire<'Period'>
export type PeriodList = Wire<'PeriodList'>
// Ledger

export type LedgerUnit = Kebab<Schemas['Unit']>
export type LedgerAccount = Worded<Wire<'LedgerAccount'>, { unit: LedgerUnit; owner: Org }>
export type LedgerReading = Worded<Wire<'LedgerAccountReading'>, { account: LedgerAccount }>
export type LedgerKind = Worded<Wire<'LedgerKindTotal'>, { unit: LedgerUnit }>
export type LedgerCourse = Wire<'LedgerAccountCourse'>
export type LedgerLine = Worded<Wire<'LedgerLine'>, { unit: LedgerUnit }>
export type LedgerProof = Worded<Wire<'LedgerProof'>, { posting: LedgerLine }>
export type LedgerHead = Wire<'LedgerHead'>
export type Unreconciled = Wire<'Unreconciled'>
export type LotStory = Wire<'LotStory'>
export type StoryLine = Wire<'LotStoryLine'>

// Search index

export type IndexKind = 'lot' | 'demand'
export type SearchIndexStatus = Worded<
  Wire<'SearchIndexStatus'>,
  {
    kind: IndexKind
    rebuild: Worded<
      Wire<'SearchIndexRebuild'>,
      { state: 'idle' | 'requested' | 'filling' | 'checking' }
    >
  }
>
export type SetAsideDocument = Worded<Wire<'SetAsideDocument'>, { kind: IndexKind }>
export type SearchFreshness = Worded<
  Wire<'SearchFreshness'>,
  { kind: IndexKind; state: 'searchable' | 'waiting' | 'set-aside' }
>

// Metrics and audit

export type Bridge = Wire<'RateBridge'>
export type Rate = Wire<'Rate'>
export type MonthFigures = Wire<'MonthFigures'>
export type StreamRate = Wire<'StreamRate'>
export type Utilisation = Wire<'Utilisation'>
export type Figure = Kebab<Schemas['Figure']>
export type Posting = Wire<'FigurePosting'>
export type FunnelStage = Kebab<Schemas['FunnelStage']>
export type FunnelMonth = Wire<'FunnelMonth'>
export type FunnelMaterial = Wire<'FunnelMaterial'>
export type Funnel = Worded<
  Wire<'Funnel'>,
  { stages: { stage: FunnelStage; kg: number; count: number }[] }
>
export type FunnelItem = Worded<
  Wire<'FunnelItem'>,
  { kind: 'lot' | 'match' | 'agreement' | 'load' | 'use' }
>
/** Its `facts` are the text of a JSON object. */
export type AuditRecord = Wire<'AuditRecord'>
export type AuditLoad = Worded<Wire<'LoadTrace'>, { agreement: Agreement }>
export type UseTrace = Wire<'UseTrace'>
export type NewStockpile = Wire<'StateStockpile'>
export type Stockpile = Wire<'Stockpile'>
export type StockpileMethod = Schemas['ReportStockpile.Method']
export type NewStockpileReport = Wire<'ReportStockpile'>

// Settlement. `...Fen` are whole fen.

export type StatementStatus = Schemas['StatementStatus']
export type Statement = Wire<'Statement'>
export type StatementLine = Wire<'StatementLine'>
export type NewStatement = Wire<'StatementDraft'>
export type Correction = Wire<'CorrectionDraft'>
export type AssayBatch = Wire<'AssayBatch'>
export type NewAssay = Wire<'AssayDraft'>
export type PaymentStatus = Schemas['PaymentStatus']
export type Payment = Wire<'Payment'>
export type NewPayment = Wire<'PaymentDraft'>
export type DepositStatus = Schemas['DepositStatus']
export type DepositMoveKind = Schemas['DepositMoveKind']
export type Deposit = Wire<'Deposit'>
export type NewDeposit = Wire<'DepositDraft'>
export type NewDepositMove = Wire<'DepositMoveDraft'>
export type NewDepositRelease = Wire<'DepositReleaseDraft'>
export type DepositMove = Wire<'DepositMove'>
export type Invoice = Wire<'Invoice'>
export type NewInvoice = Wire<'InvoiceDraft'>
export type Comparison = Wire<'Comparison'>
export type ComparedAgreement = Wire<'Comparison.ByAgreement'>
export type ComparedPair = Wire<'Comparison.ByPair'>
export type Purchase = Wire<'Purchase'>
export type VatRate = Wire<'VatRate'>
export type MoneyOverview = Wire<'MoneyOverview'>
export type MoneyWithCounterparty = Wire<'MoneyWithCounterparty'>
export type AgreementMoney = Wire<'AgreementMoney'>

// Imports.

export type ImportStatus = Schemas['ImportStatus']
export type LineResult = Schemas['LineResult']
export type Import = Wire<'Import'>
export type LineFault = Omit<Wire<'ImportFault'>, 'facts'> & { facts?: Record<string, unknown> }
export type ImportLine = Omit<Wire<'ImportLine'>, 'faults'> & { faults: LineFault[] }
export type ImportColumn = Wire<'ImportColumnView'>
export type ImportKind = Wire<'ImportKindView'>
export type ExportColumn = Wire<'ExportColumnView'>
export type ExportTable = Wire<'ExportTableView'>

// Tenders

export type TenderStatus = Schemas['TenderStatus']
export type BidStatus = Schemas['BidStatus']
export type TenderDepositStatus = Schemas['TenderDepositStatus']
export type NewTender = Worded<Wire<'TenderDraft'>, Partial<Adjusted>>
export type NewBid = Wire<'BidDraft'>
export type NewBidOpening = Wire<'BidOpening'>
export type NewTenderDeposit = Wire<'TenderDepositDraft'>
export type NewTenderRelease = Wire<'TenderDepositRelease'>
export type TenderSummary = Wire<'TenderSummary'>
export type TenderTerms = Worded<Wire<'TenderTerms'>, Adjusted>
export type TenderBid = Wire<'TenderBid'>
export type OwnBid = Wire<'OwnBid'>
export type TenderDeposit = Wire<'TenderDeposit'>
export type Tender = Worded<Wire<'Tender'>, { terms: TenderTerms }>
