/** The files that a mini program writes for itself. They live as long as the tab. */
import { type Callbacks, succeed } from './callbacks'

const files = new Map<string, ArrayBuffer>()

interface Write extends Callbacks<{ readonly errMsg: string }> {
  readonly filePath: string
  readonly data: ArrayBuffer
}

export const contentOf = (filePath: string): ArrayBuffer | undefined => files.get(filePath)

export const filesApi = {
  env: { USER_DATA_PATH: 'wxfile://usr' },
  getFileSystemManager: () => ({
    writeFile: (options: Write) => {
      files.set(options.filePath, options.data)
      succeed(options, { errMsg: 'writeFile:ok' })
    },
  }),
}
