import { useI18n } from 'vue-i18n'
import type { RouteLocationRaw } from 'vue-router'
import type { Notice } from '@/api/model'
import { useCatalog } from '@/features/catalog'
import { useFormat } from '@/ui/useFormat'

/** What a notice says, and where it leads. */
export function useNoticeWords() {
  const { t, te } = useI18n()
  const { mass, price, money, number, instant, nameOf } = useFormat()
  const { materialName } = useCatalog()

  /** The words for what became of an offer, or was said on it, are named after the kind of notice. */
  function offerText({ kind, facts }: Notice): string {
    const nameEn = typeof facts.partnerEn === 'string' ? facts.partnerEn : undefined
    return t(`notice.offer.${kind}`, {
      partner: nameOf({ name: String(facts.partner), nameEn }),
      lot: String(facts.lotTitle),
      quantity: mass(Number(facts.quantityKg)),
      price: price(Number(facts.priceYuanPerT)),
      date: String(facts.validTo),
      number: String(facts.agreementNumber),
      text: String(facts.text),
      file: String(facts.file),
    })
  }

  /** The words for what becomes of a sample are named after the kind of notice. */
  function sampleText({ kind, facts }: Notice): string {
    const nameEn = typeof facts.partnerEn === 'string' ? facts.partnerEn : undefined
    return t(`notice.sample.${kind}`, {
      partner: nameOf({ name: String(facts.partner), nameEn }),
      lot: String(facts.lotTitle),
      quantity: t('unit.kilograms', { value: number(Number(facts.quantityG) / 1000, 1) }),
      day: String(facts.day),
      reason: String(facts.reason),
      verdict: facts.verdict ? t(`sample.verdicts.${String(facts.verdict)}`) : '',
      file: String(facts.file),
    })
  }

  /** The words for what happens in a tender are named after the kind of the notice. */
  function tenderText({ kind, facts }: Notice): string {
    const nameEn = typeof facts.partnerEn === 'string' ? facts.partnerEn : undefined
    return t(`notice.tender.${kind}`, {
      partner: nameOf({ name: String(facts.partner), nameEn }),
      lot: String(facts.lotTitle),
      quantity: mass(Number(facts.quantityKg)),
      price: price(Number(facts.priceYuanPerT)),
      amount: money(Number(facts.amountFen)),
      until: instant(String(facts.opensUntil ?? facts.awardUntil)),
      bids: number(Number(facts.bids), 0),
      counting: number(Number(facts.counting), 0),
      number: String(facts.agreementNumber),
      reason: String(facts.reason),
    })
  }

  /** The words for what becomes of the text of an agreement are named after the kind of the notice. */
  function documentText({ kind, facts }: Notice): string {
    const nameEn = typeof facts.partnerEn === 'string' ? facts.partnerEn : undefined
    return t(`notice.document.${kind}`, {
      partner: nameOf({ name: String(facts.partner), nameEn }),
      agreement: String(facts.agreementNumber),
      lot: String(facts.lotTitle),
      number: String(facts.number),
      external: String(facts.externalNumber),
      note: String(facts.note),
      reason: String(facts.reason),
    })
  }

  /** The words for what becomes of a call-off are named after the kind of the notice. */
  function callOffText({ kind, facts }: Notice): string {
    const nameEn = typeof facts.partnerEn === 'string' ? facts.partnerEn : undefined
    return t(`notice.callOff.${kind}`, {
      partner: nameOf({ name: String(facts.partner), nameEn }),
      agreement: String(facts.agreementNumber),
      month: String(facts.month),
      quantity: mass(Number(facts.quantityKg)),
      date: String(facts.dueOn),
      reason: String(facts.reason),
    })
  }

  /** The words for a lot or a demand that ends are named after the kind of the notice. */
  function endText({ kind, facts }: Notice): string {
    return t(`notice.end.${kind}`, {
      title: String(facts.title),
      date: String(facts.availableTo ?? facts.neededTo),
      quantity: mass(Number(facts.availableKg ?? facts.releasedKg ?? facts.openKg)),
    })
  }

  /** The words for what becomes of a draft in review are named after the kind of the notice. */
  function draftText({ kind, facts }: Notice): string {
    return t(`notice.draft.${kind}`, {
      member: String(facts.member),
      title: String(facts.title || t('draft.untitled')),
      reason: String(facts.reason),
    })
  }

  /** The words for what becomes of a request for approval are named after the kind of notice. */
  function approvalText({ kind, facts }: Notice): string {
    return t(`notice.approval.${kind}`, {
      member: String(facts.member),
      act: t(`approval.acts.${String(facts.act)}`),
      title: String(facts.title),
      quantity: mass(Number(facts.quantityKg)),
      price: price(Number(facts.priceYuanPerT)),
      reason: String(facts.reason),
    })
  }

  /** The words for what becomes of a delegation are named after the kind of notice. */
  function delegationText({ kind, facts }: Notice): string {
    const nameEn = typeof facts.partnerEn === 'string' ? facts.partnerEn : undefined
    return t(`notice.delegation.${kind}`, {
      partner: nameOf({ name: String(facts.partner), nameEn }),
      from: String(facts.firstDay),
      to: String(facts.lastDay),
      reason: String(facts.reason),
    })
  }

  /** A file that was dealt with to its end was imported, or only checked. */
  function importText({ facts }: Notice): string {
    const broken = facts.status === 'cancelled' || facts.status === 'failed'
    const ending = facts.dryRun === true ? 'checked' : 'ended'
    return t(`notice.import.${broken ? String(facts.status) : ending}`, {
      file: String(facts.fileName),
      created: number(Number(facts.created), 0),
      changed: number(Number(facts.changed), 0),
      refused: number(Number(facts.refused), 0),
    })
  }

  function text(notice: Notice): string {
    const { facts } = notice
    const count = Number(facts.count)
    if (te(`notice.offer.${notice.kind}`)) return offerText(notice)
    if (te(`notice.sample.${notice.kind}`)) return sampleText(notice)
    if (te(`notice.tender.${notice.kind}`)) return tenderText(notice)
    if (te(`notice.document.${notice.kind}`)) return documentText(notice)
    if (te(`notice.callOff.${notice.kind}`)) return callOffText(notice)
    if (te(`notice.end.${notice.kind}`)) return endText(notice)
    if (te(`notice.draft.${notice.kind}`)) return draftText(notice)
    if (te(`notice.approval.${notice.kind}`)) return approvalText(notice)
    if (te(`notice.delegation.${notice.kind}`)) return delegationText(notice)
    if (notice.kind === 'report-expiring') {
      return t('notice.reportExpiring', {
        number: String(facts.reportNumber),
        laboratory: String(facts.laboratory),
        date: String(facts.validTo),
        stream: String(facts.streamName),
      })
    }
    if (notice.kind === 'search-results-new') {
      return t('notice.searchResults', { name: String(facts.name), count }, count)
    }
    if (notice.kind === 'import-ended') return importText(notice)
    if (notice.kind === 'webhook-paused') {
      return t('notice.webhookPaused', {
        name: String(facts.name),
        failures: number(Number(facts.failures), 0),
      })
    }
    if (notice.kind !== 'matches-new') return t('notice.plain')
    const material = materialName(String(facts.materialKey))
    return typeof facts.title === 'string'
      ? t('notice.matchesOf', { count, title: facts.title, material })
      : t('notice.matches', { count, material })
  }

  /** The search itself, for those of the firm who do not keep it. */
  function searchOf({ facts }: Notice): RouteLocationRaw {
    const query: Record<string, string[]> = {}
    for (const [name, value] of new URLSearchParams(String(facts.query))) {
      ;(query[name] ??= []).push(value)
    }
    return { name: facts.kind === 'demands' ? 'search-demands' : 'search-lots', query }
  }

  function link(notice: Notice): RouteLocationRaw {
    const { agreement, draft, offer, tender, lot, demand, stream } = notice.subjects
    const { import: imported, approval, webhook, sample, delegation } = notice.subjects
    if (notice.kind === 'search-results-new') return searchOf(notice)
    if (delegation) return { name: 'delegation', params: { id: delegation } }
    if (approval) return { name: 'approval', params: { id: approval } }
    if (draft) return { name: 'lot-draft', params: { id: draft } }
    if (imported) return { name: 'import', params: { id: imported } }
    if (webhook) return { name: 'webhook', params: { id: webhook } }
    if (agreement) {
      const written = te(`notice.document.${notice.kind}`)
      return { name: written ? 'agreement-document' : 'agreement', params: { id: agreement } }
    }
    if (tender) return { name: 'tender', params: { id: tender } }
    if (sample) return { name: 'sample', params: { id: sample } }
    if (offer) return { name: 'offer', params: { id: offer } }
    if (stream) return { name: 'stream', params: { id: stream } }
    if (lot && te(`notice.draft.${notice.kind}`)) return { name: 'lot', params: { id: lot } }
    if (te(`notice.end.${notice.kind}`)) {
      return lot ? { name: 'lot', params: { id: lot } } : { name: 'demand', params: { id: demand } }
    }
    return {
      name: 'matches',
      query: { ...(lot ? { lotId: lot } : {}), ...(demand ? { demandId: demand } : {}) },
    }
  }

  return { text, link }
}
