import { expect, type Browser, type Page } from '@playwright/test'
import { usccCheck } from '../src/lib/uscc'
import { pageOf, pageOfMember, write } from './support'

/** What a spec calls a firm of its own, and how its people come in. */
export interface Firm {
  name: string
  site: string
  /** Tells the logins of its people from those of other specs. */
  mark: string
  password: string
}

interface Made {
  id: string
  version: number
}

const ADCODE = '370117'

/** A producer that an authority has verified, with a site and somebody who trades. */
export async function producer(
  browser: Browser,
  { name, site, mark, password }: Firm,
): Promise<{ admin: Page; adminToken: string; trader: Page; traderToken: string; siteId: string }> {
  const login = { admin: `${mark}-admin`, trader: `${mark}-trader` }
  const { page: authority, token: itsToken } = await pageOf(browser, 'industry-demo')
  const digits = [...mark].map((letter) => letter.charCodeAt(0) % 10).join('')
  const begin = `91${ADCODE}${`${digits}${Date.now()}`.slice(-9)}`
  const signUp = await authority.request.post('/api/v1/organisations', {
    data: {
      uscc: begin + usccCheck(begin),
      name,
      kind: 'producer',
      adcode: ADCODE,
      admin: { login: login.admin, password, name: '管理员' },
    },
    headers: { 'Idempotency-Key': crypto.randomUUID() },
  })
  expect(signUp.status()).toBe(201)
  const { id, version } = (await signUp.json()) as Made
  const verification = await authority.request.post(`/api/v1/organisations/${id}/verification`, {
    data: { decision: 'verified' },
    headers: {
      Authorization: `Bearer ${itsToken}`,
      'Idempotency-Key': crypto.randomUUID(),
      'If-Match': `"${version}"`,
    },
  })
  expect(verification.ok()).toBe(true)
  await authority.context().close()

  const { page: admin, token: adminToken } = await pageOfMember(browser, login.admin, password)
  const made = await write<Made>(admin, adminToken, '/sites', {
    name: site,
    adcode: ADCODE,
    latitude: 36.1,
    longitude: 117.8,
    railSiding: false,
    wharf: false,
  })
  const member = { login: login.trader, name: '销售员', role: 'trader', password }
  await write(admin, adminToken, '/members', member)
  const { page: trader, token: traderToken } = await pageOfMember(browser, login.trader, password)
  return { admin, adminToken, trader, traderToken, siteId: made.id }
}
