import type { Capture, TakeEnd } from '../capture/capture'
import { isEnded, isHardlyThere } from '../../shared/endedTake'
import { type CaptureState, isTakeRunning, type TakeSubject } from '../capture/captureMachine'
import type { InputHint } from '../level/inputHint'
import { Observable } from '../lib/observable'
import { Scope } from '../lib/scope'
import type { AnswerTimes } from './answerTimes'
import {
  type InterviewEvent,
  type InterviewPlan,
  type InterviewState,
  transition,
  type Turn,
} from './interviewMachine'

/** Between an answer and the next question: somebody on the other side takes a breath, too. */
const BREATH_MS = 1500
/**
 * So long after it was noticed that nothing comes in, the interview stops. A room is never without
 * any sound at all: this is a microphone that is muted, or that hangs.
 */
const SILENT_AFTER_MS = 6000
/** What was so from the first moment on is noticed by then. */
const NOTICED_WITHIN_MS = 4000

/** What an interview does to the world; a test has its own. */
export interface InterviewWays {
  readonly capture: Pick<
    Capture,
    'state' | 'snapshot' | 'levels' | 'hint' | 'elapsedMs' | 'record' | 'stop'
  >
  /** Asks: says it, or leaves time to read it; calls back when that is done. The returned function ends it. */
  readonly ask: (turn: Turn, onAsked: () => void) => () => void
  /** See tone.ts. */
  readonly tone: (onEnded: () => void) => () => void
  readonly subject: (turn: Turn) => TakeSubject
  readonly times: (turn: Turn) => AnswerTimes
}

/**
 * Runs a mock interview: carries out what its states say, and tells the table what came of it. It
 * rests when it is left, when something is in its way, and at its end.
 */
export class Interview {
  readonly state: Observable<InterviewState>
  readonly #plan: InterviewPlan
  readonly #ways: InterviewWays
  /** What belongs to the state that it is in: timers, a voice, a tone. */
  #doing = new Scope()

  constructor(plan: InterviewPlan, first: InterviewState, ways: InterviewWays) {
    this.#plan = plan
    this.#ways = ways
    this.state = new Observable(first)
  }

  /** Begins with what its first state says; the returned function ends whatever it does. */
  connect = (): (() => void) => {
    this.#doing = new Scope()
    this.#do(this.state.get())
    return () => this.#doing.dispose()
  }

  /** The person wants something, or something is over. */
  happen = (event: InterviewEvent): void => {
    const before = this.state.get()
    const after = transition(before, event, this.#plan)
    if (after === before) return
    this.state.set(after)
    // An answer that is told of its length, or is left while it is saved, goes on as it was.
    if (after.kind === before.kind) return
    this.#doing.dispose()
    this.#doing = new Scope()
    this.#do(after)
  }

  #do(state: InterviewState): void {
    switch (state.kind) {
      case 'asking':
        this.#doing.add(
          this.#ways.ask(state, () => this.happen({ type: 'asked', atMs: performance.now() })),
        )
        this.#watchMicrophone()
        return
      case 'thinking':
        this.#after(state.untilMs - performance.now(), { type: 'time-up' })
        this.#watchMicrophone()
        return
      case 'tone':
        this.#toneWhenReady()
        return
      case 'recording':
        this.#record(state)
        return
      case 'ending':
        this.#save()
        return
      case 'breath':
        this.#after(BREATH_MS, { type: 'breath-over' })
        return
      case 'left':
      case 'trouble':
      case 'finished':
    }
  }

  #after(ms: number, event: InterviewEvent): void {
    const timer = setTimeout(() => this.happen(event), Math.max(0, ms))
    this.#doing.add(() => clearTimeout(timer))
  }

  /** Calls back with what the microphone does now, and with each change, while this state lasts. */
  #watch(onState: (state: CaptureState) => void): void {
    const { capture } = this.#ways
    this.#doing.add(capture.snapshot.subscribe(() => onState(capture.state)))
    onState(capture.state)
  }

  /** There is no use in thinking of an answer that nothing can record. */
  #watchMicrophone(onReady = () => {}): void {
    this.#watch((state) => {
      if (state.kind === 'failed') this.happen({ type: 'microphone-failed', reason: state.reason })
      if (state.kind === 'ready') onReady()
    })
  }

  #toneWhenReady(): void {
    let isPlaying = false
    this.#watchMicrophone(() => {
      if (isPlaying) return
      isPlaying = true
      const onEnded = () => this.happen({ type: 'tone-ended', atMs: performance.now() })
      this.#doing.add(this.#ways.tone(onEnded))
    })
  }

  #record(turn: Turn): void {
    const { capture, subject, times } = this.#ways
    const doing = this.#doing
    capture.record(subject(turn))
    const silence = new SilenceWatch((isHeard) => this.happen({ type: 'silent', isHeard }))
    doing.add(() => silence.dispose())
    let hasBegun = false
    this.#watch((state) => {
      if (isTakeRunning(state)) hasBegun = true
      // Also where sound comes, and nothing of it gets as far as the disk.
      silence.isMissing = state.kind === 'recording' && state.missing !== null
      if (state.kind === 'failed') this.happen({ type: 'microphone-failed', reason: state.reason })
      // It ended by itself; by now it may be saved, too.
      else if (state.kind === 'saving' || (hasBegun && state.kind === 'ready')) {
        this.happen({ type: 'broken' })
      }
    })
    const { warning, limitMs } = times(turn)
    const onSound = () => {
      // Until then the clock stands where the answer before this one ended.
      if (!hasBegun) return
      const { elapsedMs } = capture
      silence.isSilent = NOTHING_HEARD.includes(capture.hint.get())
      if (warning && elapsedMs >= warning.atMs) this.happen({ type: 'warned' })
      if (limitMs !== null && elapsedMs >= limitMs) this.happen({ type: 'limit-reached' })
    }
    doing.add(capture.levels.subscribe(onSound))
  }

  #save(): void {
    let isWaitedFor = true
    this.#doing.add(() => {
      isWaitedFor = false
    })
    void this.#ways.capture.stop().then(({ take, fault }: TakeEnd) => {
      const isThere = take !== null && isEnded(take) && !isHardlyThere(take)
      if (isWaitedFor) this.happen({ type: 'saved', isThere, fault })
    })
  }
}

const NOTHING_HEARD: readonly (InputHint | null)[] = ['no-signal', 'muted']

/** Whether for too long nothing has come in, or nothing that is a sound. */
class SilenceWatch {
  readonly #onSilent: (isHeard: boolean) => void
  readonly #reasons = { isMissing: false, isSilent: false }
  readonly #sinceMs = performance.now()
  #timer: ReturnType<typeof setTimeout> | null = null

  /** @param onSilent is told whether there was sound at first */
  constructor(onSilent: (isHeard: boolean) => void) {
    this.#onSilent = onSilent
  }

  set isMissing(isMissing: boolean) {
    this.#reasons.isMissing = isMissing
    this.#look()
  }

  set isSilent(isSilent: boolean) {
    this.#reasons.isSilent = isSilent
    this.#look()
  }

  dispose(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
  }

  #look(): void {
    if (!this.#reasons.isMissing && !this.#reasons.isSilent) return this.dispose()
    const isHeard = performance.now() - this.#sinceMs > NOTICED_WITHIN_MS
    this.#timer ??= setTimeout(() => this.#onSilent(isHeard), SILENT_AFTER_MS)
  }
}
