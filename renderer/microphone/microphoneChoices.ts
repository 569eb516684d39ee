/** One entry of the list of microphones. The id null is the system's default one. */
export interface MicrophoneChoice {
  id: string | null
  label: string
}

/** What the default microphone is called while nobody but the system knows which one it is. */
export const SYSTEM_DEFAULT = 'System default'

/** Chromium's own entries that stand for another device of the list. */
const ALIASES = new Set(['default', 'communications'])

/**
 * What the list of microphones shows: the system's default first, then each device once. Empty when
 * there is none. Labels are only known after the permission was given.
 */
export function microphoneChoices(devices: readonly MediaDeviceInfo[]): MicrophoneChoice[] {
  const inputs = devices.filter(({ kind }) => kind === 'audioinput')
  if (inputs.length === 0) return []
  const real = defaultDevice(devices)?.label
  return [
    { id: null, label: real ? `${SYSTEM_DEFAULT} (${real})` : SYSTEM_DEFAULT },
    ...inputs.filter(isReal).map(({ deviceId, label }, index) => ({
      id: deviceId,
      label: label || `Microphone ${index + 1}`,
    })),
  ]
}

/** The microphones themselves, without Chromium's aliases of them. */
export function realMicrophones(devices: readonly MediaDeviceInfo[]): MediaDeviceInfo[] {
  return devices.filter((device) => device.kind === 'audioinput' && isReal(device))
}

/** Whether no microphone came or went from one list to the other. */
export function areSame(
  before: readonly MediaDeviceInfo[],
  now: readonly MediaDeviceInfo[],
): boolean {
  const ids = (devices: readonly MediaDeviceInfo[]) =>
    realMicrophones(devices).map(({ deviceId }) => deviceId)
  return ids(before).join() === ids(now).join()
}

/** The device that the system's default stands for now, or null when that cannot be known. */
export function defaultDevice(devices: readonly MediaDeviceInfo[]): MediaDeviceInfo | null {
  const real = realMicrophones(devices)
  const behind = real.filter(({ groupId }) => groupId === aliasOf(devices)?.groupId)
  // A device can have several inputs; only their names tell those apart.
  const same = behind.length > 1 ? behind.filter((device) => isNamedBy(devices, device)) : behind
  const candidates = same.length > 0 ? same : real
  return candidates.length === 1 ? (candidates[0] ?? null) : null
}

/**
 * Whether the system keeps to itself which device its default stands for. Linux does, and where it
 * does it may also give a recording another microphone without a word.
 */
export function isDefaultHidden(devices: readonly MediaDeviceInfo[]): boolean {
  const alias = aliasOf(devices)
  return (
    alias !== undefined &&
    !realMicrophones(devices).some(({ groupId }) => groupId === alias.groupId)
  )
}

function aliasOf(devices: readonly MediaDeviceInfo[]): MediaDeviceInfo | undefined {
  return devices.find(({ kind, deviceId }) => kind === 'audioinput' && deviceId === 'default')
}

/** The default's entry is named "Default - " and then as the device. */
function isNamedBy(devices: readonly MediaDeviceInfo[], { label }: MediaDeviceInfo): boolean {
  return label !== '' && aliasOf(devices)?.label === `Default - ${label}`
}

function isReal({ deviceId }: MediaDeviceInfo): boolean {
  return deviceId !== '' && !ALIASES.has(deviceId)
}
