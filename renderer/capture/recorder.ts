import type { RequestInput } from '../../shared/contract'
import type { LevelFrame } from '../level/levelFeed'
import type { CaptureEvent, TakeFault } from './captureMachine'
import type { RecordableSound } from '../microphone/heardInputs'
import { PeakBuffer } from './peakBuffer'
import { Scope } from '../lib/scope'
import { missingMs, TakeClock } from './takeClock'
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
  readonly #tailMs: number
  readonly #encoder: MediaRecorder
  readonly #sender: TakeSender
  readonly #listeners: RecorderListeners
  readonly #watchdog: Watchdog
  readonly #clock = new TakeClock()
  readonly #peaks = new PeakBuffer()
  readonly #scope = new Scope()
  #isEncoding = false
  #isHeard = false
  /** What the encoder keeps: sound from this moment on. */
  #keptFromMs: number
  #keptUntilMs = Number.POSITIVE_INFINITY
  #stopping: Promise<SentTake> | null = null

  /** @throws {DOMException} when the stream cannot be recorded: it ended in this very moment. */
  constructor(
    { stream, lagMs }: RecordableSound,
    input: RequestInput<'takes.begin'>,
    listeners: RecorderListeners,
  ) {
    this.#stream = stream
    this.#tailMs = lagMs + TAIL_MS
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
    this.#keptFromMs = performance.now()
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

  /**
   * Takes in what the microphone did in the 20 ms that ended then; says whether it is part of the
   * take. It is heard of a little later, so it may be from before a start, or before a pause.
   */
  hear(frame: LevelFrame, endedAtMs = performance.now()): boolean {
    if (frame.frames === 0) return false // nothing came in
    this.#watchdog.sawSound()
    if (this.#encoder.state === 'inactive') return false
    if (endedAtMs < this.#keptFromMs || endedAtMs >= this.#keptUntilMs) return false
    this.#peaks.push(frame)
    this.#heard()
    return true
  }

  pause(): void {
    if (this.#encoder.state !== 'recording') return
    this.#encoder.pause()
    this.#keptUntilMs = performance.now()
    this.#clock.pause()
    this.#watchdog.setPaused(true)
  }

  resume(): void {
    if (this.#encoder.state !== 'paused') return
    this.#encoder.resume()
    this.#keptFromMs = performance.now()
    this.#keptUntilMs = Number.POSITIVE_INFINITY
    if (this.#isHeard) this.#clock.start()
    this.#watchdog.setPaused(false)
  }

  /** Ends the take and closes its file. Asked again, it answers with the same ending. */
  stop(): Promise<SentTake> {
    this.#stopping ??= this.#stop()
    return this.#stopping
  }

  async #stop(): Promise<SentTake> {
    this.#scope.dispose()
    this.#clock.pause()
    if (this.#encoder.state === 'recording') {
      // The last word must not lie in a packet that is never filled.
      await new Promise((resolve) => setTimeout(resolve, this.#tailMs))
    }
    await this.#lastChunk()
    return this.#withGap(await this.#sender.finish())
  }

  /** A take that is saved, but shorter than the time that it took: sound did not arrive. */
  #withGap(sent: SentTake): SentTake {
    if (sent.take?.state !== 'ready' || sent.fault) return sent
    const missing = missingMs(this.#clock.ranMs, sent.take.durationMs)
    return missing > 0 ? { ...sent, fault: { kind: 'gap', missingMs: missing } } : sent
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

  /** "Recording" is said from here on, so the take's clock runs from here on too. */
  #heard(): void {
    if (this.#isHeard || !this.#isEncoding) return
    this.#isHeard = true
    this.#clock.start()
    this.#listeners.onEvent({ type: 'heard' })
  }

  #chunk(chunk: Blob): void {
    if (chunk.size === 0) return
    this.#watchdog.sawChunk()
    this.#encoding()
    this.#sender.append(chunk, this.#peaks.take())
  }

  /** The encoder ends by itself when its source does; it may say so before the source does. */
  #encoderFailed(): void {
    const kind = this.#stream.active ? 'encoder-failed' : 'device-gone'
    this.#listeners.onFault({ kind })
  }
}
