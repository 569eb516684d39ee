import { useCallback } from 'react'
import { isAnswer, type EndedTake } from '../../shared/endedTake'
import type { Session, Take } from '../../shared/model'
import { request } from '../api'
import { Layout } from '../app/Layout'
import { go } from '../app/route'
import { isTakeRunning, type TakeFault } from '../capture/captureMachine'
import { useCapture } from '../capture/useCapture'
import { ExampleAnswer } from '../example/ExampleAnswer'
import { Review } from '../review/Review'
import { useExample } from '../example/useExample'
import { useSettings } from '../settings/SettingsContext'
import { useAnnounce } from '../ui/Announcer'
import { Button } from '../ui/Button'
import { useTell } from '../ui/Undo'
import { Deck } from './deck/Deck'
import { faultWords } from './faultWords'
import { finishSession } from './finishSession'
import { QuestionHeading } from './QuestionHeading'
import { QuestionList } from './QuestionList'
import { SessionHeader } from './SessionHeader'
import styles from './SessionScreen.module.css'
import { neighbourOf, questionOf } from './sessionState'
import { SessionTroubles } from './SessionTroubles'
import { useAnnouncements } from './useAnnouncements'
import type { SessionActions } from './useSession'
import { useSessionKeys } from './useSessionKeys'
import { useShownTake } from './useShownTake'

interface RehearsalProps {
  session: Session
  questionId: string
  actions: SessionActions
  trouble: unknown
  onTrouble: (error: unknown) => void
}

/** One question at a time: hear yourself, then the example, then yourself again. */
export function Rehearsal({ session, questionId, actions, trouble, onTrouble }: RehearsalProps) {
  const { settings, change } = useSettings()
  const announce = useAnnounce()
  const tell = useTell()
  const question = questionOf(session, questionId)
  const { takes, take, player, playTake, showNewest } = useShownTake(question)
  const example = useExample(question, take !== undefined)

  const onTakeSaved = useCallback(
    (saved: Take) => {
      showNewest()
      actions.showTake(saved)
      announce(`Take ${saved.number} saved`)
    },
    [showNewest, actions, announce],
  )
  const { microphoneId, processing } = settings
  const onUnseenFault = useCallback((fault: TakeFault) => tell(faultWords(fault)), [tell])
  const capture = useCapture({ microphoneId, processing, onTakeSaved, onUnseenFault })
  const isRunning = isTakeRunning(capture.state)
  useAnnouncements(capture.state)

  const record = () => {
    player.current?.pause()
    example.stopListening()
    capture.record({ sessionId: session.id, questionId })
  }
  const stop = () => void capture.stop()
  const visit = async (id: string) => {
    if (id === questionId) return
    // A running take belongs to this question: it is saved before the page turns.
    const { take: saved } = await capture.stop()
    example.stopListening()
    showNewest()
    actions.visit(id)
    const next = questionOf(session, id)
    const before = saved ? `Take ${saved.number} saved. ` : ''
    announce(`${before}${next.position}: ${next.question}`)
  }
  const step = (direction: -1 | 1) => {
    const neighbour = neighbourOf(session, questionId, direction)
    if (neighbour) void visit(neighbour.id)
  }
  const finish = async () => {
    try {
      if (await finishSession(capture, session.id)) go({ screen: 'practice' })
    } catch (error) {
      onTrouble(error)
    }
  }

  const chooseFor = async (other: EndedTake) => {
    const chosen = await request('takes.menu', { isBest: isAnswer(other) ? other.isBest : null })
    if (chosen === 'play') playTake(other)
    if (chosen === 'best') actions.keepAsBest(other, !other.isBest)
    if (chosen === 'delete') actions.remove(other)
  }

  useSessionKeys({
    isRunning,
    record: isRunning ? stop : record,
    pause: capture.state.kind === 'paused' ? capture.resume : capture.pause,
    play: () => player.current?.toggle(),
    seekBy: (seconds) => player.current?.seekBy(seconds),
    step,
    example: () => (example.isShown ? example.listen() : example.show()),
    rate: (rating) => take && actions.rate(take, rating),
    best: () => take && isAnswer(take) && actions.keepAsBest(take, !take.isBest),
  })

  return (
    <Layout
      current="Practice"
      isFixed
      aside={
        <QuestionList
          questions={session.questions}
          currentId={questionId}
          onChoose={(id) => void visit(id)}
        />
      }
    >
      <div className={styles['session']}>
        <SessionHeader
          session={session}
          question={question}
          onStep={step}
          onFinish={() => void finish()}
        />
        <div className={styles['page']} key={questionId}>
          <SessionTroubles capture={capture} trouble={trouble} onTrouble={onTrouble} />
          <QuestionHeading question={question} />
          {/* While somebody speaks there is the question and nothing else. */}
          <div className={isRunning ? styles['away'] : undefined}>
            {take ? (
              <Review
                question={question}
                takes={takes}
                take={take}
                playerRef={player}
                isAway={isRunning}
                speed={settings.speed}
                onSpeedChange={(speed) => void change({ speed }).catch(onTrouble)}
                example={example}
                onPlay={playTake}
                onRate={actions.rate}
                onAnnotate={actions.annotate}
                onKeepAsBest={actions.keepAsBest}
                onDelete={actions.remove}
                onMenu={(other) => void chooseFor(other).catch(onTrouble)}
              />
            ) : example.isShown ? (
              <ExampleAnswer question={question} example={example} />
            ) : (
              question.exampleAnswers.length > 0 && (
                <Button command="example" onClick={example.show}>
                  Show example answer
                </Button>
              )
            )}
          </div>
        </div>
        <Deck
          capture={capture}
          target={question.target}
          lastLengthMs={take?.durationMs ?? null}
          onRecord={record}
          onStop={stop}
          onMicrophone={(id) => void change({ microphoneId: id }).catch(onTrouble)}
        />
      </div>
    </Layout>
  )
}
