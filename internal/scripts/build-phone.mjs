/** The phone with somebody's own mini program in it. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { loadSource } from './load-source.mjs'

/** Of its own for each run: two of them show two mini programs. */
const ownFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'tccc-phone-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Where the package is after 构建 npm, or before it. */
const PLACES = ['miniprogram_npm/tccc-wx-sdk', 'node_modules/tccc-wx-sdk/miniprogram_dist']

/** Answers with the folder of the built page. Rejects with words for the person at the keyboard. */
export const buildPhoneOf = async (programFolder, outFolder = ownFolder()) => {
  if (!existsSync(join(programFolder, 'app.json'))) {
    throw new Error(`${resolve(programFolder)} is no mini program: it has no app.json. Give --program <folder>.`)
  }
  const packageFolder = PLACES.map((place) => join(programFolder, place)).find((place) => existsSync(place))
  if (packageFolder === undefined) {
    throw new Error(
      `tccc-wx-sdk is not installed in ${resolve(programFolder)}. Run npm install there, as the README says.`,
    )
  }
  const { buildPhone } = await loadSource('devtools/phone/build.ts')
  await buildPhone({ outFolder, programFolder, packageFolder })
  return outFolder
}
