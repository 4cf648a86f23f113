import { http } from '@/api/http'
import type { Attachment } from '@/api/model'
import { useCommand } from '@/api/useCommand'

interface Sending {
  /** The path of what the file is attached to. */
  to: string
  file: File
  key: string
}

/** The key comes with the file: one that is sent again after others keeps its own. */
export const useFileAttachment = () =>
  useCommand(({ to, file, key }: Sending) =>
    http.post<Attachment>(`${to}/files`, file, { query: { name: file.name }, key }),
  )

/** @param path of what the file is attached to, by which the reader may see it */
export const fileContent = (path: string, fileId: string) => http.file(`${path}/files/${fileId}`)
