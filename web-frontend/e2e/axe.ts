import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type axe from 'axe-core'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Selectors of what is looked at, and of what is left out. */
export interface Looked {
  at: { include: string[][]; exclude: string[][] }
  tags?: string[]
}

/** All of the page. */
export const PAGE: Looked = { at: { include: [['body']], exclude: [] }, tags: ['best-practice'] }

/** The open dialog, without what the component library puts beside it. */
export const DIALOG: Looked = {
  at: { include: [['[role="dialog"]']], exclude: [['.el-popper']] },
}

/** What keeps people from using the page, one line each, once nothing fades in or out any more. */
export async function violations(page: Page, { at, tags = [] }: Looked): Promise<string[]> {
  await page.evaluate(AXE)
  return page.evaluate(
    async ({ context, runOnly }) => {
      const { axe: engine } = window as unknown as { axe: typeof axe }
      const ending = document
        .getAnimations()
        .filter((it) => it.effect?.getComputedTiming().iterations !== Infinity)
      await Promise.allSettled(ending.map((it) => it.finished))
      const { violations: all } = await engine.run(context, { runOnly })
      return all.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)
    },
    { context: at, runOnly: [...WCAG, ...tags] },
  )
}
