import type { Observable } from 'rxjs'
import { TestScheduler } from 'rxjs/testing'
import { sideBySide } from '../workstation/side-by-side'

describe('what goes on side by side', () => {
  it('goes on when one of it throws: that is told, and tried again', () => {
    const scheduler = new TestScheduler((actual, expected) => {
      expect(actual).toEqual(expected)
    })
    scheduler.run(({ flush, expectObservable, cold }) => {
      const told: unknown[] = []
      const line$ = cold('1s a 1s b 1s c')
      const parts: Observable<string>[] = [line$, cold('500ms x 399ms #', undefined, 'no loudspeaker')]
      expectObservable(
        sideBySide(parts, (fault) => told.push(fault)),
        '^ 3500ms !',
      ).toBe('500ms x 499ms a 1s b 398ms x 601ms c')
      flush()
      expect(told).toEqual(['no loudspeaker', 'no loudspeaker'])
    })
  })
})
