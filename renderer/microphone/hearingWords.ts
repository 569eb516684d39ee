import type { InputHint } from '../level/inputHint'

/** What is heard, in plain words. A lasting problem comes before the good news. */
export function hearingWords(hint: InputHint | null, heard: boolean): string {
  switch (hint) {
    case 'no-signal':
      return 'No sound comes in. Look for a mute switch on the microphone and in the sound settings.'
    case 'muted':
      return 'This microphone is muted in the sound settings. Unmute it there, then say something.'
    case 'clipping':
      return 'That is too loud. Move back a little, or turn the input down in the sound settings.'
    case 'silent':
      return heard ? 'I can hear you' : 'It is very quiet. Come closer and say something.'
    case null:
      return heard ? 'I can hear you' : 'Say something'
  }
}
