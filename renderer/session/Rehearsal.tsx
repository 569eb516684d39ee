import { useCallback, useEffect, useMemo, useRef } from 'react'
import { isAnswer, type EndedTake } from '../../shared/endedTake'
import type { Rating, Session, Take } from '../../shared/model'
import { request } from '../api'
import { Layout } from '../app/Layout'
import { isTakeRunning, type TakeFault } from '../capture/captureMachine'
import { useCapture } from '../capture/useCapture'
import { ExampleAnswer } from '../example/ExampleAnswer'
import { SessionOutline } from '../outline/SessionOutline'
import { useOutlineShown } from '../outline/useOutlineShown'
import { useQuestionOutline, withExamples } from '../outline/useQuestionOutline'
import { Review } from '../review/Review'
import { useExample } from '../example/useExample'
import { useSettings } from '../settings/SettingsContext'
import { useAnnounce } from '../ui/Announcer'
import { Button } from '../ui/Button'
import { DeletedHere, useDeletedPlace } from '../ui/undo/DeletedHere'
import { takesOf } from '../ui/undo/deletedLists'
import { useTell } from '../ui/Undo'
import { Deck } from './deck/Deck'
import { faultWords } from './faultWords'
import { QuestionHeading } from './questions/QuestionHeading'
import { QuestionList } from './questions/QuestionList'
import { SessionHeader } from './SessionHeader'
import styles from './SessionScreen.module.css'
import { questionOf } from './sessionState'
import { SessionTroubles } from './SessionTroubles'
import { ShrinkingOffer } from './shrinking/ShrinkingOffer'
import { isWeakQuestion, useShrinking } from './shrinking/useShrinking'
import { useAnnouncements } from './useAnnouncements'
import { useGoingOn } from './useGoingOn'
import { type KeptCommands, useKeptCommands } from './useKeptCommands'
import { useRecording } from './useRecording'
import type { SessionActions } from './useSession'
import { useSessionKeys } from './useSessionKeys'
import { useShownTake } from './useShownTake'

interface RehearsalProps {
  session: Session
  questionId: string
  actions: SessionActions
  trouble: unknown
  onTrouble: (error: unknown) => void
  /** Somebody pressed R while the session was still being opened. */
  startsAtOnce: boolean
}

/** One question at a time: hear yourself, then the example, then yourself again. */
export function Rehearsal(props: RehearsalProps) {
  const { session, questionId, actions, trouble, onTrouble, startsAtOnce } = props
  const { settings, change } = useSettings()
  const announce = useAnnounce()
  const tell = useTell()
  const inSession = questionOf(session, questionId)
  const { takes, take, player, playTake, showNewest } = useShownTake(inSession)
  const outline = useQuestionOutline(questionId, takes.at(-1)?.id)
  const question = useMemo(() => withExamples(inSession, outline), [inSession, outline])
  const deletedBelow = useDeletedPlace(takesOf({ sessionId: session.id, questionId }), [])
  const example = useExample(question, take !== undefined)

  const rounds = useShrinking(inSession)
  const isWeak = isWeakQuestion(takes, outline?.isWeak ?? false)
  const { saved: roundSaved } = rounds

  const keptRef = useRef<KeptCommands | null>(null)
  const onTakeSaved = useCallback(
    (saved: Take) => {
      showNewest()
      keptRef.current?.saved(saved)
      actions.showTake(saved)
      const round = roundSaved(saved)
      announce([`Take ${saved.number} saved`, round].filter(Boolean).join('. '))
    },
    [showNewest, actions, announce, roundSaved],
  )
  const { microphoneId, processing } = settings
  const onUnseenFault = useCallback((fault: TakeFault) => tell(faultWords(fault)), [tell])
  const capture = useCapture({ microphoneId, processing, onTakeSaved, onUnseenFault })
  const isRunning = isTakeRunning(capture.state)
  const isSaving = capture.state.kind === 'saving'
  useAnnouncements(capture.state)
  const hasTake = take !== undefined
  const outlineShown = useOutlineShown({ questionId, outline, isRunning, hasTake })

  const goingOn = useGoingOn({
    session,
    questionId,
    capture,
    onTurn: (id) => {
      example.stopListening()
      showNewest()
      keptRef.current?.forget()
      actions.visit(id)
    },
    onTrouble,
  })
  const recording = useRecording(capture, {
    subject: () => {
      const id = goingOn.destination()
      return id === null ? null : { sessionId: session.id, questionId: id }
    },
    onBegin: () => {
      player.current?.pause()
      example.stopListening()
    },
    startsAtOnce,
  })

  const chooseFor = async (other: EndedTake) => {
    const chosen = await request('takes.menu', { isBest: isAnswer(other) ? other.isBest : null })
    if (chosen === 'play') playTake(other)
    if (chosen === 'best') actions.keepAsBest(other, !other.isBest)
    if (chosen === 'delete') actions.remove(other)
  }

  useSessionKeys({
    isRunning,
    record: recording.toggle,
    pause: recording.togglePause,
    play: () => player.current?.toggle(),
    seekBy: (seconds) => player.current?.seekBy(seconds),
    step: goingOn.step,
    example: () => (example.isShown ? example.listen() : example.show()),
    outline: outlineShown.toggle,
    rate: (rating) => take && actions.rate(take, rating),
    best: () => take && isAnswer(take) && actions.keepAsBest(take, !take.isBest),
  })
  const kept = useKeptCommands(isSaving, take?.id, {
    rate: (saved, nth) => actions.rate(saved, (nth + 1) as Rating),
    best: (saved) => actions.keepAsBest(saved, true),
  })
  useEffect(() => {
    keptRef.current = kept
  })

  const myOutline = (
    <>
      <SessionOutline
        question={question}
        outline={outline}
        shown={outlineShown}
        isRunning={isRunning}
        {...(take && { take, isNewest: take === takes.findLast(isAnswer) })}
      />
      <ShrinkingOffer rounds={rounds} isOffered={isWeak} />
    </>
  )
  return (
    <Layout
      current="Practice"
      isFixed
      aside={
        <QuestionList
          questions={session.questions}
          currentId={questionId}
          onChoose={goingOn.visit}
        />
      }
    >
      <div className={styles['session']}>
        <SessionHeader
          session={session}
          question={question}
          outline={outlineShown}
          onStep={goingOn.step}
          onFinish={goingOn.finish}
        />
        <div className={styles['page']} key={questionId}>
          <QuestionHeading
            question={question}
            isAlone={isRunning}
            isShort={hasTake || example.isShown}
          />
          {/* While somebody speaks there is the question and nothing else. */}
          <div className={isRunning ? styles['away'] : styles['here']}>
            {!isRunning && !take && deletedBelow && <DeletedHere />}
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
                outline={myOutline}
                onPlay={playTake}
                onRate={actions.rate}
                onAnnotate={actions.annotate}
                onKeepAsBest={actions.keepAsBest}
                onDelete={actions.remove}
                onMenu={(other) => void chooseFor(other).catch(onTrouble)}
              />
            ) : (
              <div className={styles['before']}>
                {myOutline}
                {example.isShown && <ExampleAnswer question={question} example={example} />}
                {!example.isShown && question.exampleAnswers.length > 0 && (
                  <Button className={styles['show']} command="example" onClick={example.show}>
                    Show example answer
                  </Button>
                )}
              </div>
            )}
          </div>
        </div>
        <Deck
          capture={capture}
          target={rounds.target}
          hasTake={hasTake}
          kept={kept.kept}
          onRecord={recording.toggle}
          onPause={recording.togglePause}
          onMicrophone={(id) => void change({ microphoneId: id }).catch(onTrouble)}
        >
          <SessionTroubles capture={capture} trouble={trouble} onTrouble={onTrouble} />
        </Deck>
      </div>
    </Layout>
  )
}
