import { QueryClient } from '@tanstack/vue-query'
import type { Problem } from './problem'

declare module '@tanstack/vue-query' {
  interface Register {
    defaultError: Problem
  }
}

const RETRIES_MAX = 2
const FRESH_MS = 10_000

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: FRESH_MS,
      refetchOnWindowFocus: true,
      retry: (failures, problem) => problem.code === 'network' && failures < RETRIES_MAX,
    },
    mutations: { retry: false },
  },
})
