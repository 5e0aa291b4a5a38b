/** Packs a mini program's npm packages as WeChat does, builds it, and gathers everything that is not in order. */
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'acorn'
import ci from 'miniprogram-ci'
import { templateFaults } from './templates.mjs'

/**
 * What the builder prints when all is well; any other line is a warning. The two of the white list of file extensions
 * are the closed door of build-app.mjs: the builder goes on with the list that it brings.
 */
const NOISE = [
  /^\[summer-compiler\] forkProcess/,
  /^serialize mini-weixin$/,
  /^Initial scan complete\. Ready for changes$/,
  /^\[miniprogram-builder\] (init|get)services? CI$/,
  /^\[info\] miniprogram-ci is using proxy: http:\/\/127\.0\.0\.1:9$/,
  /^\[error\] https:\/\/servicewechat\.com\/wxa\/ci\/getwhiteextlist Error: tunneling socket could not be established/,
  /^\[error\] get white ext list fail Error: tunneling socket could not be established/,
]

const filesIn = (folder) =>
  readdirSync(folder, { recursive: true })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => statSync(join(folder, file)).isFile())

/** What 构建 npm makes; more than one package would be a cost that nobody asked for. */
const pack = async (folder, npmAt) => {
  const packageJsonPath = join(folder, npmAt, 'package.json')
  const told = await ci.packNpmManually({ packageJsonPath, miniprogramNpmDistDir: join(folder, npmAt) })
  const isAlone = told.miniProgramPackNum === 1 && told.otherNpmPackNum === 0
  return [...told.warnList.map(String), ...(isAlone ? [] : [`packed more than the SDK: ${JSON.stringify(told)}`])]
}

const syntaxFaults = (folder, files) =>
  files
    .filter((file) => file.endsWith('.js'))
    .flatMap((file) => {
      try {
        parse(readFileSync(join(folder, file), 'utf8'), { ecmaVersion: 5 })
        return []
      } catch (fault) {
        return [`not ES5: ${file}: ${fault.message}`]
      }
    })

const build = (folder, outcomeFile) => {
  const args = [join(import.meta.dirname, 'build-app.mjs'), folder, outcomeFile]
  const { stdout, stderr } = spawnSync('node', args, { cwd: folder, encoding: 'utf8' })
  const lines = `${stdout}\n${stderr}`.split('\n').filter((line) => line.trim() !== '')
  const outcome = JSON.parse(readFileSync(outcomeFile, 'utf8'))
  return { outcome, printed: lines.filter((line) => !NOISE.some((known) => known.test(line))) }
}

/** A subpackage brings its own: nothing of it may burden the main package, which every user loads first. */
const misplaced = (analysed, npmAt) =>
  analysed
    .filter(({ path }) => path.includes('miniprogram_npm/'))
    .filter(({ subPackage }) => (subPackage ?? '.').replace(/\/$/, '') !== npmAt)
    .map(({ path, subPackage }) => `${path} is in ${subPackage ?? 'the main package'}`)

/** `spoil` gets at the mini program between the packing and the building. */
export const checkApp = async ({ folder, npmAt, workshop, spoil = () => {} }) => {
  const packing = await pack(folder, npmAt)
  const packedAt = join(npmAt, 'miniprogram_npm/tccc-wx-sdk')
  spoil({ folder, packed: join(folder, packedAt) })
  const packed = filesIn(join(folder, packedAt)).map((file) => `${packedAt}/${file}`)
  const { outcome, printed } = build(folder, join(workshop, 'outcome.json'))
  const poor = (outcome.quality ?? []).filter(({ success }) => !success).map(({ name, text }) => `${name}: ${text}`)
  const templates = templateFaults(folder, filesIn(folder), workshop)
  const error = outcome.error === undefined ? [] : [outcome.error]
  return {
    ...outcome,
    packed: packed.map((file) => ({ path: file, bytes: statSync(join(folder, file)).size })),
    templates: templates.checked,
    warnings: [
      ...packing,
      ...error,
      ...printed,
      ...poor,
      ...misplaced(outcome.analysed ?? [], npmAt),
      ...syntaxFaults(folder, packed),
      ...templates.faults,
    ],
  }
}
