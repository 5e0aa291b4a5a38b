/** All that the phone can be told to do wrong, by name: for the panel, and for tests. Nothing here touches the phone. */
export interface Words {
  readonly en: string
  readonly zh: string
}

interface Group {
  readonly title: Words
  /** The codes or events that the mini program gets. */
  readonly acts: Readonly<Record<string, Words & { readonly codes: string }>>
}

const act = (en: string, zh: string, codes: string) => ({ en, zh, codes })

export const GROUPS = [
  {
    title: { en: 'Microphone', zh: '麦克风' },
    acts: {
      refuseMicrophone: act('Refuse it', '拒绝授权', '10002, -1302'),
      allowMicrophone: act('Allow it', '允许授权', ''),
      breakMicrophone: act('Opens, but gives no sound', '已打开但没有声音', '-1311'),
    },
  },
  {
    title: { en: 'Camera', zh: '摄像头' },
    acts: {
      refuseCamera: act('Refuse it', '拒绝授权', '10001, -1301'),
      allowCamera: act('Allow it', '允许授权', ''),
      breakCamera: act('Gives no picture any more', '画面中断', '-1301'),
    },
  },
  {
    title: { en: 'Room', zh: '房间' },
    acts: {
      loseRoom: act('Lost, and back in 2 s', '断开，2 秒后恢复', '1102 → 1018'),
      changeNetwork: act('Another network', '网络切换', '1021 → 1018'),
      giveUpRoom: act('Given up', '放弃重连', '-1307'),
      refuseRoom: act('Not let in', '进房失败', '1022'),
      sayUnknown: act('A code nobody knows', '未知状态码', '2027'),
    },
  },
  {
    title: { en: "The seat's voice", zh: '坐席的声音' },
    acts: {
      losePlayer: act('Lost, and back in 2 s', '断开，2 秒后恢复', '2103 → 2004'),
      giveUpPlayer: act('Given up', '放弃重连', '-2301'),
    },
  },
  {
    title: { en: 'Quality', zh: '通话质量' },
    acts: {
      weakenNetwork: act('My network is poor', '我方网络差', 'netQualityLevel 5'),
      weakenSeat: act("The seat's network is poor", '对方网络差', 'netQualityLevel 5'),
      restoreNetwork: act('Both are good again', '网络恢复', 'netQualityLevel 1'),
      talk: act('Talk for 3 s, also while muted', '说话 3 秒（静音时也上报）', 'audiovolumenotify 60'),
    },
  },
  {
    title: { en: 'Interruptions', zh: '打断' },
    acts: {
      takeSound: act('An alarm takes the sound', '闹钟占用声音', 'onAudioInterruptionBegin'),
      returnSound: act('The sound is given back', '归还声音', 'onAudioInterruptionEnd'),
      phoneCall: act('A phone call', '电话打入', 'Begin, 5001'),
      hide: act('To the background', '切到后台', 'onAppHide'),
      closeWindow: act('Close the floating window', '关闭悬浮窗', 'onAppHide, 5001'),
      suspend: act('Suspended by iOS', '被 iOS 挂起', 'onAppHide, 5000'),
      show: act('Back to the front', '回到前台', 'onAppShow'),
      freeze: act('Frozen for 6 s', '冻结 6 秒', 'onAppHide … onAppShow'),
    },
  },
  {
    title: { en: 'Reports as', zh: '上报方式' },
    acts: {
      beAndroid: act('Android', '安卓', '1002, 1018; 1031 ""'),
      beIos: act('iOS', 'iOS', '1018, 1002; 4998; no 1019'),
      bePlain: act('the documentation', '官方文档', '1018, 1002; 1019'),
    },
  },
] as const satisfies readonly Group[]

type NamesOf<Each> = Each extends { readonly acts: infer Acts } ? keyof Acts : never

export type Misbehaviour = NamesOf<(typeof GROUPS)[number]>
