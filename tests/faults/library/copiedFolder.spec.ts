import { copyFileSync, cpSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { temporaryFolder } from '../../helpers/launch'
import { spoilDatabase, storedTakes } from '../../helpers/library'
import { ask } from '../bridge'
import { reportFigure } from '../report'
import { makeLibrary, withApp } from './library'

const CHANGES = 20

test('of two copies of one data folder, the backup of the one never passes for the other', async () => {
  const first = temporaryFolder()
  const second = temporaryFolder()
  const { takes } = await makeLibrary(first.folder)
  const takeId = takes[0]!.id
  cpSync(first.folder, second.folder, { recursive: true, verbatimSymlinks: true })

  await withApp(first.folder, ({ page }) =>
    ask(page, 'takes.annotate', { takeId, notes: 'Said in the first' }),
  )
  const backup = await withApp(second.folder, async ({ page }) => {
    for (let count = 1; count <= CHANGES; count += 1) {
      await ask(page, 'takes.annotate', { takeId, notes: `Said in the second ${String(count)}` })
    }
    return ask(page, 'backups.make', undefined)
  })
  copyFileSync(
    join(second.folder, 'backups', backup.name),
    join(first.folder, 'backups', backup.name),
  )
  spoilDatabase(first.folder)

  const words = await withApp(first.folder, async ({ page }, errors) => {
    const dialog = page.getByRole('dialog', { name: 'Recovered recordings' })
    await dialog.waitFor()
    expect(errors).toEqual([])
    // It is there, for whoever wants to restore it.
    const listed = await ask(page, 'backups.list', undefined)
    expect(listed.map(({ name }) => name)).toContain(backup.name)
    return dialog.innerText()
  })
  const notes = storedTakes(first.folder).map((take) => [take.id, take.notes])
  const wanted = takes.map(({ id, notes: before }) => [
    id,
    id === takeId ? 'Said in the first' : before,
  ])
  const kept = notes.filter(([, said], index) => said === wanted[index]?.[1]).length
  reportFigure('two copies', { takes: takes.length, kept }, 'each says what was said in it')
  expect(words).toMatch(/database/i)
  expect(notes).toEqual(wanted)
  first.remove()
  second.remove()
})
