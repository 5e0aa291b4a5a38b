// The import table: each room imports itself and the rooms named here. Every rule is seen to fire by
// spec/package/boundaries.spec.ts.
//
//     errors, status-codes, link <- call <- recording, policies <- run <- app <- entries <- component
//                                             wx (adapters) <------------ app
//     lib, component <- devtools;   tccc-wx-sdk by its name <- call-centre, examples
const { join } = require('node:path')

const rxjs = '(^|/)node_modules/rxjs/'
const specs = '^spec/|^(devtools|call-centre|examples)/.*/?spec/'

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

/** `room` of lib imports nothing of ours but itself and `others`. */
const importsOnly = (room, ...others) =>
  rule(
    `${room}-imports-only`,
    `lib/${room}/ imports nothing of ours but ${['itself', ...others].join(', ')}`,
    { path: `^lib/${room}/` },
    { path: '^(lib|component)/', pathNot: `^lib/(${[room, ...others].join('|')})(/|[.]ts$)` },
  )

module.exports = {
  forbidden: [
    rule('no-cycles', 'What needs each other is one idea, or has a third below it', {}, { circular: true }),

    importsOnly('errors', 'status-codes'),
    importsOnly('status-codes', 'errors'),
    importsOnly('link'),
    importsOnly('call', 'errors', 'status-codes', 'link/(codec|gateway|messages|retry-delay|shapes)'),
    importsOnly('recording', 'errors', 'status-codes', 'call'),
    importsOnly('policies', 'call', 'link/retry-delay'),
    importsOnly('run', 'errors', 'status-codes', 'link', 'call', 'recording', 'policies'),
    importsOnly('wx', 'errors', 'link', 'call'),
    importsOnly('app', 'errors', 'status-codes', 'link', 'call', 'recording', 'policies', 'run', 'wx'),
    rule('rxjs-stands-alone', 'It is RxJS and nothing else', { path: '^lib/entries/rxjs[.]ts$' }, { path: '^lib/' }),
    rule(
      'call-without-rxjs',
      'What decides is readable without RxJS',
      { path: '^lib/(call|recording|errors|status-codes)/|^lib/link/(?!(link|gateway|socket)[.]ts$)' },
      { path: rxjs },
    ),

    rule(
      'entries-are-for-users',
      'Inside lib, import the file itself',
      { path: '^lib/', pathNot: '^lib/entries/' },
      { path: '^lib/entries/' },
    ),
    rule(
      'component-by-entry',
      'The component is made of what everybody can import',
      { path: '^component/' },
      { path: '^lib/', pathNot: '^lib/entries/' },
    ),
    rule(
      'lib-stands-alone',
      'No tool and no centre is known to what ships in a mini program',
      { path: '^(lib|component)/' },
      { path: '^(devtools|call-centre|examples)/' },
    ),
    rule(
      'sdk-without-centre',
      'The call centre is a package of its own, made of the SDK and never the other way',
      { path: '^devtools/(black-box|check|command|dictionaries|inspector/panel)/' },
      { path: '^call-centre/' },
    ),
    rule('lib-before-component', 'The core knows no component', { path: '^lib/' }, { path: '^component/' }),
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
        pathNot: '^lib/(testing|call)/|^lib/run/create-call[.]ts$|^lib/link/messages[.]ts$',
        dependencyTypesNot: ['type-only'],
      },
    ),
    rule(
      'testing-stays-out',
      'No code that ships in a mini program needs the kit',
      { path: '^(lib|component)/', pathNot: '^lib/(testing/|entries/testing[.]ts$)' },
      { path: '^lib/(testing/|entries/testing[.]ts$)' },
    ),

    rule('spec-is-a-leaf', 'Nothing imports a spec', { pathNot: specs }, { path: specs }),
    rule(
      'sdk-by-name',
      'An example and the call centre read as a user writes them',
      { path: '^(examples|call-centre)/', pathNot: specs },
      { path: '^(lib|component|devtools)/', dependencyTypesNot: ['aliased'] },
    ),
  ],
  options: {
    doNotFollow: { path: '(^|/)node_modules/' },
    exclude: { path: '^(dist|miniprogram_dist|[.]build|call-centre/dist)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: join(process.cwd(), 'internal/tsconfig.build.json') },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['types', 'import', 'require', 'default'] },
  },
}
