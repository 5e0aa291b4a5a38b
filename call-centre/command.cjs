#!/usr/bin/env node
// npm links a command when it installs, before anything is built: so this file is there from the beginning.
const { existsSync } = require('node:fs')
const { join } = require('node:path')

const built = join(__dirname, 'dist/main.cjs')
if (existsSync(built)) require(built)
else {
  console.error('The call centre is not built yet. Run npm run build at the top of the clone.')
  process.exitCode = 2
}
