import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createI18n } from 'vue-i18n'
import type { Attachment } from '@/api/model'
import chinese from '@/locales/zh-CN.json'
import AttachmentList from './AttachmentList.vue'

const saved = vi.hoisted(() => vi.fn<(content: Blob, name: string) => void>())
vi.mock('@/lib/save', () => ({ save: saved }))

const file = {
  id: 'f1',
  name: '检测报告.pdf',
  mediaType: 'application/pdf',
  sizeBytes: 1_234_567,
} as Attachment

afterEach(() => {
  vi.unstubAllGlobals()
  saved.mockReset()
})

async function pressed(answer: Response) {
  const asked = vi.fn<(url: string) => Promise<Response>>().mockResolvedValue(answer)
  vi.stubGlobal('fetch', asked)
  const i18n = createI18n({ legacy: false, locale: 'zh-CN', messages: { 'zh-CN': chinese } })
  const list = mount(AttachmentList, {
    props: { files: [file], path: '/lots/l1/quality-reports/r1' },
    global: { plugins: [i18n] },
  })
  await list.get('button').trigger('click')
  await flushPromises()
  return { list, asked }
}

describe('attached files', () => {
  it('are kept under their names, by the way that their reader has', async () => {
    const { list, asked } = await pressed(new Response('%PDF-1.7'))
    expect(list.text()).toContain('PDF · 1.2 MB')
    expect(list.get('button').attributes('aria-label')).toBe('下载 检测报告.pdf')
    expect(asked.mock.calls[0]?.[0]).toBe('/api/v1/lots/l1/quality-reports/r1/files/f1')
    const [content, name] = saved.mock.calls[0] ?? []
    expect([await content?.text(), name]).toEqual(['%PDF-1.7', '检测报告.pdf'])
  })

  it('say why they cannot be read', async () => {
    const { list } = await pressed(new Response('{"code":"not-found"}', { status: 404 }))
    expect(list.get('[role=alert]').text()).toBe(chinese.problem['not-found'])
    expect(saved).not.toHaveBeenCalled()
    expect(list.get('button').attributes('disabled')).toBeUndefined()
  })
})
