/** Writes the repository's Markdown into .pages, as VitePress wants it: one folder a language, links rewritten. */
import { copyFileSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, extname, join, posix } from 'node:path'
import {
  addressOf,
  inChinese,
  isPicture,
  LINK,
  outsideOfCode,
  pageOf,
  read,
  root,
  targetOf,
  written,
} from './addresses.mjs'

/** What the contents do not lead to is no part of the site. */
const CONTENTS = ['docs/README.md', 'docs/README.zh-CN.md']

const linksOf = (page) =>
  outsideOfCode(read(page), (part) => part)
    .filter((_, index) => index % 2 === 0)
    .flatMap((part) => [...part.matchAll(LINK)].map(([, link]) => targetOf(page, link)))

/** Everything that a reader can come to by links, the contents first. */
const reachable = () => {
  const found = new Set(CONTENTS)
  for (const path of found) {
    if (path.endsWith('.md')) for (const target of linksOf(path)) found.add(pageOf(target) ?? target)
  }
  return [...found]
}

const rewritten = (page) => {
  const place = page.endsWith('.zh-CN.md') ? inChinese : (address) => address
  return outsideOfCode(read(page), (part) =>
    part.replace(LINK, (_, link, anchor = '') => `](${place(addressOf(targetOf(page, link)))}${anchor})`),
  ).join('')
}

/** The words that GitHub shows between a page's two languages are the site's own menu. */
const withoutLanguages = (text) => text.replace(/^\[(?:简体中文|English)\]\([^)]*\)\n\n/m, '')

const fenced = (file) => {
  const language = extname(file)
    .slice(1)
    .replace(/^[cm]js$/, 'js')
  return `# ${posix.basename(file)}\n\n\`${file}\`\n\n\`\`\`\`${language}\n${read(file)}\n\`\`\`\`\n`
}

const listed = (folder) => {
  const files = readdirSync(join(root, folder), { recursive: true })
    .map((name) => posix.join(folder, name.replaceAll('\\', '/')))
    .filter((file) => !file.includes('node_modules') && statSync(join(root, file)).isFile())
  return { files, text: `# ${folder}\n\n${files.map((file) => `- [${file}](${addressOf(file)})`).join('\n')}\n` }
}

const write = (address, text) => {
  const file = join(written, address)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

const writePage = (path) => {
  if (isPicture(path)) {
    const picture = join(written, 'public', path)
    mkdirSync(dirname(picture), { recursive: true })
    copyFileSync(join(root, path), picture)
  } else if (path.endsWith('.md')) write(addressOf(path), withoutLanguages(rewritten(path)))
  else if (statSync(join(root, path)).isDirectory()) {
    const { files, text } = listed(path)
    write(addressOf(path), text)
    files.forEach(writePage)
  } else write(addressOf(path), fenced(path))
}

rmSync(written, { recursive: true, force: true })
const paths = reachable()
paths.forEach(writePage)
console.log(`${paths.length} pages, pictures and sources`)
