import { isPairOf } from '../../shared/inputPairs'
import type { Microphone, MicrophoneWishes } from './openMicrophone'
import { defaultDevice, realMicrophones } from './microphoneChoices'

/** The microphone that is really open. */
export interface MicrophoneInUse {
  label: string
  /** The chosen one is not there; this is the system's default one in its place. */
  isFallback: boolean
  /** Devices came or went, and the system may have given the take another one. */
  isDoubtful: boolean
  /** The system has given the take another one: `label` is its name. */
  isMoved: boolean
}

export interface OpenedMicrophone {
  microphone: Microphone
  wishes: MicrophoneWishes
  /** What the system's default stood for when it was opened. */
  defaultId: string | null
  /** Another one would be opened now. */
  isOutdated: boolean
  isDoubtful: boolean
  isMoved: boolean
  /** The name of the one that records, when it is known. */
  source: string | null
  /** The interface whose inputs are heard each by itself, or were looked for. */
  inputsOf: string | null
  /** How many microphones they are, in place of the one that was opened. */
  inputCount: number
}

/** What a screen is told of it. */
export function inUseOf({
  microphone,
  source,
  isDoubtful,
  isMoved,
}: OpenedMicrophone): MicrophoneInUse {
  const { label, isFallback } = microphone
  return { label: source ?? label, isFallback, isDoubtful, isMoved }
}

export function isPresent(
  { microphone }: OpenedMicrophone,
  devices: readonly MediaDeviceInfo[],
): boolean {
  const { deviceId } = microphone
  // Which device it is may be unknown; when none is left, it is none of them.
  return deviceId === null
    ? devices.some(({ kind }) => kind === 'audioinput')
    : isListed(deviceId, devices)
}

export function isListed(id: string | null, devices: readonly MediaDeviceInfo[]): boolean {
  return realMicrophones(devices).some(({ deviceId }) => deviceId === id)
}

/**
 * Whether it may be an interface whose inputs are microphones of their own by now. Where the system
 * keeps to itself which one is open, any such interface may be it.
 */
export function mayHaveInputs(
  { microphone }: OpenedMicrophone,
  devices: readonly MediaDeviceInfo[],
): boolean {
  const { deviceId, label } = microphone
  const interfaces = deviceId === null ? devices.map((device) => device.label) : [label]
  return devices.some((pair) => interfaces.some((each) => isPairOf(pair.label, each)))
}

export function idOfDefault(devices: readonly MediaDeviceInfo[]): string | null {
  return defaultDevice(devices)?.deviceId ?? null
}

export function isStillRight(opened: OpenedMicrophone, wanted: MicrophoneWishes): boolean {
  const { microphone, wishes, isOutdated } = opened
  return (
    !isOutdated &&
    microphone.stream.active &&
    wishes.microphoneId === wanted.microphoneId &&
    wishes.processing.echoCancellation === wanted.processing.echoCancellation &&
    wishes.processing.noiseSuppression === wanted.processing.noiseSuppression &&
    wishes.processing.autoGainControl === wanted.processing.autoGainControl
  )
}
