import { http } from '@/api/http'
import type { KeptMail, KeptMailText, MailTopic, MailWhen, NoticeSettings } from '@/api/model'
import { useCommand } from '@/api/useCommand'
import { useItem } from '@/api/useItem'
import { usePages } from '@/api/usePages'

const SETTINGS = '/notice-settings'
const MAILS = '/mails'

export const WHENS: MailWhen[] = ['never', 'at-once', 'daily']

export const useNoticeSettings = () => useItem<NoticeSettings>(SETTINGS)

export const useTopicChoice = () =>
  useCommand((topics: { topic: MailTopic; mail: MailWhen }[]) =>
    http.put<NoticeSettings>(`${SETTINGS}/topics`, { topics }),
  )

export const useAddress = () =>
  useCommand((input: { address: string; language: string }) =>
    http.put<NoticeSettings>(`${SETTINGS}/address`, input),
  )

export const useConfirmation = () =>
  useCommand((code: string, key: string) =>
    http.post<NoticeSettings>(`${SETTINGS}/address/confirmation`, { code }, { key }),
  )

export const useForgetting = () =>
  useCommand(() => http.delete<NoticeSettings>(`${SETTINGS}/address`))

export const useMails = () => usePages<KeptMail>(MAILS)

export const useMail = (name: () => string | undefined) =>
  useItem<KeptMailText>(
    () => `${MAILS}/${name() ?? ''}`,
    {},
    { enabled: () => name() !== undefined },
  )
