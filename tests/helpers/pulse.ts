import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { temporaryFolder } from './launch'
import { writeWav, type Sound } from './wav'

const execFileAsync = promisify(execFile)

const READY_WITHIN_MS = 10_000

/** A microphone that is as real as Chromium can tell, and the loudspeaker in front of it. */
export interface PulseMicrophone {
  /** How PulseAudio names it. */
  source: string
  /** How a person sees it. */
  label: string
  sink: string
  /** What to unload to pull it out. */
  module: string
}

/**
 * A PulseAudio of a test's own, with its own socket and folder. Needs the Debian packages
 * pulseaudio and pulseaudio-utils; works as root too. Give `env` to what should use it.
 */
export class Pulse {
  readonly env: Readonly<Record<string, string>>
  readonly #folder: string
  readonly #removeFolder: () => void
  readonly #daemon: ChildProcess
  readonly #players = new Set<ChildProcess>()
  #soundCount = 0

  private constructor() {
    const { folder, remove } = temporaryFolder()
    this.#folder = folder
    this.#removeFolder = remove
    const socket = join(folder, 'native')
    this.env = {
      XDG_RUNTIME_DIR: folder,
      PULSE_SERVER: `unix:${socket}`,
      PULSE_COOKIE: join(folder, 'cookie'),
    }
    // Without -n it would load what a desktop needs, and look for sound cards.
    const args = ['-n', '--daemonize=no', '--use-pid-file=no', '--exit-idle-time=-1']
    const load = ['-L', `module-native-protocol-unix socket=${socket} auth-anonymous=1`]
    this.#daemon = spawn('pulseaudio', [...args, ...load], {
      env: { ...process.env, ...this.env, HOME: folder, XDG_CONFIG_HOME: folder },
      stdio: 'ignore',
    })
  }

  /** @throws {Error} when there is no PulseAudio, or it does not start */
  static async start(): Promise<Pulse> {
    const pulse = new Pulse()
    let error: unknown
    pulse.#daemon.once('error', (reason) => {
      error = reason
    })
    for (const giveUpAt = Date.now() + READY_WITHIN_MS; ; await wait(50)) {
      if (await pulse.control('info').catch(() => null)) return pulse
      if (error || pulse.#daemon.exitCode !== null || Date.now() > giveUpAt) {
        await pulse.dispose()
        throw new Error('PulseAudio does not start', { cause: error })
      }
    }
  }

  /** Runs `pactl` and answers with what it printed. */
  async control(...args: string[]): Promise<string> {
    const env = { ...process.env, ...this.env, LC_ALL: 'C' }
    const { stdout } = await execFileAsync('pactl', args, { env })
    return stdout.trim()
  }

  /**
   * Plugs in a microphone, or an interface with as many inputs as it has channels, named as
   * PulseAudio names them. Chromium does not list monitors, so a source is made of one.
   */
  async plugIn(
    source: string,
    label: string,
    channels: readonly string[] = ['front-left', 'front-right'],
  ): Promise<PulseMicrophone> {
    const sink = `${source}_speaker`
    const [count, map] = [String(channels.length), channels.join()]
    await this.control(
      'load-module',
      'module-null-sink',
      `sink_name=${sink}`,
      `channels=${count}`,
      `channel_map=${map}`,
    )
    const module = await this.control(
      'load-module',
      'module-remap-source',
      `master=${sink}.monitor`,
      `source_name=${source}`,
      `channels=${count}`,
      `channel_map=${map}`,
      `master_channel_map=${map}`,
      'remix=no',
      `source_properties='device.description="${label}"'`,
    )
    return { source, label, sink, module }
  }

  async unplug({ module }: PulseMicrophone): Promise<void> {
    await this.control('unload-module', module)
  }

  async mute({ source }: PulseMicrophone, isMuted: boolean): Promise<void> {
    await this.control('set-source-mute', source, isMuted ? '1' : '0')
  }

  async suspend({ source }: PulseMicrophone, isSuspended: boolean): Promise<void> {
    await this.control('suspend-source', source, isSuspended ? '1' : '0')
  }

  async makeDefault({ source }: PulseMicrophone): Promise<void> {
    await this.control('set-default-source', source)
  }

  /** Plays a sound in front of a microphone, or into one input; the returned function ends it. */
  play({ sink }: PulseMicrophone, sound: Sound, channel?: string): () => void {
    const file = join(this.#folder, `sound-${String((this.#soundCount += 1))}.wav`)
    writeFileSync(file, writeWav(sound))
    const into = channel === undefined ? [] : [`--channel-map=${channel}`, '--no-remix']
    const args = [`--device=${sink}`, '--latency-msec=200', ...into, file]
    const player = spawn('paplay', args, {
      env: { ...process.env, ...this.env },
      stdio: 'ignore',
    })
    this.#players.add(player)
    return () => player.kill('SIGKILL')
  }

  /** The daemon dies as in a crash. */
  async kill(): Promise<void> {
    if (this.#daemon.exitCode !== null || this.#daemon.signalCode !== null) return
    if (this.#daemon.pid === undefined) return
    const exited = once(this.#daemon, 'exit')
    this.#daemon.kill('SIGKILL')
    await exited
  }

  async dispose(): Promise<void> {
    for (const player of this.#players) player.kill('SIGKILL')
    await this.kill()
    this.#removeFolder()
  }
}

/** A sound over and over, without a seam in time, for at least this long. */
export function repeated({ samples, sampleRate }: Sound, seconds: number): Sound {
  const times = Math.ceil((seconds * sampleRate) / samples.length)
  const long = new Float32Array(times * samples.length)
  for (let time = 0; time < times; time += 1) long.set(samples, time * samples.length)
  return { sampleRate, samples: long }
}
