import { open, type FileHandle } from 'node:fs/promises'
import { codeOf } from '../disk/durableFiles'
import { parseRange } from './byteRange'

const READ_BYTES = 128 * 1024

/**
 * Answers a request for a sound file as a media element needs it: in ranges, without ever holding
 * the whole of it. A file that is not there is 404.
 */
export async function soundResponse(path: string, rangeHeader: string | null): Promise<Response> {
  let file: FileHandle
  try {
    file = await open(path, 'r')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return notFound()
    throw error
  }
  const { size } = await file.stat()
  const range = parseRange(rangeHeader, size)
  const headers = {
    'Content-Type': 'audio/webm',
    'Accept-Ranges': 'bytes',
    // A deleted take must not live on in a cache.
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  }
  switch (range.kind) {
    case 'full':
      return new Response(stream(file, 0, size - 1), {
        headers: { ...headers, 'Content-Length': String(size) },
      })
    case 'part': {
      const { first, last } = range
      return new Response(stream(file, first, last), {
        status: 206,
        headers: {
          ...headers,
          'Content-Length': String(last - first + 1),
          'Content-Range': `bytes ${String(first)}-${String(last)}/${String(size)}`,
        },
      })
    }
    case 'unsatisfiable':
      await file.close()
      return new Response(null, {
        status: 416,
        headers: { ...headers, 'Content-Range': `bytes */${String(size)}` },
      })
  }
}

export function notFound(): Response {
  return new Response(null, { status: 404 })
}

/** Reads on only when the reader asks for more; owns the file and closes it at the end or on cancel. */
function stream(file: FileHandle, first: number, last: number): ReadableStream<Uint8Array> {
  let position = first
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const length = Math.min(READ_BYTES, last - position + 1)
        try {
          const { bytesRead, buffer } = await file.read(new Uint8Array(length), 0, length, position)
          position += bytesRead
          if (bytesRead > 0) controller.enqueue(buffer.subarray(0, bytesRead))
          if (bytesRead > 0 && position <= last) return
        } catch (error) {
          await file.close()
          throw error
        }
        await file.close()
        controller.close()
      },
      cancel: () => file.close(),
    },
    { highWaterMark: 0 },
  )
}
