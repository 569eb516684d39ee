import { ArrowUpDown, Square, Volume2 } from 'lucide-react'
import { type ReactNode, useRef, useState } from 'react'
import type { Question } from '../../shared/model'
import { useCommands } from '../keys/useCommands'
import { exampleNames } from '../example/exampleNames'
import { Paragraphs } from '../example/Paragraphs'
import { useVoice } from '../example/useVoice'
import { useSettings } from '../settings/SettingsContext'
import { useAnnounce } from '../ui/Announcer'
import { Button } from '../ui/Button'
import { formatClock, formatMoment } from '../lib/format'
import { useReport } from '../ui/Undo'
import { seekSeconds } from '../player/player'
import { type PlayerHandle, TakePlayer } from '../player/TakePlayer'
import styles from './ExampleCompared.module.css'
import type { Letter, Side } from './sides/sides'
import sideStyles from './sides/Sides.module.css'

interface ExampleComparedProps {
  readonly question: Question
  readonly side: Side
  readonly selects: Readonly<Record<Letter, ReactNode>>
}

/** A take against the example answer, which has words and a voice but no recording. */
export function ExampleCompared({ question, side, selects }: ExampleComparedProps) {
  const { take } = side
  const { settings, change } = useSettings()
  const report = useReport()
  const announce = useAnnounce()
  const voice = useVoice(question.language)
  const player = useRef<PlayerHandle>(null)
  const [index, setIndex] = useState(0)
  const answer = question.exampleAnswers[index]
  const isSpeaking = voice.state === 'speaking'

  const listen = () => {
    if (isSpeaking) voice.stop()
    else if (voice.state === 'missing') announce(voice.missingWords)
    else if (answer) voice.speak(answer.text)
  }
  const flip = () => {
    const isMine = player.current?.state.get() === 'playing'
    if (isMine && voice.state === 'missing') {
      player.current?.pause()
      announce(`Paused. ${voice.missingWords}: read the example yourself`)
    } else if (isMine) {
      listen()
      announce('Example answer')
    } else {
      player.current?.play()
      announce(`Take A at ${formatClock((player.current?.positionSeconds ?? 0) * 1000)}`)
    }
  }
  useCommands({
    play: () => player.current?.toggle(),
    seek: (nth) => player.current?.seekBy(seekSeconds(nth)),
    flip,
    example: listen,
  })

  return (
    <div className={styles['columns']}>
      <section aria-label="Take A" aria-current={!isSpeaking} className={lookOf(!isSpeaking)}>
        <header className={styles['head']}>
          <h2 className={styles['heading']}>
            <span className={styles['letter']}>A</span>
            <span className="visually-hidden">
              {`: Take ${take.number}, ${formatMoment(take.startedAtMs)}`}
            </span>
          </h2>
          {selects.A}
        </header>
        <TakePlayer
          ref={player}
          takeId={take.id}
          durationMs={take.durationMs}
          damaged={take.state === 'damaged'}
          what="take A"
          speed={settings.speed}
          onSpeedChange={(speed) => void change({ speed }).catch(report)}
        />
        <div className={styles['flip']}>
          <Button
            look="primary"
            icon={<ArrowUpDown strokeWidth={1.75} />}
            command="flip"
            onClick={flip}
          >
            Flip
          </Button>
          <p className={styles['note']}>Goes between your take and the example.</p>
        </div>
      </section>
      <section aria-label="Example answer" aria-current={isSpeaking} className={lookOf(isSpeaking)}>
        <header className={styles['head']}>
          <h2 className={styles['heading']}>
            <span className={styles['letter']}>B</span>
            <span className="visually-hidden">: Example answer</span>
          </h2>
          {selects.B}
        </header>
        {question.exampleAnswers.length > 1 && (
          <select
            aria-label="Which example"
            value={index}
            onChange={(event) => {
              voice.stop()
              setIndex(Number(event.target.value))
            }}
          >
            {exampleNames(question.exampleAnswers).map((name, option) => (
              <option key={option} value={option}>
                {name}
              </option>
            ))}
          </select>
        )}
        <div className={styles['text']} dir="auto" lang={question.language}>
          <Paragraphs text={answer?.text ?? ''} />
        </div>
        <div className={styles['flip']}>
          <Button
            icon={isSpeaking ? <Square strokeWidth={1.75} /> : <Volume2 strokeWidth={1.75} />}
            command="example"
            onClick={listen}
          >
            {isSpeaking ? 'Stop listening' : 'Listen to example'}
          </Button>
          <p className={styles['note']}>
            {voice.state === 'missing'
              ? `${voice.missingWords}. Read it out loud yourself.`
              : 'An example, not the answer.'}
          </p>
        </div>
      </section>
    </div>
  )
}

/** Of the two letters that is filled whose side is heard, as between two takes. */
function lookOf(isHeard: boolean): string {
  return [styles['side'], !isHeard && sideStyles['silent']].filter(Boolean).join(' ')
}
