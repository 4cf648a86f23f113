import { http } from '@/api/http'
import type { CallOff, CallOffPlan, NewCallOff } from '@/api/model'
import { useCommand } from '@/api/useCommand'
import { useItem } from '@/api/useItem'

const pathOf = (agreementId: string) => `/agreements/${agreementId}/call-offs`

/** @param framework whether the agreement is one; nothing is asked of any other */
export const useCallOffPlan = (agreementId: () => string, framework: () => boolean = () => true) =>
  useItem<CallOffPlan>(() => pathOf(agreementId()), {}, { enabled: framework })

export const useNewCallOff = (agreementId: () => string) =>
  useCommand((input: NewCallOff, key: string) =>
    http.post<CallOff>(pathOf(agreementId()), input, { key }),
  )

/** What a step says, by the end of its path. */
export type CallOffStep =
  | { callOff: CallOff; path: 'acceptance' | 'withdrawal'; body: Record<string, never> }
  | { callOff: CallOff; path: 'decline'; body: { reason: string } }

export const useCallOffStep = () =>
  useCommand(({ callOff, path, body }: CallOffStep, key: string) =>
    http.post<CallOff>(`${pathOf(callOff.agreementId)}/${callOff.id}/${path}`, body, {
      key,
      version: callOff.version,
    }),
  )
