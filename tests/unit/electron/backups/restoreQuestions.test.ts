import { expect, test } from 'vitest'
import { hidePack, hideQuestions } from '../../../../electron/store/questions/hiddenQuestions'
import { deleteQuestions } from '../../../../electron/store/questions/deleteQuestion'
import { listQuestions } from '../../../../electron/store/questions/listQuestions'
import { updateQuestion } from '../../../../electron/store/questions/ownQuestions'
import { listPackSummaries } from '../../../../electron/store/questions/packSummaries'
import { readQuestionCard } from '../../../../electron/store/questions/questionCard'
import { changeLayer } from '../../../../electron/store/questions/questionLayer'
import { savePack } from '../../../../electron/store/questions/packs'
import { NOW_MS, packOf, packQuestion, recordTake, start, trialStore } from '../store/fixture'
import { ALL, ownPack } from '../store/questions/ownFixture'
import { backupOf, NO_CHANGES, restore } from './restoreFixture'

const ALPHA = 'trial/alpha'

test('questions and packs that are gone come back, whole and in their place', () => {
  const db = trialStore()
  const { packId, ids } = ownPack(db, 'Acme', ['Why us?', 'Why you?'])
  changeLayer(db, { questionId: ids[1]!, layer: { outline: ['canal lock'] } })
  const backup = backupOf(db)
  const before = [listPackSummaries(db), listQuestions(db, ALL), readQuestionCard(db, ids[1]!)]
  for (const id of ids) deleteQuestions(db, [id])
  db.prepare('DELETE FROM packs WHERE id = ?').run(packId)
  expect(restore(db, backup)).toEqual({ ...NO_CHANGES, questionsBack: 2 })
  expect([listPackSummaries(db), listQuestions(db, ALL), readQuestionCard(db, ids[1]!)]).toEqual(
    before,
  )
  expect(restore(db, backup)).toEqual(NO_CHANGES)
})

test('what is hidden can be seen again; what the backup has hidden stays away', () => {
  const db = trialStore()
  const { packId, ids } = ownPack(db, 'Acme', ['Why us?', 'Why you?'])
  hideQuestions(db, { questionIds: [ids[1]!], deletedAtMs: NOW_MS, withTakes: false })
  const backup = backupOf(db)
  hideQuestions(db, { questionIds: [ids[0]!], deletedAtMs: NOW_MS, withTakes: false })
  hidePack(db, { packId, deletedAtMs: NOW_MS, withTakes: false })
  deleteQuestions(db, [ids[1]!])
  expect(restore(db, backup)).toEqual({ ...NO_CHANGES, questionsBack: 1 })
  expect(listQuestions(db, { ...ALL, packId }).questionIds).toEqual([ids[0]])
})

test('of a question whose words alone are left everything comes back', () => {
  const db = trialStore()
  const { packId, ids } = ownPack(db, 'Acme', ['Why us?'])
  updateQuestion(db, { questionId: ids[0]!, fields: { tags: ['hard'] }, outline: ['money'] })
  const session = start(db, packId)
  recordTake(db, session.id, ids[0])
  const backup = backupOf(db)
  const before = readQuestionCard(db, ids[0]!)
  deleteQuestions(db, [ids[0]!])
  expect(restore(db, backup)).toMatchObject({ questionsBack: 1 })
  expect(readQuestionCard(db, ids[0]!)).toEqual(before)
  expect(listQuestions(db, { ...ALL, packId }).questionIds).toEqual(ids)
})

test('what was written since the backup is newer than it, and stays', () => {
  const db = trialStore()
  const { ids } = ownPack(db, 'Acme', ['Why us?'])
  changeLayer(db, { questionId: ALPHA, layer: { outline: ['canal'] } })
  const backup = backupOf(db)
  updateQuestion(db, { questionId: ids[0]!, fields: { question: 'Why us, of all?' } })
  changeLayer(db, { questionId: ALPHA, layer: { outline: ['lock'] } })
  expect(restore(db, backup)).toEqual(NO_CHANGES)
  expect(readQuestionCard(db, ids[0]!).question.question).toBe('Why us, of all?')
  expect(readQuestionCard(db, ALPHA).layer.outline).toEqual(['lock'])
})

test('of two libraries both versions are kept, and what a pack of the app says is what it says here', () => {
  const db = trialStore()
  const { ids } = ownPack(db, 'Acme', ['Why us?'])
  changeLayer(db, { questionId: ALPHA, layer: { outline: ['canal'], tags: ['here'] } })
  const backup = backupOf(db)
  backup.exec(`UPDATE library SET id = '7b0c9f4e-5d1d-4bb6-9b1a-0a8a6a3c7b11'`)
  updateBoth()
  savePack(db, packOf(['alpha', 'beta', 'gamma'].map((id) => packQuestion(id, { pitfalls: [] }))))
  expect(restore(db, backup)).toMatchObject({ questionsMerged: 2 })
  expect(readQuestionCard(db, ids[0]!).question).toMatchObject({
    question: 'Why us here?\n\nWhy us there?',
  })
  expect(readQuestionCard(db, ALPHA)).toMatchObject({
    question: { pitfalls: [] },
    layer: { outline: ['lock here', 'lock there'], tags: ['here', 'there'] },
  })
  expect(restore(db, backup)).toEqual(NO_CHANGES)

  function updateBoth(): void {
    for (const [store, where] of [
      [db, 'here'],
      [backup, 'there'],
    ] as const) {
      updateQuestion(store, { questionId: ids[0]!, fields: { question: `Why us ${where}?` } })
      const layer = { outline: [`lock ${where}`], tags: [where] }
      changeLayer(store, { questionId: ALPHA, layer })
    }
  }
})
