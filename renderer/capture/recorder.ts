import type { RequestInput } from '../../shared/contract'
import type { LevelFrame } from './levelFeed'
import type { CaptureEvent, TakeFault } from './machine'
import { PeakBuffer } from './peakBuffer'
import { Scope } from './scope'
import { type SentTake, TakeSender } from './takeSender'
import { Watchdog } from './watchdog'

const MIME_TYPE = 'audio/webm;codecs=opus'
/** Speech in one channel is transparent well below this. */
const BITS_PER_SECOND = 64_000
/** What a kill of every process may cost is about one chunk. */
const CHUNK_MS = 250
/** The encoder gives away whole packets of 60 ms; what does not fill one at the end is lost. */
const TAIL_MS = 80
/** An encoder whose source died may never say that it stopped. */
const STOP_WITHIN_MS = 2000

/** What recording tells the state machine. */
export type RecorderEvent = Extract<
  CaptureEvent,
  { type: 'begun' | 'encoding' | 'heard' | 'data-missing' | 'data-back' }
>

export interface RecorderListeners {
  onEvent: (event: RecorderEvent) => void
  /** The take cannot go on; whoever hears this stops it. */
  onFault: (fault: TakeFault) => void
}

/** Makes one take: from the first sample after its construction to a finished file. Used once. */
export class Recorder {
  readonly #stream: MediaStream
  readonly #encoder: MediaRecorder
  readonly #sender: TakeSender
  readonly #listeners: RecorderListeners
  readonly #watchdog: Watchdog
  readonly #peaks = new PeakBuffer()
  readonly #scope = new Scope()
  #isEncoding = false
  #hasChunk = false
  #isHeard = false
  #stopping: Promise<SentTake> | null = null

  /** @throws {DOMException} when the stream cannot be recorded: it ended in this very moment. */
  constructor(
    stream: MediaStream,
    input: RequestInput<'takes.begin'>,
    listeners: RecorderListeners,
  ) {
    this.#stream = stream
    this.#listeners = listeners
    this.#encoder = new MediaRecorder(stream, {
      mimeType: MIME_TYPE,
      audioBitsPerSecond: BITS_PER_SECOND,
    })
    this.#scope.listen(this.#encoder, 'start', () => this.#encoding())
    this.#encoder.addEventListener('dataavailable', (event) => this.#chunk(event.data))
    this.#scope.listen(this.#encoder, 'error', () => this.#encoderFailed())
    this.#scope.listen(this.#encoder, 'stop', () => this.#encoderFailed())
    // The encoder first: the sound must not wait for the disk.
    this.#encoder.start(CHUNK_MS)
    this.#watchdog = new Watchdog((missing) =>
      listeners.onEvent(missing ? { type: 'data-missing', missing } : { type: 'data-back' }),
    )
    this.#scope.add(() => this.#watchdog.dispose())
    this.#sender = new TakeSender(
      input,
      ({ id, number }) => listeners.onEvent({ type: 'begun', takeId: id, takeNumber: number }),
      listeners.onFault,
    )
  }

  /** The length of what was recorded, counted in sound: pauses and stalls are not in it. */
  get elapsedMs(): number {
    return this.#peaks.durationMs
  }

  /** Takes in what the microphone did in 20 ms; says whether it is part of the take. */
  hear(frame: LevelFrame): boolean {
    this.#watchdog.sawFrame()
    if (this.#encoder.state !== 'recording') return false
    this.#peaks.push(frame)
    // Zeros are what an audio graph makes up when nothing comes in; a chunk proves that it did.
    const isSound = frame.lowest !== 0 || frame.highest !== 0
    if (!this.#isHeard && this.#isEncoding && (isSound || this.#hasChunk)) {
      this.#isHeard = true
      this.#listeners.onEvent({ type: 'heard' })
    }
    return true
  }

  pause(): void {
    if (this.#encoder.state !== 'recording') return
    this.#encoder.pause()
    this.#watchdog.setPaused(true)
  }

  resume(): void {
    if (this.#encoder.state !== 'paused') return
    this.#encoder.resume()
    this.#watchdog.setPaused(false)
  }

  /** Ends the take and closes its file. Asked again, it answers with the same ending. */
  stop(): Promise<SentTake> {
    this.#stopping ??= this.#stop()
    return this.#stopping
  }

  async #stop(): Promise<SentTake> {
    this.#scope.dispose()
    if (this.#encoder.state === 'recording') {
      // The last word must not lie in a packet that is never filled.
      await new Promise((resolve) => setTimeout(resolve, TAIL_MS))
    }
    await this.#lastChunk()
    return this.#sender.finish()
  }

  /** Resolves when the encoder has given away everything that it had. */
  #lastChunk(): Promise<void> {
    if (this.#encoder.state === 'inactive') return Promise.resolve()
    return new Promise((resolve) => {
      const giveUp = setTimeout(resolve, STOP_WITHIN_MS)
      this.#encoder.addEventListener('stop', () => {
        clearTimeout(giveUp)
        resolve()
      })
      this.#encoder.stop()
    })
  }

  #encoding(): void {
    if (this.#isEncoding) return
    this.#isEncoding = true
    this.#listeners.onEvent({ type: 'encoding' })
  }

  #chunk(chunk: Blob): void {
    this.#watchdog.sawChunk()
    if (chunk.size === 0) return
    this.#hasChunk = true
    this.#encoding()
    this.#sender.append(chunk, this.#peaks.take())
  }

  /** The encoder ends by itself when its source does; it may say so before the source does. */
  #encoderFailed(): void {
    const kind = this.#stream.active ? 'encoder-failed' : 'device-gone'
    this.#listeners.onFault({ kind })
  }
}
