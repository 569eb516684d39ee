import { onTestFinished, vi } from 'vitest'

export interface FakeMicrophones {
  /** Refused unless the test says otherwise. */
  readonly getUserMedia: ReturnType<typeof vi.fn>
}

/** A machine with a default microphone and one on the desk, and a system that allows neither. */
export function fakeMicrophones(): FakeMicrophones {
  const input = (deviceId: string, label: string) => ({
    deviceId,
    label,
    kind: 'audioinput',
    groupId: 'group',
  })
  const getUserMedia = vi.fn(() =>
    Promise.reject(new DOMException('Permission denied', 'NotAllowedError')),
  )
  const devices = Object.assign(new EventTarget(), {
    getUserMedia,
    enumerateDevices: () =>
      Promise.resolve([
        input('default', 'Default - Desk microphone'),
        input('desk', 'Desk microphone'),
      ]),
  })
  Object.defineProperty(navigator, 'mediaDevices', { value: devices, configurable: true })
  onTestFinished(() => {
    Reflect.deleteProperty(navigator, 'mediaDevices')
  })
  return { getUserMedia }
}
