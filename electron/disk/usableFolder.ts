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
  /**
   * The folder that Chromium would use; null when it can use none. Called only when nothing speaks
   * against it already: Chromium makes the folder when it is asked.
   */
  given: () => string | null
}

/**
 * The folder to keep everything in. Chromium takes the usual one without a word when it cannot use
 * the one that was asked for: what is said would land in the home folder.
 * @throws {AppError} FOLDER_UNUSABLE, naming the folder and what is wrong with it
 */
export function usableFolder({ asked, given }: FolderWish): string {
  if (asked === '')
    throw unusable('Write it as --user-data-dir=FOLDER, with the folder after the =')
  const notTaken = asked === null ? null : whyNotTaken(asked)
  if (notTaken !== null) throw unusable(`${String(asked)}: ${notTaken}`)
  const folder = given()
  if (folder === null) throw unusable(`${asked ?? 'The usual folder'}: it cannot be made`)
  if (asked !== null && !isSame(asked, folder)) throw unusable(`${asked}: it cannot be used`)
  // XDG_CONFIG_HOME may say so: the folder would be another one with each place to start from.
  if (!isAbsolute(folder)) throw unusable(`${folder}: it is not a whole path`)
  const reason = whyNotWritable(folder)
  if (reason !== null) throw unusable(`${folder}: ${reason}`)
  return folder
}

/**
 * Which other computer has this folder open, if one has: it is on a drive of the network. Chromium's
 * lock is a link to "<computer>-<process>", except on Windows, where no other one can have it.
 */
export function otherComputer(folder: string): string | null {
  const computer = lockHolder(folder)?.computer ?? hostname()
  return computer === hostname() ? null : computer
}

/** Why the lock could not be taken on this computer; null when another instance of ours has it. */
export function whyLocked(folder: string): string | null {
  if (process.platform === 'win32') return null
  const holder = lockHolder(folder)
  if (holder === null) return 'its lock cannot be taken'
  try {
    process.kill(holder.pid, 0)
    return null
  } catch (error) {
    return codeOf(error) === 'EPERM'
      ? `somebody else has it open on this computer (process ${String(holder.pid)})`
      : 'its lock cannot be taken'
  }
}

function lockHolder(folder: string): { computer: string; pid: number } | null {
  const [, computer, pid] = /^(.*)-(\d+)$/.exec(linkOf(join(folder, 'SingletonLock')) ?? '') ?? []
  return computer === undefined ? null : { computer, pid: Number(pid) }
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

/** Null when it is there: Chromium has made it by now if it can. */
function whyNotTaken(asked: string): string | null {
  try {
    return statSync(asked).isDirectory() ? null : 'it is a file'
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
