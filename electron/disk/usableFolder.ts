import {
  lstatSync,
  mkdirSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { AppError } from '../../shared/errors'
import { codeOf, isDiskFull } from './durableFiles'

export interface FolderWish {
  /** The value of `--user-data-dir`: empty when it has none, null when it was not asked for. */
  asked: string | null
  /** The folder that Chromium would use; null when it can use none. */
  given: string | null
}

/**
 * The folder to keep everything in. Chromium takes the usual one without a word when it cannot use
 * the one that was asked for: what is said would land in the home folder.
 * @throws {AppError} FOLDER_UNUSABLE, naming the folder and what is wrong with it
 */
export function usableFolder({ asked, given }: FolderWish): string {
  if (asked === '')
    throw unusable('Write it as --user-data-dir=FOLDER, with the folder after the =')
  if (given === null) throw unusable(`${asked ?? 'The usual folder'}: it cannot be made`)
  if (asked !== null && !isSame(asked, given)) throw unusable(`${asked}: ${whyNotTaken(asked)}`)
  // XDG_CONFIG_HOME may say so: the folder would be another one with each place to start from.
  if (!isAbsolute(given)) throw unusable(`${given}: it is not a whole path`)
  const reason = whyNotWritable(given)
  if (reason !== null) throw unusable(`${given}: ${reason}`)
  return given
}

/**
 * Why the lock of the one instance could not be taken; null when another one runs that has it.
 * Chromium's lock is a link to "<computer>-<process>"; Windows keeps it elsewhere, and says no only
 * when another one runs.
 */
export function whyLocked(dataFolder: string): string | null {
  if (process.platform === 'win32') return null
  const holder = linkOf(join(dataFolder, 'SingletonLock'))
  const [, computer, pid] = /^(.*)-(\d+)$/.exec(holder ?? '') ?? []
  if (computer === undefined) return 'its lock cannot be taken'
  if (computer !== hostname()) {
    return `the computer ${computer} has it open; if that is over, remove SingletonLock from it`
  }
  try {
    process.kill(Number(pid), 0)
    return null
  } catch (error) {
    return codeOf(error) === 'EPERM'
      ? `somebody else has it open on this computer (process ${String(pid)})`
      : 'its lock cannot be taken'
  }
}

function unusable(detail: string): AppError {
  return new AppError('FOLDER_UNUSABLE', detail)
}

function isSame(asked: string, given: string): boolean {
  try {
    return realpathSync(asked) === realpathSync(given)
  } catch {
    return false
  }
}

function whyNotTaken(asked: string): string {
  try {
    return statSync(asked).isDirectory() ? 'it cannot be used' : 'it is a file'
  } catch (error) {
    if (linkOf(asked) !== null) return 'it is a link that leads nowhere'
    return `it is not there and cannot be made (${codeOf(error) ?? String(error)})`
  }
}

/** Tries what the lock of the one instance, and everything after it, will do there. */
function whyNotWritable(folder: string): string | null {
  const probe = join(folder, `soundcheck.probe-${String(process.pid)}`)
  let reason = 'it cannot be made'
  try {
    mkdirSync(folder, { recursive: true })
    reason = 'it cannot be written to'
    writeFileSync(probe, '')
    rmSync(probe)
    if (process.platform !== 'win32') {
      reason = 'its disk knows no links, as FAT, exFAT and some network drives do not'
      symlinkSync('probe', probe)
    }
    return null
  } catch (error) {
    // On a full disk deleting must still be possible; what does not fit is refused later, in words.
    return isDiskFull(error) ? null : `${reason} (${codeOf(error) ?? String(error)})`
  } finally {
    if (lstatSync(folder, { throwIfNoEntry: false })?.isDirectory()) rmSync(probe, { force: true })
  }
}

function linkOf(path: string): string | null {
  try {
    return readlinkSync(path)
  } catch {
    return null
  }
}
