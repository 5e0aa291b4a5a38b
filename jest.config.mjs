const project = (name, rest) => ({
  displayName: name,
  testEnvironment: 'node',
  transform: { '\\.ts$': ['ts-jest', { tsconfig: '<rootDir>/internal/tsconfig.jest.json' }] },
  moduleNameMapper: {
    '^tccc-wx-sdk$': '<rootDir>/lib/entries/index.ts',
    '^tccc-wx-sdk/black-box$': '<rootDir>/devtools/black-box/index.ts',
    '^tccc-wx-sdk/signalling/protocol.schema.json$': '<rootDir>/lib/link/protocol.schema.json',
    '^tccc-wx-sdk/(.*)$': '<rootDir>/lib/entries/$1',
  },
  modulePathIgnorePatterns: [
    '<rootDir>/internal/checks/',
    '<rootDir>/dist/',
    '<rootDir>/call-centre/dist/',
    '<rootDir>/miniprogram_dist/',
    '<rootDir>/.build/',
  ],
  ...rest,
})

export default {
  projects: [
    project('unit', {
      testMatch: ['<rootDir>/{spec,devtools,call-centre,examples}/**/*.spec.ts'],
      testPathIgnorePatterns: [
        '/node_modules/',
        '<rootDir>/spec/package/',
        '<rootDir>/spec/end-to-end/',
        '<rootDir>/spec/external/',
      ],
    }),
    // These look at the build, which `npm test` makes first.
    project('package', { testMatch: ['<rootDir>/spec/package/**/*.spec.ts'] }),
    // These share one browser and real time, so `npm test` runs them one after another.
    project('end-to-end', { testMatch: ['<rootDir>/spec/end-to-end/**/*.spec.ts'] }),
    // These need nginx, coturn and others, so `npm run test:external` runs them.
    project('external', { testMatch: ['<rootDir>/spec/external/**/*.spec.ts'] }),
  ],
}
