// The import table: each layer imports itself and what stands to its left.
// errors, status-codes <- events <- session <- signalling, media, environment, quality, policies, black-box <- call.ts <- index.ts <- component
const layers = '^lib/(signalling|media|environment|quality|policies|black-box)/'
const pure = '^lib/(errors|status-codes|events|session)/|^lib/signalling/(messages|codec|outbox|sent-letter)[.]ts$'
// What a call sends is a pure function of a transition: a recording that is replayed, and the kit, tell it too.
const told = 'lib/signalling/(messages|outbox|sent-letter)[.]ts$'
const rxjs = '(^|/)node_modules/rxjs/'
const specs = '^spec/|^examples/.*/spec/'
const entries =
  '^lib/((index|call|login|readiness|rxjs|tones)|(policies|testing|black-box)/index)[.]ts$|^lib/signalling/protocol[.]schema[.]json$'

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })
const importsOnly = (name, from, allowed) =>
  rule(
    name,
    `${from} imports nothing of ours but ${allowed}`,
    { path: from },
    { path: '^(lib|component)/', pathNot: allowed },
  )

module.exports = {
  forbidden: [
    rule('no-cycles', 'What needs each other is one idea, or has a third below it', {}, { circular: true }),

    importsOnly('tables-come-first', '^lib/(errors|status-codes)/', '^lib/(errors|status-codes)/'),
    importsOnly('events-before-session', '^lib/events/', '^lib/(errors|status-codes|events)/'),
    importsOnly('session-before-layers', '^lib/session/', '^lib/(errors|status-codes|events|session)/'),
    importsOnly('layers-side-by-side', layers, `^lib/(errors|status-codes|events|session|$1)/|^${told}`),
    importsOnly(
      'call-before-index',
      '^lib/call([.]ts$|/)',
      '^lib/(errors|status-codes|events|session|signalling|media|environment|quality|policies|black-box|call)(/|[.]ts$)',
    ),
    importsOnly(
      'wx-is-an-edge',
      '^lib/wx/',
      '^lib/(errors|status-codes|events|session|signalling|media|environment|log|login|readiness|wx)/',
    ),
    importsOnly('readiness-is-pure', '^lib/readiness/', '^lib/(errors|events|readiness)/'),
    importsOnly('rxjs-stands-alone', '^lib/rxjs[.]ts$', '^$'),

    rule('index-is-for-users', 'Inside lib, import the file itself', { path: '^lib/' }, { path: '^lib/index[.]ts$' }),
    rule('lib-before-component', 'The core knows no component', { path: '^lib/' }, { path: '^component/' }),
    rule('pure-without-rxjs', 'What decides is readable without RxJS', { path: pure }, { path: rxjs }),
    rule(
      'only-rxjs-is-bundled',
      'A mini program gets RxJS and nothing else with us',
      { path: '^(lib|component)/' },
      {
        dependencyTypes: ['npm', 'npm-dev', 'npm-no-pkg', 'npm-unknown', 'core'],
        pathNot: `${rxjs}|/miniprogram-api-typings/`,
      },
    ),

    rule(
      'testing-types-only',
      'The kit drives the real call with its own fakes; of what touches the world it sees types',
      { path: '^lib/testing/' },
      {
        path: '^lib/',
        pathNot: `^lib/(testing/|events/|session/|call[.]ts$)|^${told}`,
        dependencyTypesNot: ['type-only'],
      },
    ),
    rule(
      'testing-stays-out',
      'No code that ships in a mini program needs the kit',
      { path: '^(lib|component)/', pathNot: '^lib/testing/' },
      { path: '^lib/testing/' },
    ),

    rule('spec-is-a-leaf', 'Nothing imports a spec', { pathNot: specs }, { path: specs }),
    rule(
      'examples-by-name',
      'An example reads as a user writes it',
      { path: '^examples/' },
      { path: '^(lib|component)/', dependencyTypesNot: ['aliased'] },
    ),
    rule('examples-by-entry', 'Only what is exported', { path: '^examples/' }, { path: '^lib/', pathNot: entries }),
  ],
  options: {
    doNotFollow: { path: '(^|/)node_modules/' },
    exclude: { path: '^(dist|miniprogram_dist|[.]build)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['types', 'import', 'require', 'default'] },
  },
}
