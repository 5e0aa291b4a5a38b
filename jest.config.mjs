const project = (name, rest) => ({
  displayName: name,
  testEnvironment: 'node',
  transform: { '\\.ts$': ['ts-jest', { tsconfig: '<rootDir>/tsconfig.jest.json' }] },
  moduleNameMapper: {
    '^tccc-wx-sdk$': '<rootDir>/lib/index.ts',
    '^tccc-wx-sdk/(.*)$': '<rootDir>/lib/$1',
  },
  modulePathIgnorePatterns: [
    '<rootDir>/checks/',
    '<rootDir>/dist/',
    '<rootDir>/miniprogram_dist/',
    '<rootDir>/.build/',
  ],
  ...rest,
})

export default {
  projects: [
    project('unit', {
      testMatch: ['<rootDir>/spec/**/*.spec.ts', '<rootDir>/examples/**/spec/**/*.spec.ts'],
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/spec/package/', '<rootDir>/spec/end-to-end/'],
    }),
    // These look at the build, which `npm test` makes first.
    project('package', { testMatch: ['<rootDir>/spec/package/**/*.spec.ts'] }),
    // These share one browser and real time, so `npm test` runs them one after another.
    project('end-to-end', { testMatch: ['<rootDir>/spec/end-to-end/**/*.spec.ts'] }),
  ],
}
