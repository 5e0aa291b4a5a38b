/** A newcomer who does what a README says in an empty folder, command by command and file by file, and nothing else. */
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { INSTALLED, root } from '../pack.mjs'

const CHAPTER = { 'README.zh-CN.md': '接入您自己的小程序', 'README.md': 'In your own mini program' }

/** What was done before: a clone is packed once for all who follow. */
const DONE_BEFORE = ['cd tccc-wx-sdk\nnpm ci && npm pack']

/** What comes after: it needs a browser, and somebody who presses the button. */
const LEFT_TO_OTHERS = [/^npm start/]

/** The blocks of a chapter, each with the last line in front of it: `pages/call/call.js`. */
const stepsOf = (page) => {
  const [, chapter] = readFileSync(join(root, page), 'utf8').split(`\n## ${CHAPTER[page]}\n`)
  if (chapter === undefined) throw new Error(`${page} has no chapter ${CHAPTER[page]}`)
  const [text] = chapter.split('\n## ')
  return [...text.matchAll(/([^\n]*)\n\n```(\w+)\n([^]*?)\n```/g)].map(([, before, language, code]) => ({
    file: /`([\w./-]+\.\w+)`[:：]$/.exec(before)?.[1],
    language,
    code,
  }))
}

const run = (code, folder) => {
  const commands = code.replaceAll('npm install', `npm install ${INSTALLED.join(' ')}`)
  execFileSync('bash', ['-euc', commands], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
}

/** Answers with the folder of the mini program, which was empty when it began. */
export const followReadme = ({ folder: street, tarball, page }) => {
  const clone = join(street, 'tccc-wx-sdk')
  const folder = join(street, 'my-mini-program')
  mkdirSync(clone, { recursive: true })
  mkdirSync(folder)
  copyFileSync(tarball, join(clone, basename(tarball)))
  for (const { file, language, code } of stepsOf(page)) {
    if (language === 'sh') {
      if (DONE_BEFORE.includes(code) || LEFT_TO_OTHERS.some((known) => known.test(code))) continue
      run(code, clone)
    } else if (file === undefined) throw new Error(`${page} does not say which file this is:\n${code}`)
    else {
      mkdirSync(dirname(join(folder, file)), { recursive: true })
      writeFileSync(join(folder, file), `${code}\n`)
    }
  }
  return folder
}
