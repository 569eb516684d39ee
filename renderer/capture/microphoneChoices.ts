/** One entry of the list of microphones. The id null is the system's default one. */
export interface MicrophoneChoice {
  id: string | null
  label: string
}

/** Chromium's own entries that stand for another device of the list. */
const ALIASES = new Set(['default', 'communications'])

/**
 * What the list of microphones shows: the system's default first, then each device once. Empty when
 * there is none. Labels are only known after the permission was given.
 */
export function microphoneChoices(devices: readonly MediaDeviceInfo[]): MicrophoneChoice[] {
  const inputs = devices.filter(({ kind }) => kind === 'audioinput')
  if (inputs.length === 0) return []
  return [
    { id: null, label: defaultLabel(inputs) },
    ...inputs.filter(isReal).map(({ deviceId, label }, index) => ({
      id: deviceId,
      label: label || `Microphone ${index + 1}`,
    })),
  ]
}

/** The microphone of a group of devices, not an alias of it. */
export function realDeviceOf(
  devices: readonly MediaDeviceInfo[],
  groupId: string | undefined,
): MediaDeviceInfo | undefined {
  return devices.find(
    (device) => device.kind === 'audioinput' && isReal(device) && device.groupId === groupId,
  )
}

function isReal({ deviceId }: MediaDeviceInfo): boolean {
  return deviceId !== '' && !ALIASES.has(deviceId)
}

function defaultLabel(inputs: readonly MediaDeviceInfo[]): string {
  const label = inputs.find(({ deviceId }) => deviceId === 'default')?.label
  if (!label || label === 'Default') return 'System default'
  return `System default (${label.replace(/^Default - /, '')})`
}

/** The device that the system's default stands for now, or null when that is not known. */
export function defaultGroupId(devices: readonly MediaDeviceInfo[]): string | null {
  const input = devices.find(
    ({ kind, deviceId }) => kind === 'audioinput' && deviceId === 'default',
  )
  return input?.groupId ?? null
}
