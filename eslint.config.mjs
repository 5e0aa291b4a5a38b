import { defineConfig, globalIgnores } from 'eslint/config'
import rxjsX from 'eslint-plugin-rxjs-x'
import tseslint from 'typescript-eslint'
import { dollar } from './internal/scripts/lint/dollar.mjs'
import { unchanging } from './internal/scripts/lint/unchanging.mjs'

const lines = { skipBlankLines: true, skipComments: false }

const wxIsNamedElsewhere = {
  selector: 'Identifier[name="wx"]',
  message: '`wx` is named only in lib/wx/ and component/.',
}

const hiddenFromVirtualTime = [
  { selector: ':function[async=true]', message: 'Promises are invisible to virtual time; use an Observable.' },
  { selector: 'Identifier[name="Promise"]', message: 'Promises are invisible to virtual time; use an Observable.' },
  {
    selector: 'Identifier[name=/^(firstValueFrom|lastValueFrom|queueMicrotask)$/]',
    message: 'Promises are invisible to virtual time; use an Observable.',
  },
  {
    selector: 'Identifier[name=/^(set|clear)(Timeout|Interval|Immediate)$/]',
    message: 'Raw timers are invisible to virtual time; use the scheduler.',
  },
  {
    selector:
      ':matches(MemberExpression[object.name="Date"][property.name="now"], NewExpression[callee.name="Date"][arguments.length=0])',
    message: 'Ask the scheduler for the time.',
  },
]

export default defineConfig(
  globalIgnores(['**/dist/', 'miniprogram_dist/', '.build/', 'coverage/']),
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    plugins: { ours: { rules: { dollar, unchanging } } },
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked, rxjsX.configs.recommended],
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      'max-lines': ['error', { max: 300, ...lines }],
      'max-lines-per-function': ['error', { max: 40, ...lines }],
      '@typescript-eslint/ban-ts-comment': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'ours/dollar': 'error',
    },
  },
  {
    files: ['lib/**/*.ts', 'component/**/*.ts'],
    rules: { 'ours/unchanging': 'error' },
  },
  {
    files: ['lib/app/app.ts'],
    rules: { 'ours/unchanging': ['error', { makes: true }] },
  },
  {
    files: ['lib/**/*.ts', 'component/**/*.ts', 'devtools/{black-box,dictionaries,inspector/panel}/**/*.ts'],
    rules: {
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      'rxjs-x/no-exposed-subjects': 'error',
      'rxjs-x/no-floating-observables': 'error',
      'rxjs-x/no-ignored-default-value': 'error',
      'rxjs-x/no-ignored-subscription': 'error',
      'rxjs-x/no-misused-observables': 'error',
      'rxjs-x/no-sharereplay-before-takeuntil': 'error',
      'rxjs-x/no-subclass': 'error',
      'rxjs-x/no-unnecessary-collection': 'error',
      'no-console': 'error',
    },
  },
  {
    // What only a developer can mend is told where a developer looks.
    files: ['lib/app/second-copy.ts'],
    rules: { 'no-console': ['error', { allow: ['warn'] }] },
  },
  {
    // A policy is read as a model, and it runs inside somebody else's page.
    files: ['examples/policies/**/*.ts', 'examples/mini-program/**/*.ts'],
    ignores: ['**/spec/**'],
    rules: { 'rxjs-x/no-ignored-subscription': 'error' },
  },
  {
    // Re-exporting a name is no use of one of its deprecated overloads.
    files: ['lib/entries/rxjs.ts'],
    rules: { '@typescript-eslint/no-deprecated': 'off' },
  },
  {
    files: ['lib/**/*.ts'],
    ignores: ['lib/wx/**'],
    rules: { 'no-restricted-syntax': ['error', wxIsNamedElsewhere] },
  },
  {
    files: ['lib/**/*.ts'],
    ignores: ['lib/wx/**', 'lib/app/**', 'lib/entries/login.ts'],
    rules: { 'no-restricted-syntax': ['error', wxIsNamedElsewhere, ...hiddenFromVirtualTime] },
  },
  {
    files: ['**/*.spec.ts', '**/spec/**/*.ts'],
    rules: { 'max-lines-per-function': 'off' },
  },
)
