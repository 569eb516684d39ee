import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { otherComputer, usableFolder, whyLocked } from '../../../../electron/disk/usableFolder'
import { temporaryFolder } from '../store/fixture'
import { disk } from './refusingDisk'

vi.mock('node:fs', async (original) => (await import('./refusingDisk')).refusing(await original()))

/** What Chromium uses where it cannot use what was asked for. */
const usual = () => join(temporaryFolder(), 'usual')

/** The code, and what is said about the folder, when it is refused. */
function refusal(asked: string | null, given: string | null): string {
  try {
    return `used: ${usableFolder({ asked, given: () => given })}`
  } catch (error) {
    const { code, message } = error as { code: string; message: string }
    return `${code} ${message}`
  }
}

describe('the folder to keep everything in', () => {
  it('is the one that was asked for, by whatever name, and nothing is left in it', () => {
    const folder = temporaryFolder()
    const link = join(temporaryFolder(), 'link')
    symlinkSync(folder, link)
    for (const asked of [folder, `${folder}/`, `${folder}/../${folder.split('/').at(-1)!}`, link]) {
      expect(usableFolder({ asked, given: () => folder })).toBe(folder)
    }
    expect(readdirSync(folder)).toEqual([])
  })

  it('is the usual one where none was asked for, made if need be', () => {
    const given = join(usual(), 'Soundcheck')
    expect(usableFolder({ asked: null, given: () => given })).toBe(given)
    expect(existsSync(given)).toBe(true)
  })

  it('is never another one than was asked for', () => {
    const folder = temporaryFolder()
    const file = join(folder, 'file')
    writeFileSync(file, '')
    const dangling = join(folder, 'dangling')
    symlinkSync(join(folder, 'nowhere'), dangling)
    const stick = '/proc/stick/Soundcheck'
    const given = usual()
    expect(refusal(file, given)).toBe(`FOLDER_UNUSABLE ${file}: it is a file`)
    expect(refusal(dangling, given)).toBe(
      `FOLDER_UNUSABLE ${dangling}: it is a link that leads nowhere`,
    )
    expect(refusal(stick, given)).toBe(
      `FOLDER_UNUSABLE ${stick}: it is not there and cannot be made (ENOENT)`,
    )
    expect(refusal('', given)).toContain('--user-data-dir=FOLDER')
    expect(existsSync(given)).toBe(false)
    const never = () => expect.unreachable('Chromium would make the usual folder')
    expect(() => usableFolder({ asked: file, given: never })).toThrow('it is a file')
  })

  it('has a whole path, and is there at all', () => {
    expect(refusal(null, 'settings/Soundcheck')).toContain('it is not a whole path')
    expect(refusal(null, null)).toBe('FOLDER_UNUSABLE The usual folder: it cannot be made')
  })

  it.each([
    ['mkdirSync', 'EACCES', 'it cannot be made (EACCES)'],
    ['writeFileSync', 'EROFS', 'it cannot be written to (EROFS)'],
    ['symlinkSync', 'EPERM', 'its disk knows no links, as FAT, exFAT and some'],
  ])('is refused in words when %s meets %s', (call, code, words) => {
    const folder = temporaryFolder()
    disk.refuse = (name) => (name === call ? code : null)
    expect(refusal(folder, folder)).toContain(`FOLDER_UNUSABLE ${folder}: ${words}`)
    disk.refuse = () => null
    expect(readdirSync(folder)).toEqual([])
  })

  it('can be on a full disk: deleting must be possible there', () => {
    const folder = temporaryFolder()
    disk.refuse = (name) => (name === 'writeFileSync' ? 'ENOSPC' : null)
    expect(usableFolder({ asked: folder, given: () => folder })).toBe(folder)
  })
})

describe.skipIf(process.platform === 'win32')('a lock that cannot be taken', () => {
  const lockedBy = (holder: string) => {
    const folder = temporaryFolder()
    symlinkSync(holder, join(folder, 'SingletonLock'))
    return otherComputer(folder) ?? whyLocked(folder)
  }

  it('is no trouble when another instance of ours has it', () => {
    expect(lockedBy(`${hostname()}-${String(process.pid)}`)).toBeNull()
  })

  it('says who has it', () => {
    expect(lockedBy('the-other-laptop-4711')).toBe('the-other-laptop')
    expect(lockedBy(`${hostname()}-4194305`)).toBe('its lock cannot be taken')
    vi.spyOn(process, 'kill').mockImplementationOnce(() => {
      throw Object.assign(new Error('not yours'), { code: 'EPERM' })
    })
    expect(lockedBy(`${hostname()}-1`)).toContain('somebody else has it open on this computer')
  })

  it('is said to be so when nobody has it', () => {
    const folder = temporaryFolder()
    expect(whyLocked(folder)).toBe('its lock cannot be taken')
    mkdirSync(join(folder, 'SingletonLock'))
    expect(whyLocked(folder)).toBe('its lock cannot be taken')
  })
})
