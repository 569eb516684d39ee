import { crc32 } from 'node:zlib'
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl'
import { ListError } from '../../../shared/questionLists/listProblem'
import { isZip } from './isZip'

/** Of what is read of an archive. Pictures and sounds stay packed, however many there are. */
const MAX_ENTRIES = 1000
export const MAX_UNPACKED_BYTES = 200 * 1024 * 1024
const MAX_RATIO = 100
/** Less than this harms nobody, and an empty database packs very well. */
const RATIO_FROM_BYTES = 64 * 1024

const UNIX_TYPE = 0o170000
const UNIX_FILE = 0o100000
const UNIX_FOLDER = 0o040000
const AES = 99

/** The files of a ZIP archive by name, all of whose names were looked at. */
export class Archive {
  readonly #zip: ZipFile
  readonly #entries: ReadonlyMap<string, Entry>

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.#zip = zip
    this.#entries = entries
  }

  /**
   * Reads the archive's list of files, and none of them.
   * @param isMedia those that will never be read, by name: they are not counted
   * @throws {ListError} ZIP_PATH, ZIP_LINK, ZIP_ENCRYPTED, ZIP_NESTED, ZIP_BOMB, ZIP_DAMAGED
   */
  static async open(bytes: Uint8Array, isMedia: (name: string) => boolean): Promise<Archive> {
    try {
      const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      // Names are looked at here, with an error of their own for each kind, and so are the sizes.
      const zip = await fromBufferPromise(buffer, {
        decodeStrings: false,
        validateEntrySizes: false,
      })
      return new Archive(zip, await checkedEntries(zip, isMedia))
    } catch (cause) {
      throw cause instanceof ListError ? cause : new ListError('ZIP_DAMAGED', {}, { cause })
    }
  }

  has(name: string): boolean {
    return this.#entries.has(name)
  }

  /**
   * Unpacks one file in memory, and counts what really comes out of it.
   * @throws {ListError} ZIP_BOMB, ZIP_NESTED, ZIP_DAMAGED
   */
  async read(name: string): Promise<Buffer> {
    const entry = this.#entries.get(name)!
    const pieces: Buffer[] = []
    let unpackedBytes = 0
    let crc = 0
    try {
      for await (const piece of await this.#zip.openReadStreamPromise(entry)) {
        const bytes = piece as Buffer
        unpackedBytes += bytes.length
        checkUnpacked(name, unpackedBytes, entry.compressedSize)
        if (unpackedBytes > entry.uncompressedSize) throw lyingSize(name)
        crc = crc32(bytes, crc)
        pieces.push(bytes)
      }
    } catch (cause) {
      throw cause instanceof ListError
        ? cause
        : new ListError('ZIP_DAMAGED', { path: name }, { cause })
    }
    if (unpackedBytes !== entry.uncompressedSize) throw lyingSize(name)
    if (crc !== entry.crc32) throw new ListError('ZIP_DAMAGED', { path: name })
    const whole = Buffer.concat(pieces)
    if (isZip(whole)) throw new ListError('ZIP_NESTED', { path: name })
    return whole
  }
}

/** @throws {ListError} ZIP_BOMB when this is more than a deck can have, or than it was packed into */
export function checkUnpacked(path: string, unpackedBytes: number, packedBytes: number): void {
  const isTooMuch = unpackedBytes > MAX_UNPACKED_BYTES
  const isTooDense = unpackedBytes > RATIO_FROM_BYTES && unpackedBytes > MAX_RATIO * packedBytes
  if (isTooMuch || isTooDense) throw new ListError('ZIP_BOMB', { path })
}

function lyingSize(path: string): ListError {
  const happened = `"${path}" in this archive is not as large as the archive says.`
  return new ListError('ZIP_BOMB', { path, happened })
}

async function checkedEntries(
  zip: ZipFile,
  isMedia: (name: string) => boolean,
): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  const seen = new Set<string>()
  let readableCount = 0
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileNameRaw.toString('utf8')
    checkName(name)
    const alike = name.normalize('NFC').toLowerCase()
    if (seen.has(alike)) {
      throw badName(
        name,
        'Two files in this archive have the same name, but for small and capital letters.',
      )
    }
    seen.add(alike)
    checkKind(name, entry)
    readableCount += isMedia(name) ? 0 : 1
    if (readableCount > MAX_ENTRIES) throw new ListError('ZIP_BOMB', { path: name })
    entries.set(name, entry)
  }
  return entries
}

function checkKind(path: string, entry: Entry): void {
  const type = (entry.externalFileAttributes >>> 16) & UNIX_TYPE
  if (type !== 0 && type !== UNIX_FILE && type !== UNIX_FOLDER)
    throw new ListError('ZIP_LINK', { path })
  const isLocked = (entry.generalPurposeBitFlag & 0b10_0000_0100_0001) !== 0
  if (isLocked || entry.compressionMethod === AES) throw new ListError('ZIP_ENCRYPTED', { path })
  if (/\.(?:zip|apkg|colpkg|7z|rar|tar|tgz|gz|bz2|xz|zst|jar)$/iu.test(path)) {
    throw new ListError('ZIP_NESTED', { path })
  }
}

/** Names that lead out of a folder, or mean something else on some system. */
function checkName(name: string): void {
  const parts = name.split('/')
  const isFolder = name.endsWith('/')
  const isBad =
    name === '' ||
    name.length > 1000 ||
    // oxlint-disable-next-line no-control-regex -- they are what is refused
    /[\\:\u0000-\u001f\ufffd]/u.test(name) ||
    parts.some((part, at) => part === '' && !(isFolder && at === parts.length - 1)) ||
    parts.some((part) => part === '.' || part === '..' || isDevice(part))
  if (isBad) throw badName(name)
}

/** Windows takes these for devices, whatever comes behind a dot. */
function isDevice(part: string): boolean {
  return /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(?:\..*)?$/iu.test(part)
}

function badName(name: string, happened?: string): ListError {
  return new ListError('ZIP_PATH', { path: name, ...(happened === undefined ? {} : { happened }) })
}
