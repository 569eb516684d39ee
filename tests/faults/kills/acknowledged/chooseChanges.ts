import type { Random } from '../../random'
import type { Change } from './change'
import { interviewChanges } from './interviewChange'
import { questionChanges } from './questionChange'
import type { Shelf } from './shelf'

const WORDS = ['slower', 'the canal lock', 'numbers first', 'what it cost', 'end landed']
const RATINGS = [1, 2, 3, 4, null] as const
const LARGEST_NOTES_WORDS = 400

/** The next change that a person could make to what is there now; takes are made elsewhere. */
export function chooseChange(shelf: Shelf, random: Random): Change {
  // As often as a take: there are more kinds of changes to a question.
  const ofQuestions = questionChanges(shelf, random, () => notes(random))
  const ofInterviews = interviewChanges(shelf, random, () => notes(random))
  const chance = random.between(0, 1)
  if (chance < 0.1) return random.pick(ofInterviews)
  return random.pick(chance < 0.45 ? ofQuestions : choicesIn(shelf, random))
}

function choicesIn(shelf: Shelf, random: Random): Change[] {
  const sessions = Object.entries(shelf.sessions)
  const openSessions = sessions.filter(([, { isDeleted }]) => !isDeleted).map(([id]) => id)
  const takes = Object.entries(shelf.takes).filter(([, { sound }]) => sound === 'whole')
  const kept = takes.filter(([, take]) => !take.isDeleted && openSessions.includes(take.sessionId))
  const deleted = takes.filter(([, { isDeleted }]) => isDeleted)
  const deletedSessions = sessions.filter(([, { isDeleted }]) => isDeleted)
  const asked = kept.filter(([, { isAskedAbout }]) => isAskedAbout)
  return [
    changeSettings(random),
    ...some(kept, random, (takeId): Change[] => [
      { name: 'takes.rate', input: { takeId, rating: random.pick(RATINGS) } },
      { name: 'takes.annotate', input: { takeId, notes: notes(random) } },
      { name: 'takes.keepAsBest', input: { takeId, isBest: random.pick([true, true, false]) } },
      { name: 'takes.delete', input: { takeId } },
    ]),
    ...some(deleted, random, (takeId) => [{ name: 'takes.restore', input: { takeId } }]),
    ...some(asked, random, (takeId) => [{ name: 'recovery.settle', input: { takeId } }]),
    ...some(deletedSessions, random, (sessionId) => [
      { name: 'sessions.restore', input: { sessionId } },
    ]),
    ...some(kept, random, (_, { sessionId, questionId }): Change[] => [
      { name: 'sessions.visit', input: { sessionId, questionId } },
      // Seldom: else there is soon nothing left to change.
      ...(random.between(0, 1) < 0.2
        ? [
            { name: 'sessions.finish', input: { sessionId } } as const,
            { name: 'sessions.delete', input: { sessionId } } as const,
          ]
        : []),
    ]),
  ]
}

/** The changes of one of these; none when there are none. */
function some<Item>(
  items: readonly (readonly [string, Item])[],
  random: Random,
  changes: (id: string, item: Item) => Change[],
): Change[] {
  if (items.length === 0) return []
  const [id, item] = random.pick(items)
  return changes(id, item)
}

function notes(random: Random): string {
  const count = Math.floor(random.between(0, LARGEST_NOTES_WORDS))
  return Array.from({ length: count }, () => random.pick(WORDS)).join(' ')
}

/** Several settings in one change: all of them arrive, or none. */
function changeSettings(random: Random): Change {
  const isOn = random.pick([true, false])
  const processing = { echoCancellation: isOn, noiseSuppression: isOn, autoGainControl: isOn }
  const speed = random.pick([0.75, 1, 1.25, 1.5, 2])
  const microphoneId = `microphone-${String(Math.floor(random.between(0, 1000)))}`
  return { name: 'settings.change', input: { processing, speed, microphoneId } }
}
