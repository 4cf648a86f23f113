import { readFile } from 'node:fs/promises'
import { expect, type Locator, type Page } from '@playwright/test'
import chinese from '../src/locales/zh-CN.json' with { type: 'json' }

/** A file as a visitor chooses it. */
export interface Chosen {
  name: string
  mimeType: string
  buffer: Buffer
}

export async function choose(page: Page, button: Locator, ...chosen: Chosen[]): Promise<void> {
  const opened = page.waitForEvent('filechooser')
  await button.click()
  await (await opened).setFiles(chosen)
}

export const downloadOf = (within: Page | Locator, { name }: Chosen) =>
  within.getByRole('button', { name: chinese.files.download.replace('{name}', name), exact: true })

/** What comes when an attached file is downloaded. */
export async function bytesOf(page: Page, within: Page | Locator, file: Chosen): Promise<Buffer> {
  const coming = page.waitForEvent('download')
  await downloadOf(within, file).click()
  const download = await coming
  expect(download.suggestedFilename()).toBe(file.name)
  return readFile(await download.path())
}
