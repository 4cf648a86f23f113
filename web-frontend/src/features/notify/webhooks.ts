import { computed } from 'vue'
import { http } from '@/api/http'
import type {
  Delivery,
  DeliveryDetail,
  DeliveryStatus,
  Webhook,
  WebhookContent,
  WebhookWithSecret,
} from '@/api/model'
import { useCommand } from '@/api/useCommand'
import { useItem } from '@/api/useItem'
import { usePages } from '@/api/usePages'

const PATH = '/webhooks'

/** What is being sent changes by itself, and the page follows. */
const FOLLOW_MS = 3_000

export const STATUSES: DeliveryStatus[] = ['waiting', 'held', 'sent', 'failed', 'dropped']

export const STATUS_TONES = {
  waiting: 'info',
  held: 'warn',
  sent: 'good',
  failed: 'bad',
  dropped: 'plain',
} as const

export const STATE_TONES = { active: 'good', paused: 'warn' } as const

/** Of a message that tells nothing and only tries the way. */
export const TEST = 'test'

const pathOf = (id: string) => `${PATH}/${id}`

export const useWebhooks = () => usePages<Webhook>(PATH)

export const useWebhook = (id: string) =>
  useItem<Webhook>(pathOf(id), {}, { refetchInterval: FOLLOW_MS })

export const useDeliveries = (id: string, status: () => string, kind: () => string) =>
  usePages<Delivery>(
    `${pathOf(id)}/deliveries`,
    computed(() => ({ status: status(), kind: kind() })),
  )

export const useDelivery = (id: string, delivery: () => string | undefined) =>
  useItem<DeliveryDetail>(
    () => `${pathOf(id)}/deliveries/${delivery() ?? ''}`,
    {},
    { enabled: () => delivery() !== undefined },
  )

export const useNewWebhook = () =>
  useCommand((content: WebhookContent, key: string) =>
    http.post<WebhookWithSecret>(PATH, content, { key }),
  )

export const useWebhookChange = () =>
  useCommand(({ webhook, content }: { webhook: Webhook; content: WebhookContent }) =>
    http.put<Webhook>(pathOf(webhook.id), content, { version: webhook.version }),
  )

export const useSecretRenewal = () =>
  useCommand((id: string, key: string) =>
    http.post<WebhookWithSecret>(`${pathOf(id)}/secret`, {}, { key }),
  )

export type WebhookAct = 'pause' | 'resumption' | 'removal' | 'test' | 'replay'

export const useWebhookAct = () =>
  useCommand(({ id, act }: { id: string; act: WebhookAct }, key: string) =>
    http.post<unknown>(`${pathOf(id)}/${act}`, {}, { key }),
  )

export const useReplay = () =>
  useCommand(({ id, delivery }: { id: string; delivery: string }, key: string) =>
    http.post<Delivery>(`${pathOf(id)}/deliveries/${delivery}/replay`, {}, { key }),
  )
