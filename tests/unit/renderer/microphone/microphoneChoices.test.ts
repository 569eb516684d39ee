import { describe, expect, it } from 'vitest'
import {
  defaultDevice,
  isDefaultHidden,
  microphoneChoices,
} from '../../../../renderer/microphone/microphoneChoices'

function input(
  deviceId: string,
  label: string,
  groupId: string,
  kind: MediaDeviceKind = 'audioinput',
): MediaDeviceInfo {
  return { kind, deviceId, label, groupId, toJSON: () => ({}) }
}

const DESK = input('desk', 'Desk', 'usb')
const HEADSET = input('headset', 'Headset', 'bluetooth')
const SPEAKER = input('speaker', 'Desk', 'usb', 'audiooutput')
/** Windows and macOS say which one it is. */
const NAMED = input('default', 'Default - Headset', 'bluetooth')
/** Linux does not. */
const HIDDEN = input('default', 'Default', 'its own')

describe('the device behind the default', () => {
  it('is that of its group', () => {
    expect(defaultDevice([NAMED, DESK, HEADSET, SPEAKER])).toBe(HEADSET)
    expect(isDefaultHidden([NAMED, DESK, HEADSET])).toBe(false)
  })

  it('is the one of its name where a device has several inputs', () => {
    const line = input('line', 'Headset line in', 'bluetooth')
    expect(defaultDevice([NAMED, line, HEADSET])).toBe(HEADSET)
    expect(defaultDevice([NAMED, line, input('other', 'Other', 'bluetooth')])).toBeNull()
  })

  it('is not known where the system keeps it to itself, unless there is only one', () => {
    expect(defaultDevice([HIDDEN, DESK, HEADSET])).toBeNull()
    expect(defaultDevice([HIDDEN, DESK, SPEAKER])).toBe(DESK)
    expect(isDefaultHidden([HIDDEN, DESK])).toBe(true)
  })

  it('is not known before the permission was given: ids are empty then', () => {
    expect(defaultDevice([input('', '', '')])).toBeNull()
    expect(defaultDevice([])).toBeNull()
  })
})

describe('the list of microphones', () => {
  it('names the default where that is known', () => {
    const labels = (devices: MediaDeviceInfo[]) => microphoneChoices(devices).map((c) => c.label)
    expect(labels([NAMED, DESK, HEADSET])).toEqual(['System default (Headset)', 'Desk', 'Headset'])
    expect(labels([HIDDEN, DESK, HEADSET])).toEqual(['System default', 'Desk', 'Headset'])
    expect(labels([HIDDEN, DESK])).toEqual(['System default (Desk)', 'Desk'])
    expect(labels([SPEAKER])).toEqual([])
  })
})
