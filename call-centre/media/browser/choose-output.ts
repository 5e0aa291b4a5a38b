/** Makes a player play through a device, where the browser lets one choose. */

interface Choosing {
  setSinkId(deviceId: string): Promise<void>
}

/** Audio contexts have it in some browsers, and in no declarations. */
const canChoose = (player: object): player is Choosing => 'setSinkId' in player

/** Resolves to whether the device plays; else that of the system does. */
export const chooseOutput = async (player: HTMLMediaElement | AudioContext, deviceId: string): Promise<boolean> => {
  if (!canChoose(player)) return deviceId === ''
  try {
    await player.setSinkId(deviceId)
    return true
  } catch {
    // The device went away between the list and the choice.
    await player.setSinkId('').catch(() => undefined)
    return false
  }
}
