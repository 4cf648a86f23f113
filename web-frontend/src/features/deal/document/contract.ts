import type { Agreement, Attachment, QualityAdjustment } from '@/api/model'
import type { MonthQuantity } from '@/lib/months'

/**
 * An agreement as a document, under the names that the description of the interface gives it.
 * `...Kg` are whole kilograms, a hash is SHA-256 in lowercase hexadecimal digits.
 */
export type DocumentStatus =
  'proposed' | 'signed-once' | 'signed' | 'refused' | 'withdrawn' | 'lapsed'

/** What a reader may do with it now. */
export type DocumentAct =
  | 'sign'
  | 'record-paper'
  | 'confirm-paper'
  | 'refuse-paper'
  | 'withdraw-paper'
  | 'amend'
  | 'refuse'
  | 'withdraw'

export type PartySide = 'seller' | 'buyer'

export interface DocumentParty {
  organisationId: string
  name: string
  nameEn?: string
  uscc?: string
  adcode: string
  regionZh?: string
  regionEn?: string
  site: {
    id: string
    name: string
    nameEn?: string
    adcode: string
    regionZh?: string
    regionEn?: string
  }
}

/** A premium or penalty with the names that its parameter had when it was agreed. */
export type DocumentAdjustment = QualityAdjustment & {
  nameZh: string
  nameEn: string
  unit?: string
}

/** What is hashed and signed; it never changes. */
export interface AgreementContent {
  format: string
  agreementId: string
  agreementNumber: string
  versionNumber: number
  previousSha256?: string
  agreedAt: string
  madeAt: string
  offerId: string
  seller: DocumentParty
  buyer: DocumentParty
  receiverVerification: {
    status: string
    verifiedAt?: string
    verifiedBy?: string
    verifiedByEn?: string
  }
  material: {
    key: string
    nameZh: string
    nameEn: string
    classCode: string
    code?: string
    codeScheme?: string
  }
  lotId: string
  lotTitle: string
  streamId: string
  quantityKg: number
  tolerancePct: number
  months: MonthQuantity[]
  monthsBasis?: 'lot' | 'pro-rata'
  price: {
    /** Below zero the seller pays. */
    yuanPerT: number
    taxIncluded: boolean
    basis: 'ex-works' | 'delivered'
    freightInvoice?: Agreement['freightInvoice']
    freightYuanPerT: number
    haulMode: Agreement['mode']
    distanceKm: number
    distanceSource: Agreement['distanceSource']
  }
  adjustments: DocumentAdjustment[]
  governingScale: Agreement['governingScale']
  governingAssay: Agreement['governingAssay']
  deliverFrom: string
  deliverTo: string
  pollutionTerms: string
  conditions?: string
  paymentTerms?: string
  transfer: {
    originProvince: string
    originNameZh?: string
    originNameEn?: string
    destinationProvince: string
    destinationNameZh?: string
    destinationNameEn?: string
    crossesProvince: boolean
    filingReference?: string
  }
}

export type ChangedField =
  'deliverTo' | 'pollutionTerms' | 'paymentTerms' | 'filingReference' | 'tolerancePct'

/** A field that two versions have differently, as texts. */
export interface DocumentChange {
  field: ChangedField
  before?: string
  after?: string
}

export interface DocumentSignature {
  side: PartySide
  memberName: string
  organisationName: string
  signedAt: string
}

/** What a party says of a contract that both signed outside of the exchange. */
export interface PaperSigning {
  id: string
  status: 'recorded' | 'confirmed' | 'refused' | 'withdrawn'
  recorder: PartySide
  recordedBy: string
  externalNumber: string
  signedOn: string
  fileId?: string
  recordedAt: string
  answeredAt?: string
  answeredBy?: string
  reason?: string
}

export interface DocumentVersion {
  number: number
  status: DocumentStatus
  sha256: string
  sizeBytes: number
  madeAt: string
  proposer?: PartySide
  /** The member's name. */
  proposedBy?: string
  note?: string
  /** Against the version before. */
  changes: DocumentChange[]
  /** In the order of signing. */
  signatures: DocumentSignature[]
  /** Newest first; at most one is recorded or confirmed. */
  papers: PaperSigning[]
  files: Attachment[]
  endedAt?: string
  endReason?: string
  content: AgreementContent
}

export interface AgreementDocument {
  agreementId: string
  agreementNumber: string
  agreementStatus: Agreement['status']
  endReason?: string
  agreementVersion: number
  /** The reader's; an authority has none. */
  side?: PartySide
  /** The newest version that is signed. */
  inForce?: number
  /** The version that waits for signatures. */
  open?: number
  acts: DocumentAct[]
  /** Newest first. */
  versions: DocumentVersion[]
}

/** What is left out stays as it is; an empty text takes a term out. */
export interface AmendmentDraft {
  /** The hash of the version in force. */
  basedOn: string
  note: string
  deliverTo?: string
  tolerancePct?: number
  pollutionTerms?: string
  paymentTerms?: string
  filingReference?: string
}

export interface PaperDraft {
  sha256: string
  externalNumber: string
  signedOn: string
  fileId?: string
}
