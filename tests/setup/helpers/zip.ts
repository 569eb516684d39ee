import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipFile {
  name: string
  content: string | Buffer
  mode?: number
  /** Put in as it is, not compressed. */
  isStored?: boolean
}

/** A ZIP archive, made here and now: tests say what is in it, so none has to be committed. */
export function makeZip(files: readonly ZipFile[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, mode = 0o644, isStored = false } of files) {
    const data = Buffer.from(content)
    const packed = isStored ? data : deflateRawSync(data)
    const nameBytes = Buffer.from(name)
    // What the entry and the directory have in common: version, flags, method, time, sizes, name.
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(isStored ? 0 : 8, 4)
    common.writeUInt32LE(crc32(data), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(data.length, 18)
    common.writeUInt16LE(nameBytes.length, 22)
    const local = Buffer.concat([signature(0x04034b50), common, nameBytes, packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE((0o100000 | mode) * 0x10000, 6)
    rest.writeUInt32LE(offset, 10)
    // Made by version 20 on Unix, so that the permissions count.
    const madeBy = Buffer.from([20, 3])
    directory.push(Buffer.concat([signature(0x02014b50), madeBy, common, rest, nameBytes]))
    locals.push(local)
    offset += local.length
  }
  const end = Buffer.alloc(22)
  signature(0x06054b50).copy(end)
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, ...directory, end])
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
