/**
 * One mini program through WeChat’s own builder: `node build-app.mjs <folder> <file for the outcome>`. A process of its
 * own, because the builder remembers what it has read, prints, and does not end.
 */
import { generateKeyPairSync } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ci from 'miniprogram-ci'

const [, , folder, outcomeFile] = process.argv

// Nothing leaves this machine: no upload, no preview, and what the builder asks of WeChat finds a closed door.
ci.proxy('http://127.0.0.1:9')

const key = { type: 'pkcs1', format: 'pem' }
const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: key,
  publicKeyEncoding: key,
})
writeFileSync(`${outcomeFile}.pem`, privateKey)
const project = new ci.Project({
  appid: 'wx0123456789abcdef',
  type: 'miniProgram',
  projectPath: folder,
  privateKeyPath: `${outcomeFile}.pem`,
  ignores: ['**/node_modules/**/*'],
})
// Without these the builder asks WeChat for the attributes of the account, and does nothing.
project.attr = async () => ci.DefaultProjectAttr

const { pages, subPackages = [] } = JSON.parse(readFileSync(join(folder, 'app.json'), 'utf8'))
const pagePaths = [...pages, ...subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`))]

const build = async () => {
  const configs = []
  for (const pagePath of pagePaths) configs.push(await ci.getPageJSON(project, { pagePath, miniprogramRoot: '' }))
  const { files } = await ci.analyseCode(project)
  const quality = await ci.checkCodeQuality(project)
  const compiled = await ci.getCompiledResult(
    { project, version: '1.0.0', desc: '', setting: { useProjectConfig: true }, onProgressUpdate: () => {} },
    `${outcomeFile}.zip`,
  )
  return {
    components: configs.flatMap(({ usingComponents = {} }) => Object.values(usingComponents)),
    analysed: files.map(({ path, subPackage }) => ({ path, subPackage })),
    quality: quality.map(({ name, success, text }) => ({ name, success, text })),
    compiled: Object.entries(compiled).map(([path, content]) => ({ path, bytes: Buffer.byteLength(content) })),
  }
}

const outcome = await build().catch((error) => ({ error: String(error?.message ?? error) }))
writeFileSync(outcomeFile, JSON.stringify(outcome))
process.exit(0)
