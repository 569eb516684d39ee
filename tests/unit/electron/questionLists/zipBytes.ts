import { crc32, deflateRawSync } from 'node:zlib'

/** A file of an archive, and what the archive says of it, which may be a lie. */
export interface ZipEntry {
  name: string
  content: Uint8Array | string
  /** As they are said to be; what they are when absent. */
  size?: number
  crc?: number
  /** Unix's type and rights, as in 0o120777 for a link. */
  mode?: number
  flags?: number
  /** 0 stored, 8 deflated, 99 as AES has it. */
  method?: number
}

const UTF8_NAMES = 0x800

/** An archive with exactly these files, written by hand: no library writes what is refused here. */
export function zipBytes(entries: readonly ZipEntry[]): Buffer {
  const files: Buffer[] = []
  const list: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const content = Buffer.from(entry.content as Uint8Array)
    const method = entry.method ?? 8
    const packed = method === 8 ? deflateRawSync(content) : content
    const name = Buffer.from(entry.name, 'utf8')
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(UTF8_NAMES | (entry.flags ?? 0), 2)
    common.writeUInt16LE(method, 4)
    common.writeUInt32LE(entry.crc ?? crc32(content), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(entry.size ?? content.length, 18)
    common.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, name, packed])
    const more = Buffer.alloc(14)
    more.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 6)
    more.writeUInt32LE(offset, 10)
    // Made by Unix, whose rights are in the attributes.
    list.push(
      Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 3]), common, more, name]),
    )
    files.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(list)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...files, directory, end])
}
