/** Heap in bytes, after garbage collection. Needs --expose-gc. */
export const heap = () => {
  for (let round = 0; round < 4; round += 1) globalThis.gc()
  return process.memoryUsage().heapUsed
}
