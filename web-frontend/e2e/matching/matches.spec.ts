import { expect, test, type Page } from '@playwright/test'
import { pageOf, read, settled, write } from '../support'

interface Items<T> {
  items: T[]
}

interface Listed {
  id: string
  title: string
}

interface Posted extends Listed {
  site: { id: string }
  materialKeys: string[]
  use: string
  neededFrom: string
  neededTo: string
}

type Near = Items<{ changes: { kind: string }[] }>

async function demandsOf(page: Page, token: string): Promise<Posted[]> {
  const { items } = await read<Items<Posted>>(page, token, '/demands?status=published')
  return items
}

/** What a buyer reads of its demand's matches and near misses, and of a lot that is not offered. */
test('a buyer sees why lots fit, what would open more, and why one is not offered', async ({
  browser,
}) => {
  test.setTimeout(90_000)
  const { page, token } = await pageOf(browser, 'qingshi-trader')
  const demands = await demandsOf(page, token)

  let shown: Posted | undefined

  await test.step('a match shows its price composed and its terms drawn', async () => {
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
    if (!shown) throw new Error('The demo has no demand with a match.')
    const { id } = await write<{ id: string }>(page, token, '/demands', {
      siteId: shown.site.id,
      materialKeys: shown.materialKeys,
      use: shown.use,
      title: '低价求购',
      quantityKg: 100_000,
      maxDeliveredYuanPerT: -1000,
      neededFrom: shown.neededFrom,
      neededTo: shown.neededTo,
      ranges: [],
    })
    await expect(async () => {
      const near = await read<Near>(page, token, `/demands/${id}/near-misses`)
      expect(near.items.map(({ changes }) => changes[0]?.kind)).toContain('price')
    }).toPass({ timeout: 15_000 })
    await page.goto(`/demands/${id}`)
    await settled(page)
    await page
      .getByRole('article')
      .getByRole('link', { name: '按此改动修改我的需求' })
      .first()
      .click()
    await expect(page).toHaveURL(/\/demands\/[^/]+\/edit\?change=/)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  })

  await test.step('on a lot of another the buyer chooses a demand and reads each constraint', async () => {
    const { items } = await read<Items<{ lot: Listed }>>(page, token, '/search/lots?limit=1')
    const [first] = items
    if (!first) throw new Error('The demo has no lot.')
    await page.goto(`/lots/${first.lot.id}`)
    await settled(page)
    const panel = page.getByRole('region', { name: '为什么没有把这批货源推荐给我？' })
    if (demands.length > 1) {
      await panel.getByRole('combobox').press('ArrowDown')
      await page.getByRole('option').first().click()
    }
    const checks = panel.getByRole('listitem').filter({ hasText: /满足/ })
    await expect(checks.filter({ hasText: '价格' }).first()).toBeVisible()
    expect(await checks.count()).toBeGreaterThanOrEqual(7)
  })
  await page.context().close()
})
