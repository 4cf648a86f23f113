import { useI18n } from 'vue-i18n'
import { TEST } from './webhooks'

/** What kinds of notices are called. */
export function useKindNames() {
  const { t, te, tm } = useI18n()

  /** All that the page knows; the exchange may tell of more. */
  const kinds = Object.keys(tm('notice.kindName'))

  function kindName(kind: string): string {
    if (kind === TEST) return t('webhook.testKind')
    const key = `notice.kindName.${kind}`
    return te(key) ? t(key) : kind
  }

  return { kinds, kindName }
}
