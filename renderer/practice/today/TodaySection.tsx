import type { RequestInput } from '../../../shared/contract'
import type { Today, TodayQuestion } from '../../../shared/practice/practiceRequests'
import { request } from '../../api'
import { useCommands } from '../../keys/useCommands'
import { shortName } from '../../lib/questionWords'
import { Button } from '../../ui/Button'
import { Trouble } from '../../ui/Trouble'
import { troubleOf } from '../../ui/troubleWords'
import { TODAY } from '../../ui/undo/deletedLists'
import { DeletedHere, useDeletedPlace } from '../../ui/undo/DeletedHere'
import { useReport, useUndo } from '../../ui/Undo'
import { useStartSession } from '../useStartSession'
import { BestTakes } from './BestTakes'
import { PracticeChoice } from './PracticeChoice'
import styles from './Today.module.css'
import { TodayRow } from './TodayRow'
import { doneWords, nextWords, phaseWords, remainingWords } from './todayWords'

interface TodaySectionProps {
  readonly today: Today
  /** Asks main again. */
  readonly onChanged: () => void
}

/** What to say tonight, and why. */
export function TodaySection({ today, onChanged }: TodaySectionProps) {
  return (
    <section aria-labelledby="today" className={styles['today']}>
      <div className={styles['head']}>
        <h2 id="today" className={styles['heading']}>
          Today
        </h2>
        <p className={styles['facts']}>{today.state === 'open' && remainingWords(today)}</p>
        <PracticeChoice onChanged={onChanged} />
      </div>
      {today.state === 'noQuestions' ? (
        <p className={styles['words']}>
          There is nothing to practise in what you have chosen. Choose another pack, or write your
          own questions.
        </p>
      ) : (
        <Evening today={today} onChanged={onChanged} />
      )}
    </section>
  )
}

function Evening({ today, onChanged }: TodaySectionProps) {
  const { questions, state, phase } = today
  const left = questions.filter(({ isSaid }) => !isSaid)
  const [starting, start, startAt] = useStartSession(toSay(left.length > 0 ? left : questions))
  const putOff = usePutOff(onChanged)
  const place = useDeletedPlace(
    TODAY,
    questions.map((_, index) => rankOf(index)),
  )
  const note = phaseWords(today)
  return (
    <>
      {state !== 'open' && <Finished today={today} />}
      {state === 'open' && note !== null && <p className={styles['words']}>{note}</p>}
      {place === 'top' && <DeletedHere />}
      {questions.length > 0 && (
        <ul aria-label="Today's questions" className={styles['questions']}>
          {questions.map((question, index) => (
            <li key={question.questionId} className={styles['item']}>
              <TodayRow
                question={question}
                onStart={() => startAt(question.questionId)}
                onPutOff={() => putOff(question, rankOf(index))}
              />
              {place === rankOf(index) && <DeletedHere />}
            </li>
          ))}
        </ul>
      )}
      {starting.state === 'failed' && <Trouble {...troubleOf(starting.error)} />}
      {state === 'open' && <Start onStart={start} />}
      {(phase === 'dayBefore' || phase === 'interviewDay') && <BestTakes />}
    </>
  )
}

function toSay(questions: readonly TodayQuestion[]): RequestInput<'sessions.start'> {
  return { kind: 'today', questionIds: questions.map(({ questionId }) => questionId) }
}

/** Compares as the places in the list do. */
function rankOf(index: number): string {
  return String(index).padStart(4, '0')
}

function Start({ onStart }: { readonly onStart: () => void }) {
  useCommands({
    // Enter does what has the focus, however it got it; the link that led here does nothing more.
    startToday: (_nth, event) => {
      const target = event?.target
      const pressed = target instanceof Element ? target.closest('button, summary, a[href]') : null
      if (pressed && !pressed.matches('[aria-current="page"]')) return false
      onStart()
    },
  })
  return (
    <Button look="primary" command="startToday" className={styles['start']} onClick={onStart}>
      Start today's practice
    </Button>
  )
}

/** Nothing is left for today: what was done, when there is more, and one more for who would like it. */
function Finished({ today }: { readonly today: Today }) {
  const { done, oneMore, state } = today
  const next = nextWords(today)
  return (
    <>
      <p className={styles['finished']}>
        {state === 'done' ? 'Done for today.' : 'Nothing needs to be said today.'}
      </p>
      {done.questionCount > 0 && <p className={styles['words']}>{doneWords(today)}.</p>}
      {next !== null && <p className={styles['words']}>{next}</p>}
      {oneMore && <OneMore question={oneMore} />}
    </>
  )
}

function OneMore({ question }: { readonly question: TodayQuestion }) {
  const [starting, start] = useStartSession({ kind: 'one', questionId: question.questionId })
  return (
    <>
      <Button className={styles['more']} title={question.question} onClick={start}>
        {`One more: ${shortName(question)}`}
      </Button>
      {starting.state === 'failed' && <Trouble {...troubleOf(starting.error)} />}
    </>
  )
}

/** Puts a question off till tomorrow, and offers to take that back. */
function usePutOff(onChanged: () => void): (question: TodayQuestion, rank: string) => void {
  const offerUndo = useUndo()
  const report = useReport()
  return ({ questionId }, rank) => {
    request('practice.putOff', { questionId, isPutOff: true }).then(() => {
      onChanged()
      offerUndo({
        done: 'Put off till tomorrow',
        undo: async () => {
          await request('practice.putOff', { questionId, isPutOff: false })
          onChanged()
        },
        place: { list: TODAY, rank },
      })
    }, report)
  }
}
