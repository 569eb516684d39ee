import { useEffect, useRef } from 'react'
import type WaveSurfer from 'wavesurfer.js'
import { BYTES_PER_PEAK, loudestOf, PEAKS_PER_SECOND } from '../../shared/peaks'
import { request } from '../api'
import { styleNonce } from '../app/trustedTypes'
import { readColours, watchColours } from '../waveform/colours'
import { displayHeight } from '../waveform/displayCurve'
import type { Player } from './player'
import { useDurationSeconds } from './usePlayer'
import { useScrubbing } from './useScrubbing'
import styles from './TakePlayer.module.css'

const HEIGHT_PX = 96
/** More than one amplitude for each bar of a very wide screen; the drawing takes the loudest. */
const AMPLITUDE_COUNT = 2048

interface TakeWaveformProps {
  readonly player: Player
  readonly takeId: string
}

/** The waveform of a take with its playhead. Clicking and dragging seek. */
export function TakeWaveform({ player, takeId }: TakeWaveformProps) {
  const container = useRef<HTMLDivElement>(null)
  useScrubbing(container, player)
  const durationSeconds = useDurationSeconds(player)

  useEffect(() => {
    const element = container.current
    if (!element) return
    let isGone = false
    let erase: (() => void) | null = null
    void Promise.all([loadWaveSurfer(), readAmplitudes(takeId, durationSeconds)]).then(
      ([library, amplitudes]) => {
        if (!isGone) erase = draw(library, element, player, amplitudes)
      },
    )
    return () => {
      isGone = true
      erase?.()
    }
  }, [player, takeId, durationSeconds])

  return <div ref={container} role="img" aria-label="Waveform" className={styles['waveform']} />
}

/** Loaded with the first take: the first paint of the app must not wait for it. */
async function loadWaveSurfer(): Promise<typeof WaveSurfer> {
  return (await import('wavesurfer.js')).default
}

/** A take whose peaks cannot be read still has a line to seek on. */
async function readAmplitudes(takeId: string, durationSeconds: number): Promise<Float32Array> {
  const bytes = await request('takes.peaks', { takeId }).catch(() => new Uint8Array())
  const peaks = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  // Where the end of a file was lost there are peaks of sound that is not there any more.
  const playable = BYTES_PER_PEAK * Math.ceil(durationSeconds * PEAKS_PER_SECOND)
  return loudestOf(peaks.subarray(0, playable || peaks.length), AMPLITUDE_COUNT).map(displayHeight)
}

/** Draws from stored amplitudes and the known duration, so that opening a take never decodes it. */
function draw(
  library: typeof WaveSurfer,
  container: HTMLElement,
  player: Player,
  amplitudes: Float32Array,
): () => void {
  const colours = readColours()
  const wave = library.create({
    container,
    media: player.audio,
    cspNonce: styleNonce,
    peaks: [amplitudes],
    duration: player.durationSeconds,
    height: HEIGHT_PX,
    barWidth: 2,
    barGap: 1,
    barRadius: 2,
    barMinHeight: 2,
    cursorWidth: 1,
    waveColor: colours.ink,
    progressColor: colours.accent,
    cursorColor: colours.accent,
    // The player seeks; the drawing only follows.
    interact: false,
    autoScroll: false,
  })
  // A drawing begins at 0, wherever the sound stands by now.
  wave.once('ready', () => player.audio.dispatchEvent(new Event('timeupdate')))
  const unwatch = watchColours(({ ink, accent }) =>
    wave.setOptions({ waveColor: ink, progressColor: accent, cursorColor: accent }),
  )
  return () => {
    unwatch()
    wave.destroy()
  }
}
