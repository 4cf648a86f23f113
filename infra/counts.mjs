// Adds up machine-readable test reports: `node counts.mjs junit|vitest|playwright FILE...`.
// Prints "PASSED FAILED" on the first line, then one excerpt for each failure.
import { readFileSync } from 'node:fs'

const EXCERPT_LINES = 12
const [kind, ...files] = process.argv.slice(2)
let passed = 0
let failed = 0
const excerpts = []

function fail(name, message) {
  failed += 1
  const lines = (message ?? '').trim().split('\n').slice(0, EXCERPT_LINES)
  excerpts.push([`FAILED ${name}`, ...lines.map((line) => `    ${line.slice(0, 300)}`)].join('\n'))
}

const entities = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }
const plain = (text) =>
  text
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, '$1')
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&(lt|gt|quot|apos|amp);/g, (_, name) => entities[name])

function attribute(tag, name) {
  const match = tag.match(new RegExp(`\\s${name}="([^"]*)"`))
  return match ? plain(match[1]) : ''
}

function junit(text) {
  for (const [, open, body] of text.matchAll(/<testcase\b([^>]*?)(?:\/>|>([\s\S]*?)<\/testcase>)/g)) {
    const problem = body?.match(/<(failure|error)\b([^>]*?)(?:\/>|>([\s\S]*?)<\/\1>)/)
    if (problem) {
      fail(`${attribute(open, 'classname')}: ${attribute(open, 'name')}`, plain(problem[3] ?? attribute(problem[2], 'message')))
    } else if (!/<skipped\b/.test(body ?? '')) {
      passed += 1
    }
  }
}

function vitest(report) {
  for (const file of report.testResults) {
    if (file.status === 'failed' && file.assertionResults.length === 0) {
      fail(file.name, file.message)
    }
    for (const test of file.assertionResults) {
      if (test.status === 'passed') {
        passed += 1
      } else if (test.status === 'failed') {
        fail(test.fullName, test.failureMessages.join('\n'))
      }
    }
  }
}

function playwright(report) {
  const visit = (suite, path) => {
    for (const spec of suite.specs ?? []) {
      for (const test of spec.tests) {
        if (test.status === 'expected') {
          passed += 1
        } else if (test.status !== 'skipped') {
          const error = test.results.at(-1)?.error?.message
          // eslint-disable-next-line no-control-regex
          fail([...path, spec.title].join(' > '), error?.replace(/\u001b\[[0-9;]*m/g, ''))
        }
      }
    }
    for (const child of suite.suites ?? []) {
      visit(child, [...path, child.title])
    }
  }
  for (const suite of report.suites) {
    visit(suite, [suite.title])
  }
  for (const error of report.errors) {
    fail('browser run', error.message)
  }
}

for (const file of files) {
  const text = readFileSync(file, 'utf8')
  if (kind === 'junit') {
    junit(text)
  } else if (kind === 'vitest') {
    vitest(JSON.parse(text))
  } else {
    playwright(JSON.parse(text))
  }
}
console.log(`${passed} ${failed}`)
for (const excerpt of excerpts) {
  console.log(excerpt)
}
