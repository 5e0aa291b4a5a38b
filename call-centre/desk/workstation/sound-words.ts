/** The words of the panel in which the agent chooses what to hear and speak through. */
import type { Language } from '../shared/language'
import type { SoundPart } from './sound'

const en = {
  title: 'Sound',
  parts: { microphone: 'Microphone', loudspeaker: 'Loudspeaker', ringer: 'Ring through' } satisfies Record<
    SoundPart,
    string
  >,
  systemsOwn: 'As the system is set',
  gone: (label: string) => `${label} (not plugged in)`,
  unnamed: 'The browser names the devices once the microphone was allowed: try it.',
  volume: 'Volume of the customer',
  tryRing: 'Let it ring once',
  check: 'Try the microphone',
  checkOff: 'Stop trying',
  checkHint: 'Speak: the bar moves, and you hear yourself a second later.',
  level: 'Level of your microphone',
  nothingHeard: 'Nothing is heard of you yet. Is the microphone muted at the headset, or another one chosen?',
  heard: 'You are heard. If you do not hear yourself, choose another loudspeaker.',
  outputUnavailable: 'The chosen loudspeaker cannot be used. You hear through that of the system.',
}

export type SoundWords = typeof en

const zh: SoundWords = {
  title: '声音',
  parts: { microphone: '麦克风', loudspeaker: '扬声器', ringer: '响铃设备' },
  systemsOwn: '跟随系统设置',
  gone: (label) => `${label}（未插入）`,
  unnamed: '允许使用麦克风后，浏览器才会列出设备：请先试麦克风。',
  volume: '客户的音量',
  tryRing: '试响一次',
  check: '试麦克风',
  checkOff: '停止试音',
  checkHint: '请说话：电平条会动，一秒后您会听到自己的声音。',
  level: '麦克风电平',
  nothingHeard: '还没有收到您的声音。耳机上的麦克风是否静音，或选错了设备？',
  heard: '麦克风正常。如果听不到自己的声音，请换一个扬声器。',
  outputUnavailable: '所选扬声器无法使用，已改用系统扬声器。',
}

export const soundWords: Readonly<Record<Language, SoundWords>> = { en, zh }
