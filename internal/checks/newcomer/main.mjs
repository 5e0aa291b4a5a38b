/** `node internal/checks/newcomer/main.mjs <empty folder> [page]`: prints where the mini program is. */
import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { packInto } from '../pack.mjs'
import { followReadme } from './follow-readme.mjs'

const folder = resolve(process.argv[2] ?? '')
const page = process.argv[3] ?? 'README.zh-CN.md'
mkdirSync(folder, { recursive: true })
const tarball = packInto(folder)
console.log(followReadme({ folder, tarball, page }))
