import { execFileSync } from 'node:child_process'
import { appendFileSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { codeOf } from '../../../electron/disk/durableFiles'

const FILLER = 'filler'
const BLOCK_BYTES = 4096

/** Why there can be no small disk here; null when there can. */
export function whyNoSmallDisk(): string | null {
  if (process.platform !== 'linux') return 'a disk of a few megabytes needs tmpfs, which is Linux'
  return process.getuid?.() === 0 ? null : 'mounting a disk of a few megabytes needs root'
}

/** A disk of its own, small enough to be filled. */
export class SmallDisk {
  readonly folder: string

  constructor({ megabytes }: { megabytes: number }) {
    this.folder = mkdtempSync(join(tmpdir(), 'soundcheck-disk-'))
    const options = `size=${String(megabytes)}m,mode=0700`
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', this.folder])
  }

  get freeBytes(): number {
    const { bavail, bsize } = statfsSync(this.folder)
    return bavail * bsize
  }

  /** Fills it until this much is left; others may be writing to it meanwhile. */
  fillUpTo(leftBytes: number): void {
    const block = Buffer.alloc(BLOCK_BYTES, 1)
    try {
      while (this.freeBytes >= leftBytes + BLOCK_BYTES) {
        appendFileSync(join(this.folder, FILLER), block)
      }
    } catch (error) {
      if (codeOf(error) !== 'ENOSPC') throw error
    }
  }

  empty(): void {
    rmSync(join(this.folder, FILLER), { force: true })
  }

  remove(): void {
    execFileSync('umount', ['--lazy', this.folder])
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
}
