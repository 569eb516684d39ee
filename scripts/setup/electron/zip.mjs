// @ts-check
// Takes chosen files out of a ZIP archive. The archive that we need has 25 000 files of which 80
// are wanted, so unpacking it whole would cost minutes and half a gigabyte.
import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, relative, resolve } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { crc32 } from 'node:zlib'
import { openPromise } from 'yauzl'

/**
 * Extracts the files that `choose` gives a new name to; the others stay packed.
 *
 * @param {string} archive
 * @param {string} target a folder; made if it is not there
 * @param {(name: string) => string | undefined} choose path in the archive → path in the target
 * @returns {Promise<number>} how many files were written
 * @throws {Error} when the archive is damaged, or a name would land outside the target
 */
export async function extractFromZip(archive, target, choose) {
  const zip = await openPromise(archive, { autoClose: false })
  try {
    let written = 0
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName.endsWith('/') ? undefined : choose(entry.fileName)
      if (name === undefined) continue
      const path = resolve(target, name)
      if (relative(target, path).startsWith('..')) throw new Error(`unsafe path: ${name}`)
      await mkdir(dirname(path), { recursive: true })
      await extractEntry(zip, entry, path)
      written += 1
    }
    return written
  } finally {
    zip.close()
  }
}

/**
 * @param {import('yauzl').ZipFile} zip
 * @param {import('yauzl').Entry} entry
 * @param {string} path
 */
async function extractEntry(zip, entry, path) {
  // The library looks at sizes, but leaves the checksum to us.
  let crc = 0
  const check = new Transform({
    transform(chunk, _encoding, done) {
      crc = crc32(chunk, crc)
      done(null, chunk)
    },
  })
  const mode = (entry.externalFileAttributes >>> 16) & 0o777
  const target = createWriteStream(path, { mode: mode || 0o644 })
  await pipeline(await zip.openReadStreamPromise(entry), check, target)
  if (crc !== entry.crc32) throw new Error(`checksum of ${entry.fileName} does not match`)
}
