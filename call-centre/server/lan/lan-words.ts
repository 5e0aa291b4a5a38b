import { renderUnicodeCompact } from 'uqr'
import type { CentreConfig } from '../config/centre-config'
import type { TerminalLanguage } from '../terminal/words'

/** What the settings page of the example mini program reads: no secret, as who sees the terminal can photograph it. */
export interface LanSettings {
  readonly host: string
  readonly sdkAppId: string
  readonly channelId: string
}

type Lan = Pick<CentreConfig, 'sdkAppId' | 'channels' | 'media'>

/** Said before the address is listened on. */
export const lanNotice = (address: string, language: TerminalLanguage): string => lanTerms[language].opening(address)

/** What a developer has to know and to do, for the terminal. */
export function lanWords(url: string, { sdkAppId, channels, media }: Lan, language: TerminalLanguage): string {
  const words = lanTerms[language]
  const [channelId = ''] = Object.keys(channels)
  const settings: LanSettings = { host: url, sdkAppId, channelId }
  return [
    words.phones(url),
    words.entries(sdkAppId, Object.keys(channels).join(', ')),
    words.voice[media.plane],
    words.steps,
    onAnyTheme(renderUnicodeCompact(JSON.stringify(settings))),
    '',
  ].join('\n')
}

/** Light modules on a dark ground, whatever the colours of the terminal: scanners want them so. */
const onAnyTheme = (code: string): string =>
  code
    .split('\n')
    .map((line) => `\u001b[97;40m${line}\u001b[0m`)
    .join('\n')

const en = {
  opening: (address: string) =>
    `Opening ${address} to the local network: anybody there can log in and call. Everything else stays on this machine.`,
  phones: (url: string) => `Phones of the local network call ${url}`,
  entries: (sdkAppId: string, entries: string) => `SDKAppID ${sdkAppId}; entries: ${entries}`,
  voice: {
    trtc: 'Voice goes through rooms of TRTC.',
    rtmp: 'Voice goes through your RTMP server, at media.rtmp.publicUrl: give it an address that phones of the local network reach.',
    webrtc:
      'No voice: a real phone has no WebRTC. It rings, is answered, and ends as its media fail. Give a --config with media.plane "trtc" and its key, or "rtmp" and an RTMP server of yours.',
  },
  steps:
    'In WeChat DevTools: 详情 → 本地设置 → 不校验合法域名. On the phone, same Wi-Fi: preview with debugging on (⋯ → 打开调试),\nopen the page pages/settings of examples/mini-program, and scan. More: docs/start/real-phone.md',
}

const zh: typeof en = {
  opening: (address) => `即将向局域网开放 ${address}：同一网络中的任何人都能登录并呼叫。其余一切仍只在本机开放。`,
  phones: (url) => `局域网内的手机呼叫 ${url}`,
  entries: (sdkAppId, entries) => `SDKAppID ${sdkAppId}；呼叫入口：${entries}`,
  voice: {
    trtc: '语音走 TRTC 房间。',
    rtmp: '语音走您的 RTMP 服务器，地址为 media.rtmp.publicUrl：请填局域网内手机能访问的地址。',
    webrtc:
      '没有语音：真机不支持 WebRTC。能振铃、能接听，随后因媒体失败而结束。请用 --config 给出 media.plane 为 "trtc" 的配置及其密钥，或为 "rtmp" 的配置与您自己的 RTMP 服务器。',
  },
  steps:
    '开发者工具：详情 → 本地设置 → 不校验合法域名。手机连同一 Wi-Fi：预览并打开调试（⋯ → 打开调试），\n进入 examples/mini-program 的 pages/settings 页面扫码。详见 docs/start/real-phone.zh-CN.md',
}

const lanTerms: Readonly<Record<TerminalLanguage, typeof en>> = { en, zh }
