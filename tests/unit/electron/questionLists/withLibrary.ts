import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { dataFolderAt, type DataFolder } from '../../../../electron/disk/dataFolder'
import { importQuestions } from '../../../../electron/library/importQuestions'
import {
  compareList,
  findLikeliestPack,
} from '../../../../electron/questionLists/library/compareList'
import { listedQuestions } from '../../../../electron/questionLists/library/listedQuestions'
import { openDatabase, type Database } from '../../../../electron/store/database/database'
import { listQuestions } from '../../../../electron/store/questions/listQuestions'
import { importRowOf } from '../../../../shared/questionLists/importRow'
import type {
  QuestionList,
  ReadQuestion,
  WrittenFormat,
} from '../../../../shared/questionLists/listedQuestion'
import type { ImportRowInput, PackTarget } from '../../../../shared/questions/questionFields'

type Said = Pick<QuestionList, 'questions'> | { questions: readonly Partial<ReadQuestion>[] }

/** A library of its own, and lists that are compared with it and brought in as the page does it. */
export class ListLibrary {
  readonly dataFolder: DataFolder
  readonly db: Database

  constructor() {
    const path = mkdtempSync(join(tmpdir(), 'soundcheck-lists-'))
    this.dataFolder = dataFolderAt(path)
    this.db = openDatabase(this.dataFolder.database)
    onTestFinished(() => {
      this.db.close()
      rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
    })
  }

  rowsOf({ questions }: Said): ImportRowInput[] {
    const languages = { list: 'en', pack: 'en' }
    return questions.map((each) => importRowOf({ question: '', ...each }, languages))
  }

  /** @returns the pack */
  async bringIn(
    list: Said,
    into: PackTarget = { title: 'A list', language: 'en' },
  ): Promise<string> {
    const { dataFolder } = this
    const rows = bytesOf(this.rowsOf(list))
    return (await importQuestions({ dataFolder, into, rows })).packId
  }

  compare(list: Said, packId: string) {
    const rows = this.rowsOf(list)
    const file = this.dataFolder.database
    return compareList({ file, rows: bytesOf(rows), packId }).rows
  }

  /** What the page asks for after it has shown the comparison. */
  async bringInAgain(list: Said, packId: string): Promise<void> {
    const rows = this.rowsOf(list)
    const compared = this.compare(list, packId)
    const changed = rows.flatMap((row, index) => {
      const found = compared[index]!
      if (found.state === 'unchanged') return []
      return [found.state === 'new' ? row : { ...row, questionId: found.questionId }]
    })
    const { dataFolder } = this
    await importQuestions({ dataFolder, into: { packId }, rows: bytesOf(changed) })
  }

  likeliest(list: Said): string | null {
    const file = this.dataFolder.database
    return findLikeliestPack({ file, rows: bytesOf(this.rowsOf(list)) })
  }

  idsIn(packId: string): string[] {
    return listQuestions(this.db, { query: '', tag: null, filter: 'all', packId }).questionIds
  }

  written(packId: string, format: WrittenFormat) {
    return listedQuestions(this.db, this.idsIn(packId), format)
  }
}

function bytesOf(rows: readonly ImportRowInput[]): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(rows))
}
