/** The outcome of one mini program, for people. */
const bytes = (count) => `${String(count).padStart(9)} B`

const total = (files) => files.reduce((sum, file) => sum + file.bytes, 0)

/** All mini programs pack the same files, so they are listed once. */
let isListed = false

export const tell = (name, { packed, compiled = [], components = [], templates, warnings }) => {
  const ours = compiled.filter(({ path }) => path.includes('miniprogram_npm/tccc-wx-sdk/'))
  console.log(`\n${name}`)
  for (const file of isListed ? [] : packed) console.log(`  ${bytes(file.bytes)}  ${file.path}`)
  isListed = true
  console.log(`  ${bytes(total(packed))}  packed, of ${packed.length} files`)
  console.log(`  ${bytes(total(compiled))}  compiled, of ${compiled.length} files; the SDK: ${total(ours)} B`)
  console.log(`  components: ${[...new Set(components)].join(', ')}; wcc and wcsc: ${templates} files`)
  for (const warning of warnings) console.log(`  FAIL ${warning}`)
}
