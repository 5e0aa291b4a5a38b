/** Every template and style sheet through wcc and wcsc, the compilers inside of WeChat. */
import { cpSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import compiler from 'miniprogram-compiler'

const faultOf = (compile) => {
  try {
    compile()
    return []
  } catch (fault) {
    return [String(fault.message).trim()]
  }
}

export const templateFaults = (folder, files, workshop) => {
  const checked = files.filter((file) => /\.wx(ml|ss)$/.test(file) && !file.includes('node_modules/'))
  // Alone: beside their .json files the compiler would look for the components of packages, where none are.
  const alone = mkdtempSync(join(workshop, 'templates-'))
  for (const file of checked) cpSync(join(folder, file), join(alone, file))
  const faults = [
    ...faultOf(() => compiler.wxmlToJs(alone)),
    ...(checked.some((file) => file.endsWith('.wxss')) ? faultOf(() => compiler.wxssToJs(alone)) : []),
  ]
  return { checked: checked.length, faults }
}
