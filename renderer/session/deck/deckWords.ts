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

/** What the recorder says about itself. "Recording" is said only while sound arrives. */
export function deckWords(
  state: CaptureState,
  hint: InputHint | null,
  microphone: MicrophoneInUse | null,
): DeckWords {
  const detail = hint && HINTS[hint]
  switch (state.kind) {
    case 'closed':
    case 'opening':
      return { status: 'Opening the microphone', detail: null }
    case 'failed':
      return { status: 'No microphone', detail: null }
    case 'ready':
      return { status: 'Ready', detail }
    case 'starting':
      return { status: 'Waiting for sound', detail }
    case 'recording':
      return state.missing
        ? { status: 'Waiting for sound', detail: MISSING[state.missing] }
        : { status: 'Recording', detail: detail ?? changeWords(microphone) }
    case 'paused':
      return { status: 'Paused', detail: null }
    case 'saving':
      return { status: 'Saving', detail: null }
  }
}

function changeWords(microphone: MicrophoneInUse | null): string | null {
  if (microphone?.isMoved) return MOVED
  return microphone?.isDoubtful ? DOUBT : null
}
