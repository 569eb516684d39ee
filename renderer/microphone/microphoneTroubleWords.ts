import type { ErrorWords } from '../../shared/errors'
import type { MicrophoneTrouble } from '../capture/captureMachine'
import { currentPlatform, type Platform } from '../lib/platform'

const NOTHING_LOST = 'Nothing is lost.'

const WAY_TO_PERMISSION: Record<Platform, string> = {
  mac: 'Open System Settings > Privacy & Security > Microphone and switch Soundcheck on. macOS may ask you to restart Soundcheck.',
  windows:
    'Open Settings > Privacy & security > Microphone, switch on "Let desktop apps access your microphone", then try again.',
  linux:
    'Open the sound settings of your system and check that the input is on, then try again. In a sandbox, such as Flatpak or Snap, allow the microphone there.',
}

const WAY_TO_A_MICROPHONE: Record<Platform, string> = {
  mac: 'Connect one, or switch it on, and check that it is listed in System Settings > Sound > Input. Then try again.',
  windows:
    'Connect one, or switch it on, and check that it is listed in Settings > System > Sound. Then try again.',
  linux:
    'Connect one, or switch it on, and check that it is listed in the sound settings of your system. Then try again.',
}

/** What happened, what was kept and what to do next, in the words of the person's own system. */
export function microphoneTrouble(
  trouble: MicrophoneTrouble,
  platform: Platform = currentPlatform(),
): ErrorWords {
  switch (trouble) {
    case 'denied':
      return {
        happened: 'Soundcheck is not allowed to use the microphone.',
        kept: NOTHING_LOST,
        next: WAY_TO_PERMISSION[platform],
      }
    case 'missing':
      return {
        happened: 'There is no microphone.',
        kept: NOTHING_LOST,
        next: WAY_TO_A_MICROPHONE[platform],
      }
    case 'busy':
      return {
        happened: 'Another program holds the microphone.',
        kept: NOTHING_LOST,
        next: 'Close what may be using it, a video call for example, then try again.',
      }
    case 'unavailable':
      return {
        happened: 'The microphone does not start.',
        kept: NOTHING_LOST,
        next: 'Unplug it and plug it in again, or choose another one, then try again.',
      }
  }
}
