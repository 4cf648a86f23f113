import js from '@eslint/js'
import prettier from 'eslint-config-prettier'
import vue from 'eslint-plugin-vue'
import globals from 'globals'
import ts from 'typescript-eslint'
import iconButtonAccessibleName from './eslint-rules/icon-button-accessible-name.js'

const acrossFeatures = {
  group: ['@/features/*/*'],
  message: 'Import another feature only through its index.ts.',
}

export default ts.config(
  {
    ignores: [
      'dist',
      'test-results',
      'playwright-report',
      'src/components.d.ts',
      'src/api/generated',
    ],
  },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...vue.configs['flat/recommended'],
  {
    languageOptions: {
      globals: { ...globals.browser, ...globals.node },
      parserOptions: { parser: ts.parser },
    },
    plugins: { house: { rules: { 'icon-button-accessible-name': iconButtonAccessibleName } } },
    rules: {
      'no-undef': 'off',
      eqeqeq: ['error', 'always'],
      'no-console': 'error',
      'no-restricted-imports': ['error', { patterns: [acrossFeatures] }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
      'vue/define-macros-order': [
        'error',
        { order: ['defineOptions', 'defineModel', 'defineProps', 'defineEmits', 'defineSlots'] },
      ],
      'vue/match-component-file-name': ['error', { extensions: ['vue'], shouldMatchCase: true }],
      'vue/multi-word-component-names': 'off',
      'vue/require-default-prop': 'off',
      'vue/no-unused-refs': 'error',
      'vue/max-lines-per-block': ['error', { script: 180, template: 220, style: 120 }],
      'house/icon-button-accessible-name': 'error',
    },
  },
  {
    files: ['src/features/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            acrossFeatures,
            { group: ['@/app/*'], message: 'A feature does not know the application around it.' },
            { group: ['../*'], message: 'A feature is one flat folder.' },
          ],
        },
      ],
    },
  },
  {
    files: ['src/ui/**', 'src/lib/**', 'src/api/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['@/features/*', '@/app/*'], message: 'Arrows point downwards.' }] },
      ],
    },
  },
  {
    files: ['src/app/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: '^@/features/[a-z-]+/(?!routes$)', message: 'Only index.ts or routes.ts.' },
          ],
        },
      ],
    },
  },
  prettier,
)
