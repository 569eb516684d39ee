import { Check, Pause, Play } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useCommands } from '../../keys/useCommands'
import { useAnnounce } from '../../ui/Announcer'
import { Button } from '../../ui/Button'
import { type BlindOrder, type Sign, SIGNS, signOf } from './blindOrder'
import styles from './Blind.module.css'
import { blindLoudnessWords, type LoudnessMatch } from '../duel/matchedLoudness'
import { SharePosition } from '../duel/SharePosition'
import type { Letter } from '../sides/sides'
import type { HeardDuel } from '../duel/useDuel'

interface BlindListeningProps extends HeardDuel {
  readonly order: BlindOrder
  readonly match: LoudnessMatch
  readonly onChoose: (better: Letter) => void
  readonly onStop: () => void
}

/** Two takes without a name, a wave or a length. Nothing on the page tells which is which. */
export function BlindListening({ order, match, onChoose, onStop, ...now }: BlindListeningProps) {
  const { duel, heard, isPlaying } = now
  const heading = useRef<HTMLHeadingElement>(null)
  const announce = useAnnounce()
  const [heardSigns, setHeardSigns] = useState<ReadonlySet<Sign>>(new Set())
  const current = signOf(order, heard)

  // The button that began this is gone: reading goes on here.
  useEffect(() => heading.current?.focus(), [])

  const listen = (sign: Sign) => {
    duel.hear(order[sign])
    duel.play()
    setHeardSigns((before) => new Set([...before, sign]))
    announce(`Playing ${sign}`)
  }
  const toggle = () => (isPlaying ? duel.pause() : listen(current))
  const listenTo = (nth: number) => listen(SIGNS[nth] ?? 'X')
  useCommands({
    play: toggle,
    flip: () => listen(current === 'X' ? 'Y' : 'X'),
    hear: listenTo,
    seek: listenTo,
    cancel: onStop,
  })

  return (
    <section aria-labelledby="blind-heading" className={styles['blind']}>
      <h2 id="blind-heading" ref={heading} tabIndex={-1} className={styles['title']}>
        Which is better?
      </h2>
      <p className={styles['words']}>
        Two takes, in an order that nobody knows. Listen to both, go back and forth as often as you
        like, then choose. {blindLoudnessWords(match)}
      </p>
      <div className={styles['signs']}>
        {SIGNS.map((sign) => {
          const sounds = isPlaying && sign === current
          const look = [styles['sign'], sounds && styles['sounds']].filter(Boolean).join(' ')
          return (
            <div key={sign} role="group" aria-label={sign} className={look}>
              <p className={styles['name']} aria-hidden="true">
                {sign}
              </p>
              <Button
                icon={sounds ? <Pause /> : <Play />}
                label={sounds ? `Pause ${sign}` : `Play ${sign}`}
                command="hear"
                nth={SIGNS.indexOf(sign)}
                onClick={() => (sounds ? duel.pause() : listen(sign))}
              >
                {sounds ? 'Pause' : 'Play'}
              </Button>
              <Button
                look={heardSigns.size === SIGNS.length ? 'primary' : 'plain'}
                icon={<Check strokeWidth={1.75} />}
                disabled={heardSigns.size < SIGNS.length}
                aria-describedby={heardSigns.size < SIGNS.length ? 'both-first' : undefined}
                onClick={() => onChoose(order[sign])}
              >
                {`${sign} is better`}
              </Button>
            </div>
          )
        })}
      </div>
      <SharePosition duel={duel} heard={heard} />
      <div className={styles['foot']}>
        <p id="both-first" className={styles['note']}>
          {heardSigns.size < SIGNS.length && 'You can choose when you have listened to both.'}
        </p>
        <Button look="quiet" command="cancel" onClick={onStop}>
          Stop without choosing
        </Button>
      </div>
    </section>
  )
}
