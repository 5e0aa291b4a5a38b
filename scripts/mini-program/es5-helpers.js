/** What TypeScript's ES5 leans on: WeChat's base library brings Object.assign, so a spread needs no helper of its own. */
export var __assign = Object.assign
export * from 'tslib/tslib.es6.js'
