import { type CommandId, shortcutOf } from '../../../shared/keys/keymap'
import { keyHint } from '../../keys/keySigns'
import type { InputHint } from '../../level/inputHint'
import type { CaptureState, MissingData } from '../../capture/captureMachine'
import type { MicrophoneInUse } from '../../microphone/openedMicrophone'

interface DeckWords {
  /** What the recorder is doing, in a word or two. */
  status: string
  /** What is wrong with the sound that comes in, and what to do, if anything. */
  detail: string | null
}

const HINTS: Record<InputHint, string> = {
  silent: 'Very quiet. If you are speaking, move closer or raise the input level.',
  'no-signal': 'No sound from this microphone. It may be muted, or it may be the wrong one.',
  muted: 'This microphone is muted. Unmute it in the sound settings of your system.',
  clipping: 'Too loud: the sound is cut off. Move back a little, or lower the input level.',
}

const MISSING: Record<MissingData, string> = {
  sound: 'No sound arrives. What you said is saved; the take goes on when sound comes back.',
  chunks: 'Recording has stalled. What you said is saved: press Stop, then record again.',
}

const DOUBT = 'The microphones have changed. Check that the level moves when you speak.'
/** Which one it is stands beside this, at the end of the line. */
const MOVED = 'Your system has switched to another microphone; the take goes on with it.'

const OPENING = 'Opening the microphone'

const R = keyHint('record')
/** What was asked a moment too early, and how to take it back. */
const WISHES = {
  opening: `Recording starts as soon as it is open. Press ${R} again to cancel.`,
  saving: `The next take starts as soon as this one is saved. Press ${R} again to cancel.`,
  pause: `It pauses as soon as it records. Press ${keyHint('pause')} again to cancel.`,
}

interface Around {
  readonly hint: InputHint | null
  readonly microphone: MicrophoneInUse | null
  /** What was asked of the take that is being saved. */
  readonly kept: readonly CommandId[]
  /** There is a take to listen to. */
  readonly hasTake: boolean
}

const NOTHING_HEARD: readonly InputHint[] = ['no-signal', 'muted']

/** A recording could be begun, but there would be nothing in it. */
export function hearsNothing({ kind }: CaptureState, hint: InputHint | null): boolean {
  return kind === 'ready' && hint !== null && NOTHING_HEARD.includes(hint)
}

/** What the recorder says about itself. "Recording" is said only while sound arrives. */
export function deckWords(state: CaptureState, around: Around): DeckWords {
  const { hint, microphone, kept, hasTake } = around
  const detail = hint && HINTS[hint]
  switch (state.kind) {
    case 'closed':
      return { status: OPENING, detail: null }
    case 'opening':
      return { status: OPENING, detail: state.wish && WISHES.opening }
    case 'failed':
      return { status: 'No microphone', detail: null }
    case 'ready':
      if (hearsNothing(state, hint)) return { status: 'No sound', detail }
      // While one listens, a quiet room is as it should be, and the loudspeaker may be too loud.
      return { status: 'Ready', detail: hasTake ? null : detail }
    case 'starting':
      return { status: 'Waiting for sound', detail: state.pauses ? WISHES.pause : detail }
    case 'recording':
      return state.missing
        ? { status: 'Waiting for sound', detail: MISSING[state.missing] }
        : { status: 'Recording', detail: detail ?? changeWords(microphone) }
    case 'paused':
      return { status: 'Paused', detail: null }
    case 'saving':
      return { status: 'Saving', detail: state.wish ? WISHES.saving : keptWords(kept) }
  }
}

function changeWords(microphone: MicrophoneInUse | null): string | null {
  if (microphone?.isMoved) return MOVED
  return microphone?.isDoubtful ? DOUBT : null
}

function keptWords(kept: readonly CommandId[]): string | null {
  if (kept.length === 0) return null
  const words = kept.map((command) => shortcutOf(command).does.toLowerCase())
  return `As soon as it is saved: ${words.join('; ')}.`
}
