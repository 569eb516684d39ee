import { existsSync, readFileSync, readdirSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { writing } from '../../scripts/setup/failures.mjs'
import { extractFromZip } from '../../scripts/setup/electron/zip.mjs'
import { problemOf } from './helpers/problem'
import { scratchFolder, writeTo } from './helpers/scratch'
import { makeZip, type ZipFile } from './helpers/zip'

const everything = (name: string) => name

function zipOf(files: readonly ZipFile[], spoil: (bytes: Buffer) => Buffer = (bytes) => bytes) {
  const folder = scratchFolder()
  const archive = writeTo(join(folder, 'archive.zip'), spoil(makeZip(files)))
  return { archive, target: join(folder, 'target') }
}

describe('taking files out of a ZIP archive', () => {
  test('gives the chosen ones their new names, content and permissions, and leaves the rest', async () => {
    const { archive, target } = zipOf([
      { name: 'top/program', content: 'x'.repeat(100_000), mode: 0o755 },
      { name: 'top/deep/stored', content: 'as it is', isStored: true },
      { name: 'top/empty', content: '', isStored: true },
      { name: 'top/unwanted', content: 'no' },
    ])
    const count = await extractFromZip(archive, target, (name) =>
      name === 'top/unwanted' ? undefined : name.replace('top/', ''),
    )
    expect(count).toBe(3)
    expect(readdirSync(target).toSorted()).toEqual(['deep', 'empty', 'program'])
    expect(readFileSync(join(target, 'program'), 'utf8')).toBe('x'.repeat(100_000))
    expect(readFileSync(join(target, 'deep', 'stored'), 'utf8')).toBe('as it is')
    expect(readFileSync(join(target, 'empty'), 'utf8')).toBe('')
    if (process.platform !== 'win32') {
      expect(statSync(join(target, 'program')).mode & 0o777).toBe(0o755)
    }
  })

  test.each([
    ['in the archive', '../outside', everything, 'invalid relative path'],
    ['once it has its new name', 'outside', (name: string) => `../${name}`, 'unsafe path'],
  ])('refuses a path that leads out of the target %s', async (_, name, choose, error) => {
    const { archive, target } = zipOf([{ name, content: 'gotcha' }])
    await expect(extractFromZip(archive, target, choose)).rejects.toThrow(error)
    expect(existsSync(join(target, '..', 'outside'))).toBe(false)
  })

  test('notices a changed byte', async () => {
    const { archive, target } = zipOf(
      [{ name: 'file', content: 'the original', isStored: true }],
      (bytes) =>
        Buffer.from(bytes.toString('latin1').replace('the original', 'not original'), 'latin1'),
    )
    await expect(extractFromZip(archive, target, everything)).rejects.toThrow(
      'checksum of file does not match',
    )
  })

  test('notices an archive that was cut short', async () => {
    const { archive, target } = zipOf([{ name: 'file', content: 'whole' }], (bytes) =>
      bytes.subarray(0, -10),
    )
    await expect(extractFromZip(archive, target, everything)).rejects.toThrow(
      'End of central directory',
    )
  })

  test.runIf(process.platform === 'linux')(
    'says so when the disk is full (on Linux, which has /dev/full)',
    async () => {
      const { archive, target } = zipOf([{ name: 'file', content: 'too much' }])
      writeTo(join(target, 'neighbour'))
      symlinkSync('/dev/full', join(target, 'file'))
      const { message, remedy } = await problemOf(() =>
        writing(target, () => extractFromZip(archive, target, everything)),
      )
      expect(message).toBe(`The disk is full: there was no room to write in ${target}.`)
      expect(remedy).toContain('SOUNDCHECK_CACHE')
    },
  )
})
