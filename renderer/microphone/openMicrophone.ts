import type { Processing } from '../../shared/model'
import type { LevelFrame } from '../level/levelFeed'
import { isPairOf } from '../../shared/inputPairs'
import { defaultDevice, realMicrophones, SYSTEM_DEFAULT } from './microphoneChoices'
import { MicrophoneError, errorName, microphoneTroubleOf } from './microphoneTrouble'
import { Scope } from '../lib/scope'
import { HeardInputs, type RecordableSound } from './heardInputs'

export interface MicrophoneWishes {
  /** Chromium's id of a device; null is the system's default one. */
  microphoneId: string | null
  processing: Processing
}

export interface MicrophoneListeners {
  /** A frame for each 20 ms, a few at a time. */
  onFrames: (frames: readonly LevelFrame[]) => void
  /** The device is gone, or the system took the permission back. Comes at most once. */
  onLost: () => void
}

/** An open microphone. It is heard until it is disposed of. */
export interface Microphone {
  readonly stream: MediaStream
  /** What to record a take from now: the stream itself, or the loudest of channels that differ. */
  toRecord(): RecordableSound
  /**
   * Hears the inputs of this interface each by itself, if main has made microphones of them.
   * @param mayHear asked when they are open; if not, they are let go
   * @returns how many are heard now, or null when they might not be
   */
  hearInputsOf(label: string, mayHear: () => boolean): Promise<number | null>
  /** Null when only the system knows which device it is. */
  readonly deviceId: string | null
  readonly label: string
  /** The chosen device is not there, so this is the system's default one. */
  readonly isFallback: boolean
  /** The system sends silence in place of the sound. */
  readonly isMuted: boolean
  dispose(): void
}

/**
 * Opens a microphone and measures it.
 * @throws {MicrophoneError} with the reason; nothing stays open then.
 */
export async function openMicrophone(
  wishes: MicrophoneWishes,
  listeners: MicrophoneListeners,
): Promise<Microphone> {
  const scope = new Scope()
  try {
    const { stream, deviceId, isFallback } = await openStream(wishes)
    scope.add(() => stop(stream))
    const [track] = stream.getAudioTracks()
    if (!track) throw new MicrophoneError('missing')
    scope.listen(track, 'ended', listeners.onLost)
    const inputs = new HeardInputs(stream, listeners.onFrames, scope)
    const label = await nameOfDevice(deviceId, track)
    // It may have ended before anyone listened.
    if (track.readyState === 'ended') throw new MicrophoneError('missing')
    return {
      stream,
      deviceId,
      label,
      isFallback,
      toRecord: () => inputs.toRecord(),
      hearInputsOf: async (interfaceLabel, mayHear) => {
        const streams = await openInputsOf(interfaceLabel, wishes)
        if (mayHear()) {
          inputs.hear(streams)
          return streams.length
        }
        streams.forEach(stop)
        return null
      },
      get isMuted() {
        return track.muted
      },
      dispose: () => scope.dispose(),
    }
  } catch (error) {
    scope.dispose()
    throw new MicrophoneError(microphoneTroubleOf(error), { cause: error })
  }
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop()
}

/** Those that cannot be opened are left out. */
async function openInputsOf(label: string, wishes: MicrophoneWishes): Promise<MediaStream[]> {
  const inputs = (await listDevices()).filter((device) => isPairOf(device.label, label))
  const opened = await Promise.allSettled(
    inputs.map(({ deviceId }) => openExactly(deviceId, constraintsOf(wishes))),
  )
  return opened.flatMap((each) => (each.status === 'fulfilled' && each.value ? each.value : []))
}

function constraintsOf({ processing }: MicrophoneWishes): MediaTrackConstraints {
  // The system's processing makes one channel of all, and every channel more costs it as much again.
  const isProcessed = Object.values(processing).some(Boolean)
  return { channelCount: isProcessed ? 1 : 2, ...processing }
}

async function openStream(wishes: MicrophoneWishes) {
  const { microphoneId } = wishes
  const wanted = constraintsOf(wishes)
  const chosen = microphoneId && (await openExactly(microphoneId, wanted))
  if (chosen) return { stream: chosen, deviceId: microphoneId, isFallback: false }
  const isFallback = microphoneId !== null
  // By its own id where that is known: a stream of "the default" is given another device when the
  // default changes, in the middle of a take and without a word.
  const deviceId = defaultDevice(await listDevices())?.deviceId ?? null
  const stream = deviceId && (await openExactly(deviceId, wanted))
  if (stream) return { stream, deviceId, isFallback }
  return { stream: await getAudio(wanted), deviceId: null, isFallback }
}

/** Null when the device is not there. Only that lets another take its place; a refusal is a refusal. */
async function openExactly(id: string, wanted: MediaTrackConstraints): Promise<MediaStream | null> {
  try {
    return await getAudio({ ...wanted, deviceId: { exact: id } })
  } catch (error) {
    const name = errorName(error)
    if (name === 'OverconstrainedError' || name === 'NotFoundError') return null
    throw error
  }
}

function getAudio(audio: MediaTrackConstraints): Promise<MediaStream> {
  return navigator.mediaDevices.getUserMedia({ audio, video: false })
}

/** Without a list of devices a microphone can be opened all the same. */
function listDevices(): Promise<MediaDeviceInfo[]> {
  return navigator.mediaDevices.enumerateDevices().catch(() => [])
}

async function nameOfDevice(id: string | null, { label }: MediaStreamTrack): Promise<string> {
  const device = realMicrophones(await listDevices()).find(({ deviceId }) => deviceId === id)
  if (device?.label) return device.label
  return label === '' || label === 'Default' ? SYSTEM_DEFAULT : label
}
