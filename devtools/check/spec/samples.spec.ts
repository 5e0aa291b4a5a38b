/** What the guide prints, pasted; and what this project prints, which has to be without a fault. */
import { join } from 'node:path'
import { blocksOf, pages, root } from '../../../spec/docs/markdown'
import { check } from '../check'
import { readFolder } from '../read-folder'
import { programWith } from './program'

const told = (files: Parameters<typeof check>[0]) =>
  check(files).findings.map(({ code, file, line, cause }) =>
    `${file}:${line} ${code} ${cause.en.split(' names ')[1]?.split(',')[0] ?? ''}`.trim(),
  )

/** Step 2 of the guide, and its events as far as they are functions; the handlers that it names and never prints are left out. */
const GUIDE = {
  'pages/call/call.wxml':
    '<tccc-wx-sdk id="tcccSdk" sdkAppId="{{sdkAppId}}" bind:error="handleTcccError" bind:sessionEnded="handleEnd" bind:accepted="handleAccept" bind:sessionStart="handleStart"/>',
  'pages/call/call.js': `Page({
  handleStart() {
    wx.showToast({ icon: 'success', title: '通话开始' })
  },
  handleAccepted(){
    wx.showToast({ icon: 'none', title: '对方已接听' })
  },
  handleSessionEnded({ closeBy }){
    if (closeBy === 'admin') {
      wx.showToast({ icon: 'none', title: '系统原因挂断' })
    } else if(cloeBy === 'seat') {
      wx.showToast({ icon: 'none', title: '通话结束，对方已挂断' })
    }
  },
})`,
}

describe('the guide, pasted', () => {
  it('names handlers that it does not print', () => {
    expect(told(programWith(GUIDE))).toEqual([
      'pages/call/call.js:11 NAME_UNKNOWN',
      'pages/call/call.wxml:1 HANDLER_MISSING handleTcccError',
      'pages/call/call.wxml:1 HANDLER_MISSING handleEnd',
      'pages/call/call.wxml:1 HANDLER_MISSING handleAccept',
    ])
  })

  it('with the tag of its last chapter: a quotation mark, and a payload off the event', () => {
    const wxml = '<tccc-wx-sdk bind:sessionEnded="handleSessionEnded>\n'
    expect(told(programWith({ ...GUIDE, 'pages/call/call.wxml': wxml }))).toEqual([
      'pages/call/call.js:8 PAYLOAD_OFF_EVENT',
      'pages/call/call.js:11 NAME_UNKNOWN',
      'pages/call/call.wxml:1 TEMPLATE_BROKEN',
      'pages/call/call.wxml:1 TEMPLATE_BROKEN',
    ])
  })
})

it('examples/mini-program is without a fault', () => {
  expect(told(readFolder(join(root, 'examples/mini-program')))).toEqual([])
})

const withTemplates = pages.filter((page) => blocksOf(page).some(({ language }) => language === 'html'))

describe.each(withTemplates)('%s', (page) => {
  const blocks = blocksOf(page)
  const templates = blocks.filter(({ language }) => language === 'html')

  it.each(templates.map(({ code }, index) => [index, code] as const))('template %i is without a fault', (_, code) => {
    // A page is a template, and the next script that registers one.
    const after = blocks.slice(blocks.findIndex((block) => block.code === code))
    const js = after.find((block) => block.language === 'js' && /\b(Page|Component)\(/.test(block.code))?.code ?? ''
    const tags = {
      'tccc-wx-sdk': 'tccc-wx-sdk',
      'tccc-pusher': 'tccc-wx-sdk/pusher',
      'tccc-player': 'tccc-wx-sdk/player',
      'call-panel': 'tccc-wx-sdk/panel',
      'call-bar': 'tccc-wx-sdk/bar',
      'rating-card': 'tccc-wx-sdk/rating-card',
      'waiting-card': 'tccc-wx-sdk/waiting-card',
    }
    const json = JSON.stringify({ usingComponents: { ...tags, 'tccc-wx-sdk-inspector': 'tccc-wx-sdk/inspector' } })
    const files = { 'pages/call/call.wxml': code, 'pages/call/call.js': js, 'pages/call/call.json': json }
    expect(told(programWith(files))).toEqual([])
  })
})
