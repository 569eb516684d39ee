import { z } from 'zod'
import { askPactl } from './pactl'

/** A microphone, or an interface with several inputs, as Linux's sound server knows it. */
export interface Source {
  index: number
  /** What programs call it. */
  name: string
  /** What people call it. */
  label: string
  /** The names of its channels, as many as it has inputs. */
  channels: readonly string[]
  /** The number of the module that made it. */
  module: number
}

const RecordingSchema = z.object({
  source: z.number(),
  properties: z.object({ 'application.process.id': z.string().optional() }),
})

/** By their index, which a sound server never uses twice: they need not be asked for again. */
const sourceByIndex = new Map<number, Source>()

/**
 * The microphones that Linux's sound server really gives these processes, the newest last; empty
 * when they record nothing, or when it cannot be asked. PulseAudio and PipeWire move a recording to
 * another microphone without a word, and Chromium does not look.
 */
export async function recordingSources(pids: ReadonlySet<number>): Promise<Source[]> {
  if (process.platform !== 'linux') return []
  try {
    const list: unknown = JSON.parse(await askPactl('--format=json', 'list', 'source-outputs'))
    const recordings = z.array(RecordingSchema).parse(list)
    const ours = recordings
      .filter(({ properties }) => pids.has(Number(properties['application.process.id'])))
      .map(({ source }) => source)
    if (ours.some((index) => !sourceByIndex.has(index))) {
      for (const source of await listSources()) sourceByIndex.set(source.index, source)
    }
    return ours.flatMap((index) => sourceByIndex.get(index) ?? [])
  } catch {
    return [] // no pactl, or no server that it knows
  }
}

/**
 * Every source there is. From the list that people read: in the one for machines pactl 16 writes
 * "(null)" for a name with any letter beyond ASCII.
 * @throws where the sound server cannot be asked
 */
export async function listSources(): Promise<Source[]> {
  const blocks = (await askPactl('list', 'sources')).split(/^Source #/m).slice(1)
  return blocks.map((block) => {
    const valueOf = (key: string): string =>
      new RegExp(`^\\t${key}: (.*)$`, 'm').exec(block)?.[1] ?? ''
    return {
      index: Number.parseInt(block, 10),
      name: valueOf('Name'),
      label: valueOf('Description'),
      channels: valueOf('Channel Map').split(','),
      module: Number(valueOf('Owner Module')),
    }
  })
}
