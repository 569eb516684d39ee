import {
  closeSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { open, rename, statfs, writeFile, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/*
 * Written is not stored: a file is safe after its fsync, its name after that of the folder.
 * Windows has no fsync for folders and needs none: NTFS keeps names in its journal.
 */
const FOLDERS_CAN_SYNC = process.platform !== 'win32'

/** Makes names that were added to, renamed in or removed from this folder survive a power cut. */
export async function syncFolder(folder: string): Promise<void> {
  if (!FOLDERS_CAN_SYNC) return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } catch (error) {
    if (!isNotOffered(error)) throw error
  } finally {
    await handle.close()
  }
}

export function syncFolderSync(folder: string): void {
  if (!FOLDERS_CAN_SYNC) return
  const descriptor = openSync(folder, 'r')
  try {
    fsyncSync(descriptor)
  } catch (error) {
    if (!isNotOffered(error)) throw error
  } finally {
    closeSync(descriptor)
  }
}

/** Some network file systems have no fsync for folders either; SQLite goes on there, too. */
function isNotOffered(error: unknown): boolean {
  return ['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(codeOf(error) ?? '')
}

/** Writes all the bytes: one write may stop short, for instance just before the disk is full. */
export async function writeFully(
  handle: FileHandle,
  bytes: Uint8Array,
  position: number,
): Promise<void> {
  let written = 0
  while (written < bytes.byteLength) {
    const { bytesWritten } = await handle.write(
      bytes,
      written,
      bytes.byteLength - written,
      position + written,
    )
    written += bytesWritten
  }
}

const RENAME_TRIES = 5
const RENAME_PAUSE_MS = 100

/**
 * Renames a file, also over an existing one. A virus scanner or an indexer that has just opened it
 * makes Windows refuse for a moment, so it tries a few times before it gives up.
 */
export async function renameFile(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await rename(from, to)
      return
    } catch (error) {
      if (!isHeldBriefly(error) || attempt === RENAME_TRIES) throw error
      await wait(RENAME_PAUSE_MS)
    }
  }
}

/** The same for those who cannot let anything else happen meanwhile: it waits less. */
export function renameFileSync(from: string, to: string): void {
  for (let attempt = 1; ; attempt += 1) {
    try {
      renameSync(from, to)
      return
    } catch (error) {
      if (!isHeldBriefly(error) || attempt === RENAME_TRIES) throw error
      pauseSync(RENAME_PAUSE_MS / 4)
    }
  }
}

function isHeldBriefly(error: unknown): boolean {
  return ['EPERM', 'EACCES', 'EBUSY'].includes(codeOf(error) ?? '')
}

function pauseSync(durationMs: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, durationMs)
}

/**
 * Whether there is such a file.
 * @throws when that cannot be told: not to be let into a folder does not mean that it is empty
 */
export function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined
}

/** Where the file's new text is while it is being written; a kill may leave it there. */
export function halfWrittenFile(file: string): string {
  return `${file}.new`
}

/** The same while a thread writes it: main may be writing the very file at the same moment. */
export function halfWrittenAside(file: string): string {
  return halfWrittenFile(`${file}.aside`)
}

/** Replaces the file as a whole: after a crash it holds the old text or the new, never a part. */
export function replaceFileSync(file: string, text: string): void {
  const temporary = halfWrittenFile(file)
  try {
    writeFileSync(temporary, text, { mode: 0o600, flush: true })
    renameFileSync(temporary, file)
    syncFolderSync(dirname(file))
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}

/** The same for one of many: what happens meanwhile does not wait, and who replaces them syncs their folder afterwards. */
export async function replaceFileOf(file: string, text: string): Promise<void> {
  const temporary = halfWrittenAside(file)
  try {
    await writeFile(temporary, text, { mode: 0o600, flush: true })
    await renameFile(temporary, file)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}

/** The error's code when it comes from the file system or SQLite, as in 'ENOSPC'. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

/** Room for the index of its log is what SQLite asks for first, and has a name of its own for. */
const DISK_FULL_CODES = ['ENOSPC', 'EDQUOT', 'SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE']

/** Whether there was no room for it, by the file system's word or by SQLite's. */
export function isDiskFull(error: unknown): boolean {
  return DISK_FULL_CODES.includes(codeOf(error) ?? '')
}

/** What this user can still write to the disk that the folder is on, in bytes. */
export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}
