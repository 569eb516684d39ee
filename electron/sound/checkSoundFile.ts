import { open, stat, type FileHandle } from 'node:fs/promises'
import { UnreadableSound } from './soundStream'

const HEAD_BYTES = 8
const RIFF = 0x52_49_46_46
/** Written, or nearly so, by who does not know yet how long it will be. */
const UNKNOWN_SIZE = 0x7f_ff_00_00
/** A last chunk may be one byte shorter than an even size. */
const PADDING_BYTES = 1

/**
 * Whether there is a file that may be read, and not only the beginning of one: of a WAV that was
 * cut off, as much would be measured as there is.
 * @throws {UnreadableSound}
 */
export async function checkSoundFile(path: string): Promise<void> {
  const found = await stat(path).catch(() => null)
  if (!found) throw new UnreadableSound('NO_FILE', 'There is no such file.')
  if (!found.isFile()) throw new UnreadableSound('NO_FILE', 'This is not a file.')
  const file = await open(path).catch((cause: unknown) => {
    throw new UnreadableSound('NO_FILE', 'This file may not be read.', cause)
  })
  try {
    const wanted = await riffBytes(file)
    if (wanted <= found.size + PADDING_BYTES) return
    throw new UnreadableSound(
      'DAMAGED',
      `This sound file is damaged: of ${String(wanted)} bytes only ${String(found.size)} are there.`,
    )
  } finally {
    await file.close()
  }
}

/** How large a WAV says it is; 0 for what is none, or does not know it. */
async function riffBytes(file: FileHandle): Promise<number> {
  const head = Buffer.alloc(HEAD_BYTES)
  const { bytesRead } = await file.read(head, 0, HEAD_BYTES, 0)
  if (bytesRead < HEAD_BYTES || head.readUInt32BE(0) !== RIFF) return 0
  const size = head.readUInt32LE(4)
  return size >= UNKNOWN_SIZE ? 0 : size + HEAD_BYTES
}
