/** The phone with somebody's own mini program in it. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { loadSource } from './load-source.mjs'

const OUT = '.build/phone'

/** Where the package is after 构建 npm, or before it. */
const PLACES = ['miniprogram_npm/tccc-wx-sdk', 'node_modules/tccc-wx-sdk/miniprogram_dist']

/** Answers with the folder of the built page. Rejects with words for the person at the keyboard. */
export const buildPhoneOf = async (programFolder, outFolder = OUT) => {
  if (!existsSync(join(programFolder, 'app.json'))) {
    throw new Error(`${resolve(programFolder)} is no mini program: it has no app.json. Give --program <folder>.`)
  }
  const packageFolder = PLACES.map((place) => join(programFolder, place)).find((place) => existsSync(place))
  if (packageFolder === undefined) {
    throw new Error(
      `tccc-wx-sdk is not installed in ${resolve(programFolder)}. Run npm install there, as the README says.`,
    )
  }
  const { buildPhone } = await loadSource('examples/phone/build.ts')
  await buildPhone({ outFolder, programFolder, packageFolder })
  return outFolder
}
