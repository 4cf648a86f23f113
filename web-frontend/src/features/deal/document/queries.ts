import { computed } from 'vue'
import { http } from '@/api/http'
import { useItem } from '@/api/useItem'
import type { AgreementDocument } from './contract'
import { whole } from './versions'

/** A version of the document of an agreement. */
export interface VersionRef {
  agreementId: string
  number: number
}

const pathOf = (agreementId: string) => `/agreements/${agreementId}/document`

export const versionPath = ({ agreementId, number }: VersionRef) =>
  `${pathOf(agreementId)}/versions/${number}`

export function useDocument(agreementId: () => string) {
  const item = useItem<AgreementDocument>(() => pathOf(agreementId()))
  return { ...item, data: computed(() => item.data.value && whole(item.data.value)) }
}

/** The bytes that are stored and were hashed. */
export const storedContent = (version: VersionRef) => http.file(`${versionPath(version)}/content`)

export const pdfOf = ({ agreementId, number }: VersionRef, language: 'zh' | 'en') =>
  http.file(`${pathOf(agreementId)}.pdf`, { language, version: number })
