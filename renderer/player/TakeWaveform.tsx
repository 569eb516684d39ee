import { useEffect, useRef } from 'react'
import type WaveSurfer from 'wavesurfer.js'
import { BYTES_PER_PEAK, loudestOf, PEAKS_PER_SECOND } from '../../shared/peaks'
import { request } from '../api'
import { styleNonce } from '../app/trustedTypes'
import { readColours, watchColours } from '../waveform/colours'
import { displayHeight } from '../waveform/displayCurve'
import { Scope } from '../lib/scope'
import type { Seekable } from './player'
import { useDurationSeconds } from './usePlayer'
import { useScrubbing } from './useScrubbing'
import styles from './TakeWave.module.css'

/** More than one amplitude for each bar of a very wide screen; the drawing takes the loudest. */
const AMPLITUDE_COUNT = 2048

/** A drawing without a length would wait for a sound to tell it. */
const SHORTEST_SECONDS = 0.001

interface TakeWaveformProps {
  readonly player: Seekable
  readonly takeId: string
  /** Without a playhead, and all of it as if nothing was played. */
  readonly isEven: boolean
}

/** The waveform of a take with its playhead, as high as its stylesheet says. Clicking and dragging seek. */
export function TakeWaveform({ player, takeId, isEven }: TakeWaveformProps) {
  const container = useRef<HTMLDivElement>(null)
  const drawing = useRef<Drawing | null>(null)
  useScrubbing(container, player)
  const durationSeconds = useDurationSeconds(player)

  useEffect(() => {
    const element = container.current
    if (!element) return
    let isGone = false
    void Promise.all([loadWaveSurfer(), readAmplitudes(takeId, durationSeconds)]).then(
      ([library, amplitudes]) => {
        if (!isGone) drawing.current = draw(library, element, player, amplitudes)
      },
    )
    return () => {
      isGone = true
      drawing.current?.erase()
      drawing.current = null
    }
  }, [player, takeId, durationSeconds])

  useEffect(() => {
    // Nobody sees where the playhead of an even wave is: it need not be moved at every paint.
    if (isEven) return
    const follow = () => drawing.current?.follow()
    follow()
    return player.subscribePosition(follow)
  }, [player, isEven])

  return (
    <div
      ref={container}
      role="img"
      aria-label="Waveform"
      className={[styles['waveform'], isEven && styles['even']].filter(Boolean).join(' ')}
    />
  )
}

interface Drawing {
  /** Brings the playhead to where the sound is. */
  readonly follow: () => void
  readonly erase: () => void
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

/**
 * Draws from stored amplitudes and the known duration, so that opening a take never decodes it. It
 * knows no sound: a file that is longer or shorter than its take would move the playhead.
 */
function draw(
  library: typeof WaveSurfer,
  container: HTMLElement,
  player: Seekable,
  amplitudes: Float32Array,
): Drawing {
  const colours = readColours()
  const scope = new Scope()
  let height = container.clientHeight
  const wave = library.create({
    container,
    cspNonce: styleNonce,
    peaks: [amplitudes],
    duration: Math.max(SHORTEST_SECONDS, player.durationSeconds),
    height,
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
  const follow = () => wave.setTime(player.positionSeconds)
  // A drawing begins at 0, wherever the sound stands by now.
  wave.once('ready', follow)
  scope.add(
    watchColours(({ ink, accent }) =>
      wave.setOptions({ waveColor: ink, progressColor: accent, cursorColor: accent }),
    ),
  )
  // A low window has a lower wave. For its width the drawing cares itself.
  scope.listen(window, 'resize', () => {
    if (container.clientHeight === height) return
    height = container.clientHeight
    wave.setOptions({ height })
  })
  return {
    follow,
    erase: () => {
      scope.dispose()
      wave.destroy()
    },
  }
}
