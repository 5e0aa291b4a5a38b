import { existsSync } from 'node:fs'

const ofTheSystem = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map(
  (name) => `/usr/bin/${name}`,
)

/** With what a Chromium begins in which people talk: nobody asks whether it may, and no packet leaves this machine. */
export const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--use-fake-ui-for-media-stream',
  // Three cameras: the second one gives depth, which nobody can send.
  '--use-fake-device-for-media-stream=device-count=3',
  '--autoplay-policy=no-user-gesture-required',
  '--allow-loopback-in-peer-connection',
]

/**
 * The path of a Chromium: `CHROMIUM_PATH`, else the system's own, else the one that `npm ci` brought.
 * Rejects when the named file does not exist, or when the packaged browser cannot be unpacked.
 */
export const browserPath = async (): Promise<string> => {
  const named = process.env['CHROMIUM_PATH']
  if (named !== undefined && !existsSync(named)) throw new Error(`CHROMIUM_PATH names no file: ${named}`)
  const found = named ?? ofTheSystem.find((path) => existsSync(path))
  if (found !== undefined) return found
  const { default: packaged } = await import('@sparticuz/chromium')
  return packaged.executablePath()
}
