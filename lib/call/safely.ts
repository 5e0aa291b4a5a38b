import { defer, type Subscription } from 'rxjs'

const report = (error: unknown): Subscription =>
  defer(() => {
    throw error
  }).subscribe()

/** What fails is reported as RxJS does, outside of the call, which goes on. */
export const safely = (task: () => void): void => {
  try {
    task()
  } catch (error) {
    report(error)
  }
}
