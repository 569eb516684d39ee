import { vi } from 'vitest'
import type { Bridge, Reply } from '../../../../shared/bridge'
import type { RequestInput, RequestName } from '../../../../shared/contract'
import type { ErrorCode } from '../../../../shared/errors'
import type { LevelFrame } from '../../../../renderer/level/levelFeed'

/* Doubles of what Node has not: the bridge to main, and Chromium's audio. */

export const FRAME: LevelFrame = {
  lowest: -0.5,
  highest: 0.5,
  rms: 0.35,
  clippedCount: 0,
  frames: 960,
}
export const ZEROS: LevelFrame = { lowest: 0, highest: 0, rms: 0, clippedCount: 0, frames: 960 }
/** What a microphone that gives no sound, not even zeros, is heard as. */
export const NOTHING: LevelFrame = { ...ZEROS, frames: 0 }
export const SUBJECT = { sessionId: 'session', questionId: 'pack/question' }

const TAKE = {
  id: 'take-1',
  ...SUBJECT,
  number: 1,
  startedAtMs: 0,
  isBest: false,
  rating: null,
  notes: '',
}

type Appended = RequestInput<'takes.append'>
type Answer = () => Reply<unknown> | Promise<Reply<unknown>>

/** Main, as the page sees it. It answers like the real one unless it is told to answer otherwise. */
export class FakeMain implements Bridge {
  readonly asked: RequestName[] = []
  readonly appended: Appended[] = []
  readonly answers: Partial<Record<RequestName, Answer>> = {
    'takes.begin': () => ({ ok: true, value: { ...TAKE, state: 'recording' } }),
    'takes.finish': () => ({ ok: true, value: { ...TAKE, state: 'ready', durationMs: 500 } }),
  }
  readonly #listeners = new Map<string, Set<(payload: unknown) => void>>()

  async request(name: RequestName, input: unknown): Promise<Reply<unknown>> {
    this.asked.push(name)
    if (name === 'takes.append') this.appended.push(input as Appended)
    return this.answers[name]?.() ?? { ok: true, value: undefined }
  }

  on(name: string, listener: (payload: unknown) => void): () => void {
    const listeners = this.#listeners.get(name) ?? new Set()
    this.#listeners.set(name, listeners.add(listener))
    return () => listeners.delete(listener)
  }

  emit(name: string): void {
    this.#listeners.get(name)?.forEach((listener) => listener(undefined))
  }

  listenerCount(name: string): number {
    return this.#listeners.get(name)?.size ?? 0
  }

  fail(name: RequestName, code: ErrorCode): void {
    this.answers[name] = () => ({ ok: false, error: { code, detail: '' } })
  }

  /** Leaves a request without an answer until the returned function is called. */
  hold(name: RequestName): () => void {
    const answer = this.answers[name] ?? (() => ({ ok: true as const, value: undefined }))
    let release = () => undefined as void
    const gate = new Promise<void>((resolve) => {
      release = resolve
    })
    this.answers[name] = () => gate.then(answer)
    return () => release()
  }
}

/** A track and its stream in one; what the code reads of either. */
export class FakeStream extends EventTarget {
  readonly label: string
  readyState: 'live' | 'ended' = 'live'
  muted = false

  constructor(label: string) {
    super()
    this.label = label
  }

  get active(): boolean {
    return this.readyState === 'live'
  }

  getSettings = () => ({ channelCount: 1 })
  getTracks = () => [this]
  getAudioTracks = () => [this]

  stop(): void {
    this.readyState = 'ended'
  }

  /** The device is pulled out. */
  unplug(): void {
    this.readyState = 'ended'
    this.dispatchEvent(new Event('ended'))
  }
}

class DataEvent extends Event {
  readonly data: Blob

  constructor(data: Blob) {
    super('dataavailable')
    this.data = data
  }
}

/** Encodes nothing: a test says when a chunk comes. Its last one comes at the stop, as in Chromium. */
export class FakeMediaRecorder extends EventTarget {
  static last: FakeMediaRecorder
  state: 'inactive' | 'recording' | 'paused' = 'inactive'
  tail: string | null = 'tail'

  constructor() {
    super()
    FakeMediaRecorder.last = this
  }

  start(): void {
    this.state = 'recording'
  }

  pause(): void {
    this.state = 'paused'
  }

  resume(): void {
    this.state = 'recording'
  }

  started(): void {
    this.dispatchEvent(new Event('start'))
  }

  chunk(text: string): void {
    this.dispatchEvent(new DataEvent(new Blob([text])))
  }

  stop(): void {
    this.state = 'inactive'
    queueMicrotask(() => {
      if (this.tail !== null) this.chunk(this.tail)
      this.dispatchEvent(new Event('stop'))
    })
  }
}

/** Puts main and the encoder where the page looks for them. */
export function stubPage(): FakeMain {
  const main = new FakeMain()
  vi.stubGlobal('window', { soundcheck: main })
  vi.stubGlobal('MediaRecorder', FakeMediaRecorder)
  return main
}

/** Lets everything happen that waits for nothing but its turn. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
  await new Promise((resolve) => setImmediate(resolve))
}
