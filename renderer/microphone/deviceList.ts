import { Scope } from '../lib/scope'

/**
 * Some sound servers give a recording another microphone when its own goes, without a word: no
 * event, and a track that is still live. Only the list of devices shows it, and only to those who
 * look: Linux tells of devices with a plug alone.
 */
const LOOK_EVERY_MS = 1000

/** The list of devices as it was read last. */
export class DeviceList {
  #devices: readonly MediaDeviceInfo[] = []
  #seen = ''

  get devices(): readonly MediaDeviceInfo[] {
    return this.#devices
  }

  /** Reads the list; says whether it is another one than before. */
  async read(): Promise<boolean> {
    const devices = await navigator.mediaDevices.enumerateDevices().catch(() => null)
    const seen = JSON.stringify(devices)
    if (!devices || seen === this.#seen) return false
    this.#seen = seen
    this.#devices = devices
    return true
  }
}

/** Calls back whenever the list may have changed, until the scope is disposed of. */
export function followDevices(look: () => void): Scope {
  const scope = new Scope()
  scope.listen(navigator.mediaDevices, 'devicechange', look)
  const looking = setInterval(look, LOOK_EVERY_MS)
  scope.add(() => clearInterval(looking))
  return scope
}
