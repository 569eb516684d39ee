import { expect, test } from 'vitest'
import { listSessions } from '../../../../../electron/store/sessions/listSessions'
import { fold } from '../../../../../shared/search/fold'
import { Random } from '../../../../faults/random'
import { recordTake, start, trialStore } from '../fixture'

/** Pieces of notes, and what stands between them: anything can stand beside anything. */
const PIECES = 'The Queue Økland łez C++ c .NET net 99% 9 移行 行移 データ 이전 ข้อมูล 🎤 👩‍💻'.split(
  ' ',
)
const JOINTS = [' ', ' ', ' ', '', '', '\n', ', ', '. ', '"', '+']
const NOTES = 40
const ROUNDS = 500

const isWord = (character: string | undefined) =>
  character !== undefined && /[\p{Script=Latin}\p{N}]/u.test(character)

/** A text as a person sees it, character by character. */
const charactersOf = (text: string) =>
  Array.from(new Intl.Segmenter('en').segment(text), ({ segment }) => segment)

test('whatever is copied out of a note is found, in this note and wherever else it stands', () => {
  const random = new Random()
  const db = trialStore()
  const notes = Array.from({ length: NOTES }, () => {
    const text = noteOf(random)
    const { id } = start(db)
    recordTake(db, id, 'trial/alpha', text)
    return { id, text }
  })
  for (let round = 0; round < ROUNDS; round += 1) {
    const { text } = random.pick(notes)
    const query = copiedFrom(text, random)
    if (query.trim() === '') continue
    // Not in the question, which has words and signs of its own.
    const found = listSessions(db, { query, before: null, limit: 200 }).sessions.filter(
      ({ matches }) => matches.some(({ foundIn }) => foundIn === 'notes'),
    )
    const told = `${JSON.stringify(query)}, seed ${String(random.seed)}`
    expect(contains(text, query), `${told} is in ${JSON.stringify(text)}`).toBe(true)
    expect(
      notes.filter(({ id }) => found.some((session) => session.id === id)),
      told,
    ).toEqual(notes.filter((note) => contains(note.text, query)))
  }
})

function noteOf(random: Random): string {
  const length = Math.floor(random.between(2, 9))
  return Array.from({ length }, () => random.pick(PIECES) + random.pick(JOINTS)).join('')
}

/** Some characters in a row, from where a word begins or where there are no words. */
function copiedFrom(text: string, random: Random): string {
  const characters = charactersOf(text)
  const starts = characters.flatMap((character, index) =>
    isWord(character) && isWord(characters[index - 1]) ? [] : [index],
  )
  const from = random.pick(starts)
  return characters.slice(from, from + Math.floor(random.between(1, 8))).join('')
}

/** What the search promises, said in the simplest way: every typed piece stands there. */
function contains(text: string, query: string): boolean {
  const folded = fold(text)
  return fold(query)
    .split(/\s+/)
    .map((piece) => (isWordIn(piece) ? piece.replace(/^"+|[",.]+$/g, '') : piece))
    .filter((piece) => piece !== '')
    .every((piece) => {
      for (let at = folded.indexOf(piece); at >= 0; at = folded.indexOf(piece, at + 1)) {
        if (!isWord(piece[0]) || !isWord(folded[at - 1])) return true
      }
      return false
    })
}

function isWordIn(piece: string): boolean {
  return /[\p{L}\p{N}]/u.test(piece)
}
