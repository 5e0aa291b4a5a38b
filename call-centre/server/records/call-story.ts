import type { Groups } from '../config/centre-config'
import type { CallStory, StoryStep } from '../history-messages'
import type { Serving } from '../sessions/session'
import { outcomeOf } from './call-parts'
import type { RecordEntry } from './record-book'

/** A call from its beginning to its end, as its record knows it. */
export function storyOf(entry: RecordEntry, groups: Groups): CallStory {
  const { summary, record, servings = [], marks = [] } = entry
  const { startedAt, queuedAt, endedAt, closeBy, endStatus } = summary
  const steps: readonly StoryStep[] = [
    { at: startedAt, what: 'started' },
    ...(queuedAt === undefined ? [] : [{ at: queuedAt, what: 'queued' } as const]),
    // The part of a seat that is asked begins before that of the asking one is over.
    ...[
      ...servings.flatMap((serving) => stepsAt(serving, servings, { endedAt, groups })),
      ...marks.map((mark) => ({ ...mark, what: 'line' as const })),
    ].sort((a, b) => a.at - b.at),
    { at: endedAt, what: 'ended', closeBy, endStatus },
  ]
  const remarks = servings.flatMap(({ seatName, remark }) => (remark ? [{ seatName, ...remark }] : []))
  return { ...summary, callId: record.CallId, steps, remarks }
}

interface Around {
  readonly endedAt: number
  readonly groups: Groups
}

function stepsAt(serving: Serving, all: readonly Serving[], { endedAt, groups }: Around): readonly StoryStep[] {
  const { reason, transferredTo, toGroup, seatName } = serving
  const outcome = outcomeOf(serving)
  const to = toGroup ? groups[transferredTo ?? '']?.name : nameOfSeat(transferredTo, all)
  return [
    ...cameToTalk(serving),
    // The end says it already.
    ...(outcome === 'talked' || outcome === 'abandoned'
      ? []
      : [
          {
            ...({ at: serving.endedAt ?? endedAt, what: 'left', seatName, outcome } as const),
            ...(reason === undefined ? {} : { reason }),
            ...(to === undefined ? {} : { to }),
          },
        ]),
  ]
}

/** Who was asked first talked aside; whoever has the call has answered it. */
function cameToTalk(serving: Serving): readonly StoryStep[] {
  const { seatName, ringAt, acceptedAt, askedBy, togetherAt, tookOverAt } = serving
  const step = (at: number | undefined, what: 'answered' | 'aside' | 'together'): readonly StoryStep[] =>
    at === undefined ? [] : [{ at, what, seatName }]
  if (askedBy === undefined) return [{ at: ringAt, what: 'rang', seatName }, ...step(acceptedAt, 'answered')]
  return [
    { at: ringAt, what: 'asked', seatName, by: askedBy },
    ...[...step(acceptedAt, 'aside'), ...step(togetherAt, 'together'), ...step(tookOverAt, 'answered')],
  ]
}

/** Empty: the queue. */
function nameOfSeat(seatId: string | undefined, all: readonly Serving[]): string | undefined {
  return all.find((serving) => serving.seatId === seatId)?.seatName ?? seatId
}
