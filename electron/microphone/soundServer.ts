import { z } from 'zod'
import { askPactl } from './pactl'

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
    const list: unknown = JSON.parse(await askPactl('--format=json', 'list', 'source-outputs'))
    const recordings = z.array(RecordingSchema).parse(list)
    const isOurs = ({ properties }: z.infer<typeof RecordingSchema>): boolean =>
      pids.has(Number(properties['application.process.id']))
    // The newest one: while a microphone is exchanged for another there are two for a moment.
    const ours = recordings.findLast(isOurs)
    if (!ours) return null
    if (!nameByIndex.has(ours.source)) {
      for (const [index, name] of await sourceNames()) nameByIndex.set(index, name)
    }
    return nameByIndex.get(ours.source) ?? null
  } catch {
    return null // no pactl, or no server that it knows
  }
}

/**
 * What the microphones are called. Read from the list that people read: in the one for machines
 * pactl 16 writes "(null)" for a name with any letter beyond ASCII.
 */
async function sourceNames(): Promise<[index: number, name: string][]> {
  const list = await askPactl('list', 'sources')
  const found = list.matchAll(/^Source #(\d+)$(?:\n\t.*)*?\n\tDescription: (.*)$/gm)
  return [...found].map(([, index, name = '']) => [Number(index), name])
}
