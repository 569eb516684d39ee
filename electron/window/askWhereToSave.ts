import { join } from 'node:path'
import { app, BrowserWindow, dialog } from 'electron'

interface FileToSave {
  /** What it is about; signs that no file name may have are left out. */
  title: string
  ending: string
  /** What the system calls such files. */
  kind: string
}

const MAX_NAME_CHARACTERS = 80
/** No system takes all of these. */
const FORBIDDEN = /[\\/:*?"<>|]|\p{C}/gu

/** Shows the system's dialog, with a name that says what the file is about. @returns null when it was cancelled */
export async function askWhereToSave({ title, ending, kind }: FileToSave): Promise<string | null> {
  const options = {
    defaultPath: join(app.getPath('documents'), `${fileName(title)}.${ending}`),
    filters: [{ name: kind, extensions: [ending] }],
  }
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options))
  return canceled || filePath === '' ? null : filePath
}

/** Windows also takes no dot and no space at the end. */
export function fileName(title: string): string {
  const plain = title.replace(FORBIDDEN, ' ').replace(/\s+/gu, ' ').trim()
  const short = plain.slice(0, MAX_NAME_CHARACTERS).replace(/[. \p{Cs}]+$/u, '')
  return short === '' ? 'Questions' : short
}
