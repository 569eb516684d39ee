import { Scope } from '../lib/scope'

/** Short, soft, and nothing that a voice sounds like. */
const TONE_HZ = 880
const TONE_SECONDS = 0.25
const LOUDNESS = 0.12
/** It comes and goes without a click. */
const RISE_SECONDS = 0.01
/**
 * From here on it dies away as a bell does: nobody hears its last part, which a loudspeaker may give
 * out somewhat later than the system says.
 */
const FALLS_FROM_SECONDS = 0.1
const FALL_CONSTANT_SECONDS = 0.02
/** A system without a loudspeaker has no clock for sound either. */
const GIVE_UP_AFTER_MS = 1500

/**
 * Plays the tone, and calls back when it has left the loudspeaker: what the microphone hears from
 * then on has nothing of it. The returned function silences it; then nothing is called.
 */
export function playTone(onEnded: () => void): () => void {
  const scope = new Scope()
  let isOver = false
  const end = () => {
    if (isOver) return
    isOver = true
    onEnded()
    // What was called begins a recording: whatever can wait waits.
    setTimeout(() => scope.dispose())
  }
  const giveUp = setTimeout(end, GIVE_UP_AFTER_MS)
  scope.add(() => clearTimeout(giveUp))
  const context = new AudioContext({ latencyHint: 'interactive' })
  scope.add(() => void context.close().catch(() => undefined))
  sound(context, (endsAtMs) => {
    const timer = setTimeout(end, Math.max(0, endsAtMs - performance.now()))
    scope.add(() => clearTimeout(timer))
  })
  return () => {
    isOver = true
    scope.dispose()
  }
}

/** @param onEnd told when it has been rendered, and when its last sample is heard */
function sound(context: AudioContext, onEnd: (endsAtMs: number) => void): void {
  const oscillator = new OscillatorNode(context, { frequency: TONE_HZ })
  const gain = new GainNode(context, { gain: 0 })
  oscillator.connect(gain).connect(context.destination)
  const beginsAt = context.currentTime
  const endsAt = beginsAt + TONE_SECONDS
  gain.gain.setValueAtTime(0, beginsAt)
  gain.gain.linearRampToValueAtTime(LOUDNESS, beginsAt + RISE_SECONDS)
  gain.gain.setTargetAtTime(0, beginsAt + FALLS_FROM_SECONDS, FALL_CONSTANT_SECONDS)
  oscillator.addEventListener('ended', () => onEnd(heardAtMs(context, endsAt)))
  oscillator.start(beginsAt)
  oscillator.stop(endsAt)
}

/** When a moment of the context's clock is heard, by the page's clock. */
function heardAtMs(context: AudioContext, seconds: number): number {
  const { contextTime = 0, performanceTime = 0 } = context.getOutputTimestamp()
  // Nothing has been put out yet, or nobody knows.
  if (performanceTime === 0) return performance.now()
  return performanceTime + (seconds - contextTime) * 1000
}
