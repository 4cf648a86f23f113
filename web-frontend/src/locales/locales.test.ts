import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import chinese from './zh-CN.json'
import english from './en.json'

function leaves(tree: object, prefix = ''): Map<string, string> {
  const found = new Map<string, string>()
  for (const [name, value] of Object.entries(tree)) {
    const key = prefix + name
    if (typeof value === 'string') found.set(key, value)
    else for (const [inner, text] of leaves(value as object, `${key}.`)) found.set(inner, text)
  }
  return found
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return sources(path)
    return /\.(vue|ts)$/.test(entry.name) && !entry.name.endsWith('.test.ts') ? [path] : []
  })
}

function holes(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((hole) => hole[1] ?? ''))].sort()
}

/** What the exchange says of these in English is passed on there, and only there. */
const PASSED_ON = 'constraint.'

const zh = leaves(chinese)
const en = leaves(english)

describe('locales', () => {
  it('have the same keys', () => {
    expect([...en.keys()].sort()).toEqual([...zh.keys()].sort())
  })

  it('have no empty text', () => {
    const empty = [...zh, ...en].filter(([, text]) => text.trim() === '')
    expect(empty).toEqual([])
  })

  it('fill the same places in both languages', () => {
    const different = [...zh]
      .filter(([key]) => !key.startsWith(PASSED_ON))
      .filter(([key, text]) => String(holes(text)) !== String(holes(en.get(key) ?? '')))
      .map(([key]) => key)
    expect(different).toEqual([])
  })

  it('hold every key that the pages ask for', () => {
    const folder = join(import.meta.dirname, '..')
    const asked = sources(folder).flatMap((path) => {
      const text = readFileSync(path, 'utf8')
      const calls = text.matchAll(/\bt\(\s*'([\w.-]+)'/g)
      const titles = text.matchAll(/title: '([\w-]+\.[\w.-]+)'/g)
      return [...calls, ...titles].map((match) => match[1] ?? '')
    })
    expect(asked.length).toBeGreaterThan(100)
    expect([...new Set(asked)].filter((key) => !zh.has(key))).toEqual([])
  })

  it('hold a group for every key that is put together', () => {
    const folder = join(import.meta.dirname, '..')
    const groups = sources(folder).flatMap((path) => {
      const calls = readFileSync(path, 'utf8').matchAll(/\bt\(\s*`([\w.-]+)\.\$\{/g)
      return [...calls].map((match) => match[1] ?? '')
    })
    expect(groups.length).toBeGreaterThan(20)
    const missing = groups.filter(
      (group) => ![...zh.keys()].some((key) => key.startsWith(`${group}.`)),
    )
    expect(missing).toEqual([])
  })

  it('hold no key that no page asks for', () => {
    const text = sources(join(import.meta.dirname, '..'))
      .map((path) => readFileSync(path, 'utf8'))
      .join('\n')
    const named = new Set([...text.matchAll(/['"`]([\w-]+(?:\.[\w-]+)+)['"`]/g)].map((it) => it[1]))
    const groups = [...text.matchAll(/`([\w.-]+)\$\{/g)].map((it) => it[1] ?? '')
    const idle = [...zh.keys()].filter(
      (key) => !named.has(key) && !groups.some((group) => key.startsWith(group)),
    )
    expect(idle).toEqual([])
  })
})
