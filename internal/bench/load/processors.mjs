/** Who runs where: the call centre has one processor to itself, and whoever loads it has the others. */
import { spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'

const others = availableParallelism() - 1
const canPin = others > 0 && spawnSync('taskset', ['-V']).status === 0

/** The command, on the processor of the call centre where the system lets one choose. */
export const onItsOwn = (command) => (canPin ? ['taskset', '-c', '0', ...command] : command)

/** This process, its threads and its children leave that processor alone from now on. */
export const stayOff = () => {
  if (canPin) spawnSync('taskset', ['-a', '-p', '-c', `1-${others}`, String(process.pid)])
}
