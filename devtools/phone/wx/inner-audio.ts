/** Short sounds that a page plays from a file, as a phone does: `wx.createInnerAudioContext`. */
import { type Callbacks, succeed } from './callbacks'

/** The files that a mini program writes for itself. They live as long as the tab. */
const files = new Map<string, ArrayBuffer>()

interface Write extends Callbacks<{ readonly errMsg: string }> {
  readonly filePath: string
  readonly data: ArrayBuffer
}

export const filesApi = {
  env: { USER_DATA_PATH: 'wxfile://usr' },
  getFileSystemManager: () => ({
    writeFile: (options: Write) => {
      files.set(options.filePath, options.data)
      succeed(options, { errMsg: 'writeFile:ok' })
    },
  }),
}

const playing = new Set<InnerAudio>()

class InnerAudio {
  src = ''
  private readonly audio = new Audio()
  private url = ''

  set loop(loop: boolean) {
    this.audio.loop = loop
  }

  play(): void {
    const content = files.get(this.src)
    if (content === undefined) return
    this.release()
    this.url = URL.createObjectURL(new Blob([content], { type: 'audio/wav' }))
    this.audio.src = this.url
    playing.add(this)
    // A browser plays nothing before the first tap; a phone would.
    void this.audio.play().catch(() => undefined)
  }

  stop(): void {
    this.audio.pause()
    playing.delete(this)
  }

  destroy(): void {
    this.stop()
    this.release()
  }

  private release(): void {
    URL.revokeObjectURL(this.url)
  }
}

/** How many sound now. */
export const soundsPlaying = (): number => playing.size

export const innerAudioApi = { createInnerAudioContext: () => new InnerAudio() }
