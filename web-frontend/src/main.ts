import { VueQueryPlugin } from '@tanstack/vue-query'
import { createApp } from 'vue'
import App from '@/app/App.vue'
import { i18n, startLanguage } from '@/app/i18n'
import { router } from '@/app/router'
import '@/app/theme.css'
import { queryClient } from '@/api/queryClient'
import { restoreSession } from '@/features/identity'

async function start(): Promise<void> {
  await Promise.all([startLanguage(), restoreSession()])
  createApp(App).use(i18n).use(router).use(VueQueryPlugin, { queryClient }).mount('#app')
}

void start()
