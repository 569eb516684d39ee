import { ERROR_WORDS, type ErrorWords } from '../../shared/errors'
import type { TakeFault } from '../capture/captureMachine'
import { formatRoughly } from '../lib/format'

/** What to tell somebody whose last take did not go as it should. */
export function faultWords(fault: TakeFault): { words: ErrorWords; code: string } {
  switch (fault.kind) {
    case 'device-gone':
      return {
        code: 'DEVICE_GONE',
        words: {
          happened: 'The microphone went away in the middle of the take.',
          kept: 'Everything until then is saved.',
          next: 'Plug it in again or choose another one, then record again. If none is found, restart Soundcheck.',
        },
      }
    case 'gap':
      return {
        code: 'GAP',
        words: {
          happened: `For about ${formatRoughly(fault.missingMs)} of this take, no sound arrived from the microphone.`,
          kept: 'Everything that arrived is saved.',
          next: 'Listen to the take; if something important is missing, record again.',
        },
      }
    case 'encoder-failed':
      return {
        code: 'ENCODER_FAILED',
        words: {
          happened: 'Recording stopped by itself.',
          kept: 'Everything until then is saved.',
          next: 'Record again.',
        },
      }
    case 'no-sound':
      return {
        code: 'NO_SOUND',
        words: {
          happened: 'No sound arrived from the microphone, so there is no take.',
          kept: 'Your other takes are where they were.',
          next: 'Look at the level, choose another microphone if it does not move, then try again.',
        },
      }
    case 'not-begun':
    case 'not-written':
      return { code: fault.code, words: ERROR_WORDS[fault.code] }
    case 'not-finished':
      return {
        code: fault.code,
        words: {
          happened: 'The take could not be closed.',
          kept: 'What you said is on the disk.',
          next: 'Soundcheck finishes it the next time it starts.',
        },
      }
  }
}
