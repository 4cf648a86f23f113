import { RuleTester } from 'eslint'
import { describe, it } from 'vitest'
import parser from 'vue-eslint-parser'
import rule from './icon-button-accessible-name.js'

RuleTester.describe = describe
RuleTester.it = it

const tester = new RuleTester({ languageOptions: { parser, ecmaVersion: 2022 } })
const page = (template: string) => ({ filename: 'A.vue', code: `<template>${template}</template>` })

tester.run('icon-button-accessible-name', rule, {
  valid: [
    page('<button>Save</button>'),
    page('<button>{{ label }}</button>'),
    page('<button aria-label="Close"><i class="icon" /></button>'),
    page('<el-button :aria-label="label"><el-icon /></el-button>'),
    page('<button><slot /></button>'),
  ],
  invalid: [
    { ...page('<button><i class="icon" /></button>'), errors: [{ messageId: 'missing' }] },
    { ...page('<el-button :icon="Close" />'), errors: [{ messageId: 'missing' }] },
  ],
})
