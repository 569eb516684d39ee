import { vi } from 'vitest'
import type { LevelFrame } from '../../../../renderer/level/levelFeed'
import { FakeStream, settle } from './fakes'

/* Doubles of Chromium's devices and of what reads them. */

/** What is plugged in, and what the page opened of it. */
export class FakeDevices extends EventTarget {
  plugged = ['Desk', 'Headset']
  /** As on Linux: the system does not say which device its default is. */
  isDefaultHidden = false
  /** The name of the error that the next openings end with. */
  refusal: string | null = null
  readonly streams: FakeStream[] = []
  readonly asked: MediaTrackConstraints[] = []

  get last(): FakeStream {
    const stream = this.streams.at(-1)
    if (!stream) throw new Error('No microphone was opened')
    return stream
  }

  get liveCount(): number {
    return this.streams.filter(({ active }) => active).length
  }

  getUserMedia = async ({ audio }: { audio: MediaTrackConstraints }): Promise<FakeStream> => {
    this.asked.push(audio)
    await settle()
    if (this.refusal) throw new DOMException('', this.refusal)
    const { exact } = (audio.deviceId ?? {}) as { exact?: string }
    const label = exact ?? this.plugged[0]
    if (label === undefined) throw new DOMException('', 'NotFoundError')
    if (!this.plugged.includes(label)) throw new DOMException('', 'OverconstrainedError')
    const stream = new FakeStream(exact === undefined && this.isDefaultHidden ? 'Default' : label)
    this.streams.push(stream)
    return stream
  }

  enumerateDevices = async () => {
    const [first] = this.plugged
    const entry = (deviceId: string, label: string, of: string) => {
      return { kind: 'audioinput', deviceId, label, groupId: `group of ${of}` }
    }
    const hidden = entry('default', 'Default', 'its own')
    return [
      ...(first
        ? [this.isDefaultHidden ? hidden : entry('default', `Default - ${first}`, first)]
        : []),
      ...this.plugged.map((label) => entry(label, label, label)),
    ]
  }

  async change(plugged: string[]): Promise<void> {
    this.plugged = plugged
    this.dispatchEvent(new Event('devicechange'))
    await settle()
  }
}

/** Sound as Chromium hands it over, one array for each channel. */
class FakeSound {
  readonly sampleRate: number
  readonly numberOfFrames: number
  readonly numberOfChannels: number
  readonly #channels: readonly Float32Array[]

  constructor(sampleRate: number, channels: readonly Float32Array[]) {
    this.sampleRate = sampleRate
    this.numberOfFrames = channels[0]!.length
    this.numberOfChannels = channels.length
    this.#channels = channels
  }

  copyTo(to: Float32Array, { planeIndex }: { planeIndex: number }): void {
    to.set(this.#channels[planeIndex]!)
  }

  close = () => undefined
}

/** 20 ms that a frame describes. */
function soundOf({ lowest, highest }: LevelFrame): FakeSound {
  const samples = Float32Array.from({ length: 960 }, (_, at) => (at % 2 === 0 ? lowest : highest))
  return new FakeSound(48_000, [samples])
}

/** What reads the newest microphone's track. */
export class FakeTrackProcessor {
  static last: FakeTrackProcessor
  /** Each one, in the order of the microphones that were opened. */
  static readonly all: FakeTrackProcessor[] = []
  isCancelled = false
  readonly readable: ReadableStream<FakeSound>
  #controller!: ReadableStreamDefaultController<FakeSound>

  constructor({ track }: { track: { readyState: string } }) {
    if (track.readyState === 'ended') throw new TypeError('Input track cannot be ended')
    FakeTrackProcessor.last = this
    FakeTrackProcessor.all.push(this)
    this.readable = new ReadableStream<FakeSound>({
      start: (controller) => {
        this.#controller = controller
      },
      cancel: () => {
        this.isCancelled = true
      },
    })
  }

  /** The device gives sound. */
  post(frame: LevelFrame, count = 1): void {
    for (let index = 0; index < count; index += 1) this.#controller.enqueue(soundOf(frame))
  }

  /** The device gives a piece of sound of its own making, one array for each channel. */
  deliver(sampleRate: number, ...channels: Float32Array[]): void {
    this.#controller.enqueue(new FakeSound(sampleRate, channels))
  }
}

/** Puts devices and what reads them where the page looks for them. */
export function stubAudio(): FakeDevices {
  const devices = new FakeDevices()
  FakeTrackProcessor.all.length = 0
  vi.stubGlobal('navigator', { mediaDevices: devices })
  vi.stubGlobal('MediaStreamTrackProcessor', FakeTrackProcessor)
  return devices
}
