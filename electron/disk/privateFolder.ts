import { chmodSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { isStoredByUs, type DataFolder } from './dataFolder'

/**
 * Makes the data folder its owner's alone, also one that was there before, or that came out of a
 * backup, with looser modes. Nobody gets past the folder itself; of what is inside only the top is
 * tightened too, so this costs the same with ten takes and with ten thousand. Links are left alone:
 * what they lead to is not ours. Windows has no such modes; some file systems have none either, and
 * there it changes nothing.
 */
export function makePrivate(dataFolder: DataFolder): void {
  if (process.platform === 'win32') return
  tighten(dataFolder.path, 0o700)
  for (const entry of readdirSync(dataFolder.path, { withFileTypes: true })) {
    const path = join(dataFolder.path, entry.name)
    if (!isStoredByUs(dataFolder, path)) continue
    if (entry.isDirectory()) tighten(path, 0o700)
    else if (entry.isFile()) tighten(path, 0o600)
  }
}

function tighten(path: string, mode: number): void {
  try {
    // Setting what is set already would count as a change to the file (see store/cleanEnd.ts).
    if ((statSync(path).mode & 0o777) === mode) return
    chmodSync(path, mode)
  } catch (error) {
    // Better to go on than to keep somebody from their recordings.
    console.error(`${path} stays as open as it is`, error)
  }
}
