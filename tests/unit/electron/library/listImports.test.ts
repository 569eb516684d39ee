import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { dataFolderAt } from '../../../../electron/disk/dataFolder'
import { ListImports } from '../../../../electron/library/listImports'
import { readLibraryRecord } from '../../../../electron/records/readRecords'
import { readLibrary } from '../../../../electron/store/database/revisions'
import { listPackSummaries } from '../../../../electron/store/questions/packSummaries'
import { directThread } from '../background/directThread'
import { studioOnDisk } from '../takes/fixture'

function listOf(title: string) {
  const rows = [{ questionId: null, fileId: null, fields: { question: `Why ${title}?` } }]
  return { into: { title }, rows: new TextEncoder().encode(JSON.stringify(rows)) }
}

test('a list that is in is not called lost when the library’s record cannot be written', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const room = studioOnDisk()
  const { db, files, records } = room
  const dataFolder = dataFolderAt(room.dataFolder)
  rmSync(dataFolder.libraryRecord, { force: true })
  mkdirSync(join(dataFolder.libraryRecord, 'in the way'), { recursive: true })
  const imports = new ListImports({ dataFolder, thread: directThread(), records })
  await expect(imports.bringIn(listOf('Acme'))).resolves.toMatchObject({ changedIds: [] })
  expect(listPackSummaries(db).map(({ title }) => title)).toContain('Acme')
  records.flush()
  rmSync(dataFolder.libraryRecord, { recursive: true })
  // What could not be written is tried again.
  records.flush()
  expect(readLibraryRecord(files)?.revision).toEqual(
    expect.objectContaining({ libraryId: readLibrary(db).id }),
  )
})

test.each([0, 1])(
  'of two imports both are waited for, whichever ends first (%i)',
  async (earlier) => {
    const { dataFolder, records } = studioOnDisk()
    const ends: (() => void)[] = []
    const thread = directThread(() => new Promise((resolve) => ends.push(resolve)))
    const imports = new ListImports({ dataFolder: dataFolderAt(dataFolder), thread, records })
    expect(imports.underWay).toBeNull()
    const both = [imports.bringIn(listOf('One')), imports.bringIn(listOf('Two'))]
    await vi.waitUntil(() => ends.length === 2)
    ends[1 - earlier]!()
    await Promise.race(both)
    await wait(0)
    expect(imports.underWay).not.toBeNull()
    ends[earlier]!()
    await Promise.all(both)
    await vi.waitUntil(() => imports.underWay === null)
  },
)
