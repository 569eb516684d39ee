import type { MicrophoneTrouble } from '../capture/captureMachine'

/** The microphone could not be opened. The reason is for the screen, the cause for the log. */
export class MicrophoneError extends Error {
  readonly reason: MicrophoneTrouble

  constructor(reason: MicrophoneTrouble, options?: ErrorOptions) {
    super(`The microphone cannot be used: ${reason}`, options)
    this.name = 'MicrophoneError'
    this.reason = reason
  }
}

/** What an error of getUserMedia means for the person. */
export function microphoneTroubleOf(error: unknown): MicrophoneTrouble {
  if (error instanceof MicrophoneError) return error.reason
  switch (errorName(error)) {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'denied'
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'missing'
    case 'NotReadableError':
      return 'busy'
    default:
      return 'unavailable'
  }
}

/** OverconstrainedError is not an Error in every Chromium, but all of them have a name. */
export function errorName(error: unknown): string {
  return typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : ''
}
