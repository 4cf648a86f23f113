import { expect, test, type Page } from '@playwright/test'
import { pageOf, read, settled } from '../support'

interface Items<T> {
  items: T[]
}

interface Listed {
  id: string
  title: string
}

interface Near extends Items<{ changes: { kind: string; demandTo?: string }[] }> {
  openings: unknown[]
}

const EDITED = new Set(['price', 'maximum', 'minimum', 'until-later', 'from-earlier'])

async function demandsOf(page: Page, token: string): Promise<Listed[]> {
  const { items } = await read<Items<Listed>>(page, token, '/demands?status=published')
  return items
}

/** What a buyer reads of its demand's matches and near misses, and of a lot that is not offered. */
test('a buyer sees why lots fit, what would open more, and why one is not offered', async ({
  browser,
}) => {
  test.setTimeout(90_000)
  const { page, token } = await pageOf(browser, 'qingshi-trader')
  const demands = await demandsOf(page, token)

  await test.step('a match shows its price composed and its terms drawn', async () => {
    let shown: Listed | undefined
    for (const demand of demands) {
      const path = `/demands/${demand.id}/matches`
      if ((await read<Items<unknown>>(page, token, path)).items.length > 0) shown ??= demand
    }
    if (!shown) throw new Error('The demo has no demand with a match.')
    await page.goto(`/demands/${shown.id}`)
    await settled(page)
    const card = page.getByRole('article').first()
    await expect(card.getByRole('img', { name: /报价.*运费.*限价/ })).toBeVisible()
    const terms = card.getByRole('list', { name: '匹配理由' }).getByRole('listitem')
    await expect(terms).toHaveCount(6)
    await expect(terms.first()).toContainText('40%')
  })

  await test.step('a near miss opens the edit form with its change filled in', async () => {
    for (const demand of demands) {
      const near = await read<Near>(page, token, `/demands/${demand.id}/near-misses`)
      const price = near.items.find(
        ({ changes: [change, ...more] }) => change?.kind === 'price' && more.length === 0,
      )
      const any = near.items.some(({ changes }) => changes.some(({ kind }) => EDITED.has(kind)))
      if (!price && !any) continue
      await page.goto(`/demands/${demand.id}`)
      await settled(page)
      await page
        .getByRole('article')
        .getByRole('link', { name: '按此改动修改我的需求' })
        .first()
        .click()
      await expect(page).toHaveURL(/\/demands\/[^/]+\/edit\?change=/)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      return
    }
    throw new Error('The demo has no near miss that a change of the demand would open.')
  })

  await test.step('on a lot of another the buyer chooses a demand and reads each constraint', async () => {
    const { items } = await read<Items<{ lot: Listed }>>(page, token, '/search/lots?limit=1')
    const [first] = items
    if (!first) throw new Error('The demo has no lot.')
    await page.goto(`/lots/${first.lot.id}`)
    await settled(page)
    const panel = page.getByRole('region', { name: '为什么没有把这批货源推荐给我？' })
    if (demands.length > 1) {
      await panel.getByRole('combobox').click()
      await page.getByRole('option').first().click()
    }
    const checks = panel.getByRole('listitem').filter({ hasText: /满足/ })
    await expect(checks.filter({ hasText: '到厂价' }).first()).toBeVisible()
    expect(await checks.count()).toBeGreaterThanOrEqual(7)
  })
  await page.context().close()
})
