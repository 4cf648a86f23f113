import { useI18n } from 'vue-i18n'

interface Result {
  answerStatus?: number
  failure?: string
}

/** What came of sending a message, in words. */
export function useDeliveryWords() {
  const { t, te } = useI18n()

  /** Undefined while it has not been sent. */
  function answerOf({ answerStatus, failure }: Result): string | undefined {
    const key = `webhook.failure.${failure}`
    const words = failure && te(key) ? t(key) : failure
    if (answerStatus === undefined) return words
    return words ? `${answerStatus} · ${words}` : String(answerStatus)
  }

  return { answerOf }
}
