import { http } from '@/api/http'
import type { ExportTable } from '@/api/model'
import { useItem } from '@/api/useItem'

export type ExportLanguage = 'zh' | 'en'

export const useExportTables = () =>
  useItem<{ items: ExportTable[] }>('/export/tables', {}, { staleTime: Infinity })

/** The archive, once the exchange has made all of it. */
export const archive = (language: ExportLanguage) => http.file('/export', { language })
