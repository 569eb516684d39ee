import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { beforeEach, expect, test, vi } from 'vitest'
import { dataFolderAt } from '../../../../electron/disk/dataFolder'
import { reconcile } from '../../../../electron/recovery/reconcile'
import { survey } from '../../../../electron/recovery/survey'
import { closeDatabase } from '../../../../electron/store/database/database'
import { keepDraft, readDraft } from '../../../../electron/store/questions/drafts'
import { hideQuestions } from '../../../../electron/store/questions/hiddenQuestions'
import { listQuestions } from '../../../../electron/store/questions/listQuestions'
import { moveQuestions, updateQuestion } from '../../../../electron/store/questions/ownQuestions'
import { changePack, createPack, movePack } from '../../../../electron/store/questions/ownPacks'
import { listPackSummaries } from '../../../../electron/store/questions/packSummaries'
import { readQuestionCard } from '../../../../electron/store/questions/questionCard'
import { changeLayer } from '../../../../electron/store/questions/questionLayer'
import { startSession } from '../../../../electron/store/sessions/startSession'
import { listSessions } from '../../../../electron/store/sessions/listSessions'
import { PASTED_DRAFT_ID } from '../../../../shared/defaults'
import { ALL, ownPack } from '../store/questions/ownFixture'
import { backUp, NOW_MS } from '../store/fixture'
import { storedTake, studioOnDisk, type Studio } from '../takes/fixture'
import { openedAtStart } from './openedAtStart'

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

/** What the app finds at its next start, after the disk wrote noise over the database. */
async function rescued({ db, dataFolder, records }: Studio) {
  records.flush()
  closeDatabase(db)
  writeFileSync(dataFolderAt(dataFolder).database, randomBytes(50_000))
  const found = openedAtStart(dataFolder)
  await reconcile(found, survey(dataFolderAt(dataFolder)))
  return found.db
}

/** Two packs of one's own, in another order than they were made in, with all that can be said. */
function shelf() {
  const room = studioOnDisk()
  const { db } = room
  // As the first survey does with those of the app.
  for (const id of ['trial/beta', 'trial/gamma']) room.records.writeQuestion(id)
  const { packId, ids } = ownPack(db, 'Acme', ['Why us?', 'Why you?'])
  const other = createPack(db, { title: 'What I dread', language: 'de' })
  movePack(db, { packId: other, beforePackId: packId })
  changePack(db, { packId, description: 'Friday at ten' })
  const [us, you] = ids as [string, string]
  updateQuestion(db, {
    questionId: us,
    fields: {
      shortTitle: 'Us',
      whyTheyAsk: 'They fear a short stay',
      exampleAnswers: [{ label: 'Me', text: 'The canal lock' }],
      talkingPoints: ['Their harbour'],
      pitfalls: ['Flattery'],
      followUps: ['And in five years?'],
      tags: ['behavioural'],
      language: 'pt-BR',
      target: { shortestMs: 30_000, longestMs: 45_000 },
    },
    outline: ['harbour', 'numbers'],
  })
  changeLayer(db, { questionId: 'trial/alpha', layer: { outline: ['canal'], isStarred: true } })
  moveQuestions(db, { questionIds: [you], into: { packId: other }, beforeQuestionId: null })
  keepDraft(db, { questionId: null, draft: { question: 'Half a quest' } })
  keepDraft(db, { questionId: us, draft: { question: 'Why us and' } })
  keepDraft(db, { questionId: PASTED_DRAFT_ID, draft: { pasted: '- Why?\n- How?' } })
  const { id: sessionId } = startSession(db, {
    kind: 'one',
    questionId: us,
    startedAtMs: NOW_MS,
  })
  storedTake({ ...room, sessionId }, { questionId: us })
  const seen = (from = db) => ({
    packs: listPackSummaries(from).filter(({ kind }) => kind === 'own'),
    ids: listQuestions(from, ALL).questionIds,
    cards: [us, you, 'trial/alpha'].map((id) => readQuestionCard(from, id)),
    drafts: [null, us, PASTED_DRAFT_ID].map((of) => readDraft(from, of)),
    sessions: listSessions(from, { query: 'why us', before: null, limit: 5 }).sessions.length,
  })
  return { room, db, packId, us, you, seen }
}

test('lost without a backup: packs, questions, outlines and forms are found beside the takes', async () => {
  const { room, seen } = shelf()
  const before = seen()
  expect(before.sessions).toBe(1)
  const db = await rescued(room)
  expect(seen(db)).toEqual(before)
})

test('lost with an older backup: what was written, moved and deleted since is as it was last', async () => {
  const { room, db, us, you, packId, seen } = shelf()
  room.records.flush()
  backUp(room.dataFolder)
  updateQuestion(db, { questionId: us, fields: { question: 'Why us, of all?' } })
  changePack(db, { packId, title: 'Acme Ltd' })
  moveQuestions(db, { questionIds: [us], into: { title: 'New' }, beforeQuestionId: null })
  hideQuestions(db, { questionIds: [you], deletedAtMs: NOW_MS, withTakes: false })
  const before = seen()
  expect(seen(await rescued(room))).toEqual(before)
})

test('without the record of the library the packs are those that the questions name', async () => {
  const { room, seen } = shelf()
  const before = seen()
  room.records.flush()
  writeFileSync(dataFolderAt(room.dataFolder).libraryRecord, 'nonsense')
  const after = seen(await rescued(room))
  const namesOf = ({ packs }: typeof after) => new Set(packs.map(({ title }) => title))
  expect(namesOf(after)).toEqual(namesOf(before))
  expect(after.cards).toEqual(before.cards)
})

test('killed before the records: the survey of the next start writes them', async () => {
  const { room, us } = shelf()
  const { dataFolder } = room
  room.records.flush()
  // As if the app had been killed right after the commit.
  room.db.prepare("UPDATE questions SET question = 'Why?' WHERE id = ?").run(us)
  closeDatabase(room.db)
  const found = openedAtStart(dataFolder)
  await reconcile(found, survey(dataFolderAt(dataFolder)))
  found.records.flush()
  const { unrecordedQuestions } = survey(dataFolderAt(dataFolder))
  expect(unrecordedQuestions).toEqual([])
})
