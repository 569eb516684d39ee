import { useId, useState } from 'react'
import { MAX_MOCK_QUESTIONS } from '../../../shared/mock/mockDefaults'
import type { MockChoices } from '../../../shared/mock/mockSettings'
import type { PackSummary } from '../../../shared/model'
import { request } from '../../api'
import { go } from '../../app/route'
import { missingVoiceWords, voiceFor } from '../../example/voices'
import { useLocalVoices } from '../../example/useLocalVoices'
import { useAnswer } from '../../lib/useAnswer'
import { useSettings } from '../../settings/SettingsContext'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Trouble } from '../../ui/Trouble'
import { troubleOf } from '../../ui/troubleWords'
import styles from './MockDialog.module.css'
import { chosenSource, sourceChoices, type SourceChoice } from './mockSources'
import { Select } from './Select'
import { LIMIT_CHOICES, THINK_CHOICES } from './timeChoices'
import { VoiceChoices } from './VoiceChoices'

const TITLE = 'Mock interview'
const listPacks = () => request('packs.list')

/** What is asked in a mock interview, and how; it is remembered, so the next one is one press. */
export function MockDialog({ onClose }: { readonly onClose: () => void }) {
  const [packs, askAgain] = useAnswer(listPacks)
  switch (packs.state) {
    case 'loading':
      return null
    case 'ready':
      return <Setup packs={packs.value} onClose={onClose} />
    case 'failed':
      return (
        <Dialog open onOpenChange={(open) => !open && onClose()} title={TITLE}>
          <Trouble {...troubleOf(packs.error)}>
            <Button onClick={askAgain}>Try again</Button>
          </Trouble>
        </Dialog>
      )
  }
}

interface SetupProps {
  readonly packs: readonly PackSummary[]
  readonly onClose: () => void
}

type Beginning = { state: 'idle' } | { state: 'beginning' } | { state: 'failed'; error: unknown }

function Setup({ packs, onClose }: SetupProps) {
  const { settings, change } = useSettings()
  const [chosen, setChosen] = useState<MockChoices>(settings.mock)
  const set = (part: Partial<MockChoices>) => setChosen((before) => ({ ...before, ...part }))
  const [typedCount, setTypedCount] = useState(String(settings.mock.questionCount))
  const [beginning, setBeginning] = useState<Beginning>({ state: 'idle' })
  const id = useId()

  const sources = sourceChoices(packs, settings.practiceScope)
  const source = chosenSource(sources, chosen.from)
  const mostCount = Math.min(source?.questionCount ?? 1, MAX_MOCK_QUESTIONS)
  const questionCount = countIn(typedCount)
  const voices = useLocalVoices()
  const canSpeak = source?.languages.some((each) => voiceFor(each, voices) !== null) ?? false

  const begin = async () => {
    if (!source || questionCount === null || beginning.state === 'beginning') return
    setBeginning({ state: 'beginning' })
    // It is there by the time at which somebody goes to it.
    void import('../MockScreen')
    const { from } = source
    const remembered = { ...chosen, from, questionCount }
    const { from: _from, questionCount: _count, ...how } = remembered
    const speaks = how.speaks && canSpeak
    try {
      const { id: sessionId } = await request('sessions.start', {
        kind: 'mock',
        from,
        questionCount,
        settings: { ...how, speaks, hidesText: how.hidesText && speaks },
      })
      // What cannot be remembered is chosen again.
      await change({ mock: remembered }).catch(() => undefined)
      go({ screen: 'session', sessionId })
    } catch (error) {
      setBeginning({ state: 'failed', error })
    }
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={TITLE}
      buttons={{
        main: (
          <Button
            look="primary"
            disabled={!source || questionCount === null}
            onClick={() => void begin()}
          >
            Begin
          </Button>
        ),
        other: <Button onClick={onClose}>Cancel</Button>,
      }}
    >
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault()
          void begin()
        }}
      >
        <p className={styles['about']}>
          It runs by itself: a question, time to think, a tone, your answer, the next one. You
          listen to your answers when it is over.
        </p>
        <Select
          label="Questions from"
          value={source?.value ?? ''}
          options={sources.map(({ value, name }) => ({ value, name }))}
          onChange={(value) => set({ from: sourceOf(sources, value).from })}
        />
        <div className={styles['field']}>
          <label htmlFor={id} className={styles['label']}>
            How many questions
          </label>
          <span className={styles['count']}>
            <input
              id={id}
              type="number"
              className={styles['number']}
              min={1}
              max={mostCount}
              value={typedCount}
              aria-describedby={`${id}-of`}
              aria-invalid={questionCount === null || undefined}
              onChange={({ target }) => setTypedCount(target.value)}
            />
            <span id={`${id}-of`} className={styles['of']}>
              {countWords(questionCount, source)}
            </span>
          </span>
        </div>
        <Select
          label="Think time"
          value={String(chosen.thinkMs)}
          options={THINK_CHOICES}
          onChange={(value) =>
            set({ thinkMs: THINK_CHOICES.find((each) => each.value === value)!.thinkMs })
          }
        />
        <Select
          label="Answer limit"
          value={String(chosen.limit)}
          options={LIMIT_CHOICES}
          onChange={(value) =>
            set({ limit: LIMIT_CHOICES.find((each) => each.value === value)!.limit })
          }
        />
        <VoiceChoices
          chosen={chosen}
          missingWords={canSpeak ? null : missingVoiceWords(voices)}
          onChange={set}
        />
        {beginning.state === 'failed' && <Trouble {...troubleOf(beginning.error)} />}
      </form>
    </Dialog>
  )
}

/** Null: that is no number of questions. */
function countIn(typed: string): number | null {
  const count = Number(typed)
  return Number.isInteger(count) && count >= 1 && count <= MAX_MOCK_QUESTIONS ? count : null
}

function countWords(questionCount: number | null, source: SourceChoice | undefined): string {
  if (!source) return 'There is no question to ask yet'
  if (questionCount === null) return `From 1 to ${MAX_MOCK_QUESTIONS}`
  return questionCount > source.questionCount
    ? `There are ${source.questionCount}: all are asked`
    : `of ${source.questionCount}, drawn at random`
}

function sourceOf(sources: readonly SourceChoice[], value: string): SourceChoice {
  return sources.find((each) => each.value === value)!
}
