import { pairLabel } from '../../shared/inputPairs'
import { askPactl } from './pactl'
import { listSources, type Source } from './soundServer'

/** What our own sources are called: with the process that made them, and what they are of. */
const OURS = /^soundcheck_(\d+)_/

/**
 * Makes a microphone of each pair of inputs of an interface that has more than two, in Linux's sound
 * server. Chromium asks that for two channels and no more: of an interface with eight inputs it gets
 * a mix in which most are faint and some are missing. The pairs stand in every list of microphones
 * while Soundcheck runs, so that a person can choose one.
 */
export class InputPairs {
  readonly #modules: string[] = []
  readonly #splitIndexes = new Set<number>()
  #isDisposed = false

  constructor() {
    process.once('exit', () => this.dispose())
  }

  /** Makes the pairs of this source, once. Does nothing for one with two channels or less. */
  async split(source: Source): Promise<void> {
    const { index, name, channels } = source
    if (channels.length <= 2 || this.#splitIndexes.has(index) || isPair(source)) return
    this.#splitIndexes.add(index)
    try {
      await removeLeftovers()
      for (let first = 0; first < channels.length && !this.#isDisposed; first += 2) {
        this.#modules.push(await load(source, first, `soundcheck_${process.pid}_${name}.${first}`))
      }
    } catch (error) {
      // It records as before, from what Chromium gets.
      console.error(`The inputs of ${name} cannot be told apart`, error)
    }
  }

  dispose(): void {
    this.#isDisposed = true
    // Nobody waits: the programs end after us.
    for (const module of this.#modules.splice(0)) unload(module)
  }
}

/** Whether a source was made here, of another one. */
export function isPair({ name }: Source): boolean {
  return OURS.test(name)
}

async function load({ name, label, channels }: Source, first: number, as: string): Promise<string> {
  const inputs = channels.slice(first, first + 2)
  const numbers = inputs.map((_, offset) => first + offset + 1)
  const of = pairLabel(label, numbers).replaceAll(/["'\\]/g, '')
  const module = await askPactl(
    'load-module',
    'module-remap-source',
    `master=${name}`,
    `source_name=${as}`,
    `channels=${String(inputs.length)}`,
    `master_channel_map=${inputs.join()}`,
    `channel_map=${inputs.length > 1 ? 'front-left,front-right' : 'mono'}`,
    'remix=no',
    `source_properties='device.description="${of}"'`,
  )
  return module.trim()
}

/** What a run that was killed has left. */
async function removeLeftovers(): Promise<void> {
  for (const { name, module } of await listSources()) {
    const pid = OURS.exec(name)?.[1]
    if (pid !== undefined && !isAlive(Number(pid))) unload(String(module))
  }
}

function unload(module: string): void {
  // It may be gone: the interface was pulled out.
  askPactl('unload-module', module).catch(() => undefined)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
