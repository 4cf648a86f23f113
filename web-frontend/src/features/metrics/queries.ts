import { computed } from 'vue'
import type { Query } from '@/api/http'
import type { Posting, Utilisation } from '@/api/model'
import { useItem } from '@/api/useItem'
import { usePages } from '@/api/usePages'

export const useUtilisation = (query: () => Query) =>
  useItem<Utilisation>('/metrics/utilisation', query)

export const usePostings = (query: () => Query) =>
  usePages<Posting>(
    '/metrics/postings',
    computed(() => query()),
  )
