import { decompress, Decompress } from 'fzstd'
import { ListError } from '../../../shared/questionLists/listProblem'
import { checkUnpacked, MAX_UNPACKED_BYTES } from './archive'

/** Of how much of the past a frame may make use; zstd itself takes no more unless told to. */
const MAX_WINDOW_BYTES = 128 * 1024 * 1024
const PIECE_BYTES = 64 * 1024

/**
 * Unpacks what zstd has packed, and counts what really comes out.
 * @param name for the error
 * @throws {ListError} ZIP_BOMB, ZIP_DAMAGED
 */
export function unpackZstd(packed: Uint8Array, name: string): Uint8Array {
  const { contentBytes, windowBytes } = frameSizes(packed)
  if ((contentBytes ?? 0) > MAX_UNPACKED_BYTES || windowBytes > MAX_WINDOW_BYTES) {
    throw new ListError('ZIP_BOMB', { path: name })
  }
  try {
    if (contentBytes !== null) {
      checkUnpacked(name, contentBytes, packed.length)
      return decompress(packed, new Uint8Array(contentBytes))
    }
    return inPieces(packed, name)
  } catch (cause) {
    throw cause instanceof ListError
      ? cause
      : new ListError('ZIP_DAMAGED', { path: name }, { cause })
  }
}

function inPieces(packed: Uint8Array, name: string): Uint8Array {
  const pieces: Uint8Array[] = []
  let unpackedBytes = 0
  const stream = new Decompress((piece) => {
    unpackedBytes += piece.length
    checkUnpacked(name, unpackedBytes, packed.length)
    pieces.push(piece.slice())
  })
  for (let at = 0; at < packed.length; at += PIECE_BYTES) {
    stream.push(packed.subarray(at, at + PIECE_BYTES), at + PIECE_BYTES >= packed.length)
  }
  return Buffer.concat(pieces)
}

/**
 * What a frame says of itself, before anything is allocated for it (RFC 8878, 3.1.1.1).
 * @throws {ListError} ZIP_DAMAGED when there is none
 */
function frameSizes(packed: Uint8Array): { contentBytes: number | null; windowBytes: number } {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength)
  try {
    if (view.getUint32(0, true) !== 0xfd2fb528) throw new RangeError('no frame of zstd')
    const descriptor = view.getUint8(4)
    const isSingleSegment = (descriptor & 0x20) !== 0
    const dictionaryBytes = [0, 1, 2, 4][descriptor & 3]!
    const at = (isSingleSegment ? 5 : 6) + dictionaryBytes
    const kind = descriptor >> 6
    const contentBytes =
      kind === 3
        ? Number(view.getBigUint64(at, true))
        : kind === 2
          ? view.getUint32(at, true)
          : kind === 1
            ? view.getUint16(at, true) + 256
            : isSingleSegment
              ? view.getUint8(at)
              : null
    if (isSingleSegment) return { contentBytes, windowBytes: contentBytes! }
    const window = view.getUint8(5)
    const base = 2 ** (10 + (window >> 3))
    return { contentBytes, windowBytes: base + (base / 8) * (window & 7) }
  } catch (cause) {
    throw new ListError('ZIP_DAMAGED', {}, { cause })
  }
}
