import type { InputHint } from '../capture/inputHint'
import type { CaptureState } from '../capture/machine'

interface DeckWords {
  /** What the recorder is doing, in a word or two. */
  status: string
  /** What is wrong with the sound that comes in, and what to do, if anything. */
  detail: string | null
}

const HINTS: Record<InputHint, string> = {
  silent: 'Very quiet. If you are speaking, move closer or raise the input level.',
  'no-signal': 'No sound from this microphone. It may be muted, or it may be the wrong one.',
  clipping: 'Too loud: the sound is cut off. Move back a little, or lower the input level.',
}

/** What the recorder says about itself. "Recording" is said only once sound arrives. */
export function deckWords(state: CaptureState, hint: InputHint | null): DeckWords {
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
      return {
        status: 'Recording',
        detail: state.missing
          ? 'Nothing has arrived for three seconds. What was heard before is saved.'
          : detail,
      }
    case 'paused':
      return { status: 'Paused', detail: null }
    case 'saving':
      return { status: 'Saving', detail: null }
  }
}
