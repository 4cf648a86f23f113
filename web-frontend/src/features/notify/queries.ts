import { computed } from 'vue'
import { http } from '@/api/http'
import type { Notice, NoticeList, Unread } from '@/api/model'
import { useCommand } from '@/api/useCommand'
import { useItem } from '@/api/useItem'
import { usePages } from '@/api/usePages'

const LATEST_SHOWN = 8

export const NOTICES = '/notices'

export const useLatestNotices = () => useItem<NoticeList>(NOTICES, { limit: LATEST_SHOWN })

export const useNotices = (unread: () => boolean) =>
  usePages<Notice, NoticeList>(
    NOTICES,
    computed(() => ({ unread: unread() || undefined })),
  )

export const useReading = () =>
  useCommand((notice: Notice) => http.put<Unread>(`/notices/${notice.number}/reading`, {}))

export const useReadingAll = () =>
  useCommand((upTo: number) => http.put<Unread>('/notices/reading', { upTo }))
