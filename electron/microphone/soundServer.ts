import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { z } from 'zod'

/** It answers in 10 ms; nobody waits for one that hangs. */
const ANSWER_WITHIN_MS = 2000

const SourceSchema = z.object({ index: z.number(), description: z.string() })
const RecordingSchema = z.object({
  source: z.number(),
  properties: z.object({ 'application.process.id': z.string().optional() }),
})

/** Names by their index, which a sound server never uses twice: they need not be asked for again. */
const nameByIndex = new Map<number, string>()

/**
 * The name of the microphone that Linux's sound server really gives these processes; null when
 * they record nothing, or when it cannot be asked. PulseAudio and PipeWire move a recording to
 * another microphone without a word, and Chromium does not look.
 */
export async function recordingSource(pids: ReadonlySet<number>): Promise<string | null> {
  if (process.platform !== 'linux') return null
  try {
    const recordings = z.array(RecordingSchema).parse(await list('source-outputs'))
    const isOurs = ({ properties }: z.infer<typeof RecordingSchema>): boolean =>
      pids.has(Number(properties['application.process.id']))
    // The newest one: while a microphone is exchanged for another there are two for a moment.
    const ours = recordings.findLast(isOurs)
    if (!ours) return null
    if (!nameByIndex.has(ours.source)) {
      for (const { index, description } of z.array(SourceSchema).parse(await list('sources'))) {
        nameByIndex.set(index, description)
      }
    }
    return nameByIndex.get(ours.source) ?? null
  } catch {
    return null // no pactl, or no server that it knows
  }
}

async function list(what: string): Promise<unknown> {
  const args = ['--format=json', 'list', what]
  const { stdout } = await promisify(execFile)('pactl', args, { timeout: ANSWER_WITHIN_MS })
  return JSON.parse(stdout)
}
