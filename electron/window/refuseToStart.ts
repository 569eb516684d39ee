import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { app, dialog } from 'electron'
import { ERROR_WORDS } from '../../shared/errors'
import { replyError } from '../ipc/replyError'

/** Says in a box why Soundcheck cannot start, and ends with 1 once it was read. */
export async function refuseToStart(error: unknown): Promise<void> {
  console.error(error)
  const giveUpFolder = app.isReady() ? null : keepChromiumOut()
  await app.whenReady()
  const { code, detail } = replyError(error)
  const { happened, kept, next } = ERROR_WORDS[code]
  const words = [happened, kept, next].join(' ')
  dialog.showErrorBox('Soundcheck cannot start', `${words}\n\n${code}: ${detail}`)
  giveUpFolder?.()
  app.exit(1)
}

/** Chromium writes files of its own before a box can be shown: not to a folder of somebody's. */
function keepChromiumOut(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'soundcheck-refused-'))
  app.setPath('userData', folder)
  return () => rmSync(folder, { recursive: true, force: true })
}
