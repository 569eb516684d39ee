import { join } from 'node:path'
import { closeDatabase, openDatabase, type Database } from '../../electron/store/database/database'
import { createPack } from '../../electron/store/questions/ownPacks'
import { questionInserter } from '../../electron/store/questions/questionFields'
import { QuestionFieldsSchema } from '../../shared/questions/questionFields'

const KINDS = ['Tell me about a time when', 'What would you do if', 'How do you', 'Why did you']
const DEEDS = [
  'you missed a deadline',
  'two teams had one system',
  'a release went wrong',
  'somebody disagreed with you',
  'you had to learn something fast',
  'nobody owned a problem',
  'a number turned out to be wrong',
]
const TAGS = ['behavioural', 'team', 'ops', 'design', 'mistakes']

/** The words of the question with this number; each has a name of its own. */
export function seededQuestion(number: number): string {
  const kind = KINDS[number % KINDS.length]
  return `${kind} ${DEEDS[number % DEEDS.length]}, number ${String(number)}?`
}

/** Writes an own pack with so many questions into a library that is closed. @returns their ids */
export function seedQuestions(dataFolder: string, count: number, title = 'Acme'): string[] {
  const db = openDatabase(join(dataFolder, 'soundcheck.db'))
  try {
    return addQuestions(db, count, title)
  } finally {
    closeDatabase(db)
  }
}

export function addQuestions(db: Database, count: number, title: string): string[] {
  const add = db.transaction(() => {
    const packId = createPack(db, { title })
    const insert = questionInserter(db)
    return Array.from({ length: count }, (_, index) =>
      insert({
        packId,
        position: (index + 1) * 1024,
        fields: QuestionFieldsSchema.parse({
          question: seededQuestion(index + 1),
          tags: [TAGS[index % TAGS.length]],
        }),
      }),
    )
  })
  return add.immediate()
}
