import { useI18n } from 'vue-i18n'
import type { RouteLocationRaw } from 'vue-router'
import type { Notice } from '@/api/model'
import { useCatalog } from '@/features/catalog'

/** What a notice says, and where it leads. */
export function useNoticeWords() {
  const { t } = useI18n()
  const { materialName } = useCatalog()

  function text(notice: Notice): string {
    const { facts } = notice
    const count = Number(facts.count)
    if (notice.kind === 'report-expiring') {
      return t('notice.reportExpiring', {
        number: String(facts.reportNumber),
        laboratory: String(facts.laboratory),
        date: String(facts.validTo),
        stream: String(facts.streamName),
      })
    }
    if (notice.kind !== 'matches-new') return t('notice.plain')
    const material = materialName(String(facts.materialKey))
    return typeof facts.title === 'string'
      ? t('notice.matchesOf', { count, title: facts.title, material })
      : t('notice.matches', { count, material })
  }

  function link(notice: Notice): RouteLocationRaw {
    const { lot, demand, stream } = notice.subjects
    if (stream) return { name: 'stream', params: { id: stream } }
    return {
      name: 'matches',
      query: { ...(lot ? { lotId: lot } : {}), ...(demand ? { demandId: demand } : {}) },
    }
  }

  return { text, link }
}
