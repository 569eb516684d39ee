import { vi } from 'vitest'
import type { LevelFrame } from '../../../../renderer/capture/levelFeed'
import { FakeStream, settle } from './fakes'

/* Doubles of Chromium's devices and of its audio graph. */

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

class FakePort extends EventTarget {
  start = () => undefined
  close = () => undefined
}

/** The worklet's side of the newest microphone. */
export class FakeWorkletNode {
  static last: FakeWorkletNode
  readonly port = new FakePort()

  constructor() {
    FakeWorkletNode.last = this
  }

  post(data: LevelFrame, count = 1): void {
    for (let index = 0; index < count; index += 1) {
      this.port.dispatchEvent(new MessageEvent('message', { data }))
    }
  }
}

class FakeAudioContext extends EventTarget {
  state = 'running'
  audioWorklet = { addModule: () => Promise.resolve() }
  createMediaStreamSource = () => ({ connect: () => undefined, disconnect: () => undefined })
  resume = () => Promise.resolve()
  close = () => Promise.resolve()
}

/** Puts devices and audio graph where the page looks for them. */
export function stubAudio(): FakeDevices {
  const devices = new FakeDevices()
  vi.stubGlobal('navigator', { mediaDevices: devices })
  vi.stubGlobal('AudioContext', FakeAudioContext)
  vi.stubGlobal('AudioWorkletNode', FakeWorkletNode)
  return devices
}
