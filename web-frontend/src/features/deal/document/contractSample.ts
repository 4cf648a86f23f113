import type {
  AgreementContent,
  AgreementDocument,
  DocumentVersion,
  PaperSigning,
} from '@/api/model'

/** A contract that tests begin with; nothing else uses it. */
export const content: AgreementContent = {
  format: 'wufei-agreement/1',
  agreementId: 'a1',
  agreementNumber: 'A2026-000007',
  versionNumber: 1,
  agreedAt: '2026-03-02T02:00:00Z',
  madeAt: '2026-03-02T02:00:01Z',
  offerId: 'o1',
  seller: {
    organisationId: 's',
    name: '云岭钢铁',
    nameEn: 'Yunling Steel',
    uscc: '91370117MA00000001',
    adcode: '370117',
    regionZh: '钢城区',
    regionEn: 'Gangcheng',
    site: { id: 's1', name: '一厂', nameEn: 'Plant 1', adcode: '370117' },
  },
  buyer: {
    organisationId: 'b',
    name: '青石湾水泥',
    nameEn: 'Qingshi Bay Cement',
    adcode: '370116',
    site: { id: 'b1', name: '粉磨站', adcode: '370116', regionZh: '莱芜区', regionEn: 'Laiwu' },
  },
  receiverVerification: {
    status: 'verified',
    verifiedAt: '2026-01-05T01:30:00Z',
    verifiedBy: '市工信局',
    verifiedByEn: 'Industry Bureau',
  },
  material: {
    key: 'bof-slag',
    nameZh: '转炉渣',
    nameEn: 'BOF slag',
    classCode: 'SW01',
    code: '312-001-S01',
  },
  lotId: 'l1',
  lotTitle: '转炉渣 5 万吨',
  streamId: 'st1',
  quantityKg: 1_200_000,
  tolerancePct: 5,
  months: [
    { month: '2026-04', quantityKg: 500_000 },
    { month: '2026-05', quantityKg: 700_000 },
  ],
  monthsBasis: 'pro-rata',
  price: {
    yuanPerT: 18.5,
    taxIncluded: true,
    basis: 'ex-works',
    freightYuanPerT: 24,
    haulMode: 'road',
    distanceKm: 32.5,
    distanceSource: 'routed',
  },
  adjustments: [
    {
      parameter: 'moisture',
      nameZh: '水分',
      nameEn: 'moisture',
      unit: '%',
      basis: 'wet',
      guaranteed: 8,
      bands: [
        { to: 8, yuanPerTPerUnit: 0 },
        { from: 8, to: 12, yuanPerTPerUnit: -2 },
      ],
    },
  ],
  governingScale: 'buyer',
  governingAssay: 'third-party',
  deliverFrom: '2026-04-01',
  deliverTo: '2026-05-31',
  pollutionTerms: '车辆苫盖。\n不得转让。',
  transfer: {
    originProvince: '37',
    originNameZh: '山东省',
    originNameEn: 'Shandong',
    destinationProvince: '37',
    destinationNameZh: '山东省',
    destinationNameEn: 'Shandong',
    crossesProvince: false,
  },
}

export const first: DocumentVersion = {
  number: 1,
  status: 'proposed',
  sha256: '0123456789ab'.padEnd(64, '0'),
  sizeBytes: 2_000,
  madeAt: content.madeAt,
  changes: [],
  signatures: [],
  papers: [],
  files: [],
  content,
}

export const signedBySeller: DocumentVersion = {
  ...first,
  status: 'signed-once',
  signatures: [
    {
      side: 'seller',
      memberName: '李明',
      organisationName: '云岭钢铁',
      signedAt: '2026-03-03T03:00:00Z',
    },
  ],
}

export const signed: DocumentVersion = { ...signedBySeller, status: 'signed' }

export const paper: PaperSigning = {
  id: 'p1',
  status: 'recorded',
  recorder: 'seller',
  recordedBy: '李明',
  externalNumber: 'HT-2026-118',
  signedOn: '2026-03-04',
  recordedAt: '2026-03-05T03:00:00Z',
}

export const amendment: DocumentVersion = {
  ...first,
  number: 2,
  sha256: 'fedcba987654'.padEnd(64, '0'),
  proposer: 'seller',
  proposedBy: '李明',
  note: '延期一个月',
  changes: [
    { field: 'paymentTerms', after: '月结 30 天' },
    { field: 'deliverTo', before: '2026-05-31', after: '2026-06-30' },
  ],
  content: {
    ...content,
    versionNumber: 2,
    previousSha256: first.sha256,
    deliverTo: '2026-06-30',
    paymentTerms: '月结 30 天',
  },
}

export const toSign: AgreementDocument = {
  agreementId: 'a1',
  agreementNumber: content.agreementNumber,
  agreementStatus: 'active',
  agreementVersion: 1,
  side: 'seller',
  open: 1,
  acts: ['sign', 'record-paper'],
  versions: [first],
}

export const amended: AgreementDocument = {
  ...toSign,
  side: 'buyer',
  inForce: 1,
  open: 2,
  acts: ['sign', 'record-paper', 'refuse'],
  versions: [amendment, signed],
}
