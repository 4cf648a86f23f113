import { useI18n } from 'vue-i18n'
import type {
  AgreementContent,
  ChangedField,
  DocumentAdjustment,
  DocumentChange,
  DocumentParty,
  DocumentVersion,
  PartySide,
} from '@/api/model'
import { useWays } from '@/features/catalog'
import { useFormulaWords } from '@/features/price'
import { useFormat } from '@/ui/useFormat'
import { paperOf, waitingPaper } from './versions'

export type ClauseKey =
  | 'parties'
  | 'goods'
  | 'quantity'
  | 'price'
  | 'measuring'
  | 'pollution'
  | 'payment'
  | 'transfer'
  | 'verification'
  | 'conditions'
  | 'basis'

/** A clause as it is read. What the parties wrote stands as they wrote it. */
export interface Clause {
  key: ClauseKey
  title: string
  lines: string[]
}

export interface TermRow {
  label: string
  value?: string
}

const VALUE_DECIMALS = 4

/**
 * The document in the reader's words. All of it comes from the content that is signed, names
 * included: what the catalog says today is no part of the contract.
 */
export function useContractWords() {
  const { t } = useI18n()
  const { mass, price, priceChange, percent, number, instant, nameOf } = useFormat()
  const { formulaText } = useFormulaWords()
  const { basisName, wayText } = useWays()

  const twice = (nameZh: string | undefined, nameEn: string | undefined, otherwise: string) =>
    nameZh === undefined ? otherwise : nameOf({ nameZh, nameEn })

  const sideName = (side: PartySide) => t(`contract.side.${side}`)

  function partyRows(party: DocumentParty): TermRow[] {
    const { site } = party
    return [
      { label: t('organisation.name'), value: nameOf(party) },
      { label: t('organisation.uscc'), value: party.uscc },
      {
        label: t('organisation.region'),
        value: twice(party.regionZh, party.regionEn, party.adcode),
      },
      { label: t('contract.site'), value: nameOf(site) },
      {
        label: t('contract.siteRegion'),
        value: twice(site.regionZh, site.regionEn, site.adcode),
      },
    ]
  }

  const goodsLines = ({ seller, material, lotTitle }: AgreementContent) => [
    t('contract.goods', {
      seller: nameOf(seller),
      material: nameOf(material),
      classCode: material.classCode,
      lot: lotTitle,
    }),
    ...(material.code ? [t('contract.wasteCode', { code: material.code })] : []),
  ]

  const quantityLines = (content: AgreementContent) => [
    t('contract.quantity', {
      mass: mass(content.quantityKg),
      tolerance: percent(content.tolerancePct),
    }),
    t('contract.delivery', {
      from: content.deliverFrom,
      to: content.deliverTo,
      origin: nameOf(content.seller.site),
      destination: nameOf(content.buyer.site),
    }),
    ...(content.months.length
      ? [t(`contract.monthsBasis.${content.monthsBasis ?? 'lot'}`)]
      : [t('contract.noMonths')]),
    ...(content.framework
      ? [
          t('contract.framework', {
            day: content.framework.callOffDay,
            flexibility: content.framework.flexibilityPct,
            answer: content.framework.answerDays,
          }),
        ]
      : []),
  ]

  /** What the price is besides the figure. */
  function formulaLines({ formula }: AgreementContent['price']): string[] {
    if (!formula) return []
    const { index, tonne, loadingFeeYuanPerT } = formula.terms
    return [
      ...(index
        ? [
            t('contract.indexed', {
              rule: formulaText(index),
              name: twice(formula.indexNameZh, formula.indexNameEn, index.index),
              source: formula.indexSource ?? '',
            }),
            ...(index.floorYuanPerT === undefined
              ? []
              : [t('contract.floor', { price: price(index.floorYuanPerT) })]),
            ...(index.ceilingYuanPerT === undefined
              ? []
              : [t('contract.ceiling', { price: price(index.ceilingYuanPerT) })]),
          ]
        : []),
      ...(tonne === 'dry' ? [t('contract.dry')] : []),
      ...(loadingFeeYuanPerT === undefined
        ? []
        : [t('contract.loadingFee', { price: price(loadingFeeYuanPerT) })]),
    ]
  }

  function priceLines({ price: it, adjustments }: AgreementContent): string[] {
    const way = { mode: it.haulMode, distanceKm: it.distanceKm, source: it.distanceSource }
    const freight = wayText(way, it.freightYuanPerT)
    return [
      t('contract.price', {
        price: price(it.yuanPerT),
        basis: basisName(it.basis === 'delivered'),
        tax: t(it.taxIncluded ? 'price.taxIn' : 'price.taxOut'),
      }),
      ...formulaLines(it),
      ...(it.from ? [t('contract.priceFrom', { from: it.from })] : []),
      ...(it.yuanPerT < 0 ? [t('contract.sellerPays', { price: price(-it.yuanPerT) })] : []),
      it.basis === 'delivered'
        ? t('contract.freightIncluded', { freight })
        : t('contract.freightExtra', { freight }),
      ...(it.freightInvoice ? [t(`price.invoiceLong.${it.freightInvoice}`)] : []),
      ...(adjustments.length ? [t('contract.adjusted')] : []),
    ]
  }

  function transferLines({ transfer: it }: AgreementContent): string[] {
    return [
      t(it.crossesProvince ? 'contract.crosses' : 'contract.within', {
        origin: twice(it.originNameZh, it.originNameEn, it.originProvince),
        destination: twice(it.destinationNameZh, it.destinationNameEn, it.destinationProvince),
      }),
      ...(it.filingReference
        ? [t('contract.filing', { number: it.filingReference })]
        : it.crossesProvince
          ? [t('contract.filingMissing')]
          : []),
    ]
  }

  function verificationLines({ receiverVerification: it, buyer }: AgreementContent): string[] {
    const status = t(`enum.organisationStatus.${it.status}`)
    return [
      it.verifiedAt
        ? t('contract.verified', {
            buyer: nameOf(buyer),
            at: instant(it.verifiedAt),
            by: twice(it.verifiedBy, it.verifiedByEn, t('contract.authority')),
            status,
          })
        : t('contract.verifiedPlain', { buyer: nameOf(buyer), status }),
      t('offer.pollutionNote'),
    ]
  }

  function basisLines(content: AgreementContent): string[] {
    const { versionNumber, previousSha256 } = content
    return [
      t('contract.agreed', { at: instant(content.agreedAt) }),
      t('contract.made', { number: versionNumber, at: instant(content.madeAt) }),
      ...(previousSha256 ? [t('contract.follows', { hash: previousSha256 })] : []),
    ]
  }

  /** The clauses of a contract in their order; that of further conditions only where there are any. */
  function clausesOf(content: AgreementContent): Clause[] {
    const lines: Record<ClauseKey, string[]> = {
      parties: [],
      goods: goodsLines(content),
      quantity: quantityLines(content),
      price: priceLines(content),
      measuring: [
        t('contract.scale', { side: t(`enum.side.${content.governingScale}`) }),
        t('contract.assay', { side: t(`enum.side.${content.governingAssay}`) }),
      ],
      pollution: [content.pollutionTerms],
      payment: [content.paymentTerms ?? t('contract.noPayment')],
      transfer: transferLines(content),
      verification: verificationLines(content),
      conditions: content.conditions ? [content.conditions] : [],
      basis: basisLines(content),
    }
    return (Object.keys(lines) as ClauseKey[])
      .filter((key) => key !== 'conditions' || lines.conditions.length > 0)
      .map((key, index) => ({
        key,
        title: t('contract.clauseTitle', { n: index + 1, title: t(`contract.clause.${key}`) }),
        lines: lines[key],
      }))
  }

  function rangeText(unit: string, from?: number, to?: number): string {
    const [low, high] = [from, to].map((end) =>
      end === undefined ? undefined : `${number(end, VALUE_DECIMALS)}${unit}`,
    )
    if (low !== undefined && high !== undefined) return `${low} – ${high}`
    if (low !== undefined) return `≥ ${low}`
    return high === undefined ? t('adjustment.anyValue') : `≤ ${high}`
  }

  const unitOf = ({ unit = '' }: DocumentAdjustment) =>
    unit === '' || unit === '1' || unit === 'none' ? '' : ` ${unit}`

  const adjustmentName = (row: DocumentAdjustment) => nameOf(row)

  function agreedText(row: DocumentAdjustment): string {
    const value = `${number(row.guaranteed, VALUE_DECIMALS)}${unitOf(row)}`
    return row.basis === 'none' ? value : `${value} · ${t(`enum.basis.${row.basis}`)}`
  }

  const bandTexts = (row: DocumentAdjustment) =>
    row.bands.map(({ from, to, yuanPerTPerUnit }) =>
      t('adjustment.bandText', {
        range: rangeText(unitOf(row), from, to),
        step: `1${unitOf(row)}`,
        change: priceChange(yuanPerTPerUnit),
      }),
    )

  const fieldName = (field: ChangedField) => t(`contract.field.${field}`)

  function monthText(line: string): string {
    const [month = '', kg] = line.split(' ')
    return `${month}  ${mass(Number(kg))}`
  }

  /** A band as a change tells it: parameter, basis, agreed value, ends and rate. */
  function bandLine(line: string, parameterName: (key: string) => string): string {
    const [parameter = '', , , from, to, rate] = line.split(' ')
    const end = (value: string | undefined) => (value === '*' ? undefined : Number(value))
    const band = t('adjustment.bandText', {
      range: rangeText('', end(from), end(to)),
      step: '1',
      change: priceChange(Number(rate)),
    })
    return `${parameterName(parameter)}  ${band}`
  }

  /** A term before or after a change; parameters are named by their keys where nobody names them. */
  function changeText(
    { field }: DocumentChange,
    value: string | undefined,
    parameterName = (key: string) => key,
  ): string {
    if (value === undefined) return t('contract.nothing')
    switch (field) {
      case 'tolerancePct':
        return `± ${percent(Number(value))}`
      case 'quantityKg':
        return mass(Number(value))
      case 'priceYuanPerT':
        return price(Number(value))
      case 'months':
        return value.split('\n').map(monthText).join('\n')
      case 'adjustments':
        return value
          .split('\n')
          .map((line) => bandLine(line, parameterName))
          .join('\n')
      default:
        return value
    }
  }

  /** Who signed, and who has not, in a sentence. */
  function stateText(version: DocumentVersion, own?: PartySide): string {
    const [first] = version.signatures
    const paper = paperOf(version)
    const waiting = waitingPaper(version)
    const facts = { number: version.number }
    if (waiting) {
      const { recorder, externalNumber: external } = waiting
      const side = sideName(recorder)
      if (own === undefined) return t('contract.state.paperOf', { ...facts, external, side })
      const key = recorder === own ? 'paperOwn' : 'paper'
      return t(`contract.state.${key}`, { ...facts, external })
    }
    switch (version.status) {
      case 'proposed':
        if (version.number === 1) return t('contract.state.toSign', facts)
        return t(
          version.proposer === own ? 'contract.state.amendmentOwn' : 'contract.state.amendment',
          {
            ...facts,
            side: version.proposer ? sideName(version.proposer) : '',
          },
        )
      case 'signed-once':
        return t(first?.side === own ? 'contract.state.onceOwn' : 'contract.state.once', {
          ...facts,
          side: first ? sideName(first.side) : '',
        })
      case 'signed':
        if (!paper) return t('contract.state.signed', facts)
        return t('contract.state.outside', {
          ...facts,
          external: paper.externalNumber,
          date: paper.signedOn,
        })
      default:
        return t(`contract.state.${version.status}`, facts)
    }
  }

  return {
    sideName,
    partyRows,
    clausesOf,
    adjustmentName,
    agreedText,
    bandTexts,
    fieldName,
    changeText,
    stateText,
  }
}
