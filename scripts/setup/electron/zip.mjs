// @ts-check
// Takes chosen files out of a ZIP archive. The archive that we need has 25 000 files of which 80
// are wanted, so unpacking it whole would cost minutes and half a gigabyte.
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open } from 'node:fs/promises'
import { dirname, relative, resolve } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { crc32, createInflateRaw } from 'node:zlib'

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_ENTRY = 0x04034b50
const STORED = 0
const DEFLATED = 8

/**
 * @typedef {object} Entry
 * @property {string} name
 * @property {number} method
 * @property {number} crc
 * @property {number} packedSize
 * @property {number} mode the Unix permissions
 * @property {number} offset
 */

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
  const file = await open(archive)
  try {
    let written = 0
    for (const entry of await readDirectory(file)) {
      const name = entry.name.endsWith('/') ? undefined : choose(entry.name)
      if (name === undefined) continue
      const path = resolve(target, name)
      if (relative(target, path).startsWith('..')) throw new Error(`unsafe path: ${name}`)
      await mkdir(dirname(path), { recursive: true })
      await extractEntry(file, archive, entry, path)
      written += 1
    }
    return written
  } finally {
    await file.close()
  }
}

/**
 * @param {import('node:fs/promises').FileHandle} file
 * @returns {Promise<Entry[]>}
 */
async function readDirectory(file) {
  const { size } = await file.stat()
  // The end record is 22 bytes, followed by a comment of at most 65 535.
  const tail = await readAt(file, Math.max(0, size - 65_557), Math.min(size, 65_557))
  let end = tail.length - 22
  while (end >= 0 && tail.readUInt32LE(end) !== END_OF_DIRECTORY) end -= 1
  if (end < 0) throw new Error('not a ZIP archive, or one that was cut short')
  const count = tail.readUInt16LE(end + 10)
  const directory = await readAt(file, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12))

  const entries = []
  for (let at = 0; entries.length < count;) {
    if (directory.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new Error('damaged ZIP directory')
    const nameLength = directory.readUInt16LE(at + 28)
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      method: directory.readUInt16LE(at + 10),
      crc: directory.readUInt32LE(at + 16),
      packedSize: directory.readUInt32LE(at + 20),
      mode: (directory.readUInt32LE(at + 38) >>> 16) & 0o777,
      offset: directory.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return entries
}

/**
 * @param {import('node:fs/promises').FileHandle} file
 * @param {string} archive
 * @param {Entry} entry
 * @param {string} path
 */
async function extractEntry(file, archive, entry, path) {
  const header = await readAt(file, entry.offset, 30)
  if (header.readUInt32LE(0) !== LOCAL_ENTRY) throw new Error(`damaged ZIP entry: ${entry.name}`)
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  let crc = 0
  const check = new Transform({
    transform(chunk, _encoding, done) {
      crc = crc32(chunk, crc)
      done(null, chunk)
    },
  })
  const target = createWriteStream(path, { mode: entry.mode || 0o644 })
  // A read stream cannot be empty: its end is inclusive.
  const source =
    entry.packedSize > 0
      ? createReadStream(archive, { start, end: start + entry.packedSize - 1 })
      : []
  if (entry.method === DEFLATED) await pipeline(source, createInflateRaw(), check, target)
  else if (entry.method === STORED) await pipeline(source, check, target)
  else throw new Error(`ZIP method ${entry.method} is not supported: ${entry.name}`)
  if (crc !== entry.crc) throw new Error(`checksum of ${entry.name} does not match`)
}

/**
 * @param {import('node:fs/promises').FileHandle} file
 * @param {number} position
 * @param {number} length
 */
async function readAt(file, position, length) {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position)
  if (bytesRead < length) throw new Error('the ZIP archive was cut short')
  return buffer
}
