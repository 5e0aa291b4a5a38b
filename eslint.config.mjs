import { defineConfig, globalIgnores } from 'eslint/config'
import rxjsX from 'eslint-plugin-rxjs-x'
import tseslint from 'typescript-eslint'

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
  globalIgnores(['dist/', 'miniprogram_dist/', '.build/', 'examples/*/build/', 'coverage/']),
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked, rxjsX.configs.recommended],
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      'max-lines': ['error', { max: 200, ...lines }],
      'max-lines-per-function': ['error', { max: 40, ...lines }],
      '@typescript-eslint/ban-ts-comment': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'rxjs-x/finnish': ['error', { functions: false, methods: false, strict: true }],
    },
  },
  {
    files: ['lib/**/*.ts', 'component/**/*.ts'],
    extends: [rxjsX.configs.strict],
    rules: {
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      'no-console': 'error',
    },
  },
  {
    // A spec's subscriptions live as long as the spec; everybody else says who ends them.
    files: ['lib/**/*.ts', 'component/**/*.ts', 'examples/**/*.ts'],
    ignores: ['**/spec/**'],
    rules: { 'rxjs-x/no-ignored-subscription': 'error' },
  },
  {
    files: ['lib/**/*.ts'],
    ignores: ['lib/wx/**'],
    rules: { 'no-restricted-syntax': ['error', wxIsNamedElsewhere] },
  },
  {
    files: ['lib/**/*.ts'],
    ignores: ['lib/wx/**', 'lib/login.ts', 'lib/login/**', 'lib/start-call.ts', 'lib/start-call/**'],
    rules: { 'no-restricted-syntax': ['error', wxIsNamedElsewhere, ...hiddenFromVirtualTime] },
  },
  {
    files: ['spec/**/*.ts', 'examples/**/spec/**/*.ts'],
    rules: {
      'max-lines': ['error', { max: 250, ...lines }],
      'max-lines-per-function': 'off',
    },
  },
)
