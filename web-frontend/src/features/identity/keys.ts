import { http } from '@/api/http'
import type { ApiKey, ApiKeyWithSecret, KeyScope } from '@/api/model'
import { useCommand } from '@/api/useCommand'
import { usePages } from '@/api/usePages'

export const SCOPES: KeyScope[] = ['reader', 'gate', 'trader']

/** A key lasts a year at most. */
export const KEY_DAYS_MAX = 366

const LIST_MAX = 100

export const useKeys = () => usePages<ApiKey>('/keys', { limit: LIST_MAX })

export interface NewKey {
  name: string
  role: KeyScope
  expiresOn: string
}

export const useNewKey = () =>
  useCommand((input: NewKey, key: string) => http.post<ApiKeyWithSecret>('/keys', input, { key }))

export const useRevocation = () =>
  useCommand((apiKey: ApiKey, key: string) =>
    http.post<ApiKey>(`/keys/${apiKey.id}/revocation`, {}, { key }),
  )
