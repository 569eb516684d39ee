import { render, screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { RecoveredDialog } from '../../renderer/recovery/RecoveredDialog'
import { QuestionScreen } from '../../renderer/question/QuestionScreen'
import type { HeardTake } from '../../renderer/question/heardTake'
import { TakeList } from '../../renderer/review/TakeList'
import { QuestionList } from '../../renderer/session/questions/QuestionList'
import type { EndedTake } from '../../shared/endedTake'
import { heardOn, historyOf, cardOf } from '../helpers/heardTakes'
import { questionOfPack, takeOf } from '../helpers/session'
import { AppFrame } from './appFrame'
import './dialogElement'
import { fakeBridge } from './fakeBridge'
import { silentAudio } from './mediaElements'
import { id, sampleTake } from './samples'

vi.mock('../../renderer/player/TakeWaveform', () => ({ TakeWaveform: () => null }))

const FOLLOW_UP = 'And who paid for it?'
const SAID = `Follow-up: ${FOLLOW_UP}`

/* A take of a follow-up is heard, noted and kept like any other, and counts for nothing. */

describe('a take of a follow-up', () => {
  beforeEach(() => {
    Element.prototype.scrollIntoView = vi.fn()
    vi.stubGlobal(
      'ResizeObserver',
      class {
        observe() {}
        disconnect() {}
      },
    )
  })

  it('says what it answers among the takes, and cannot be the best one', () => {
    const nothing = () => {}
    const takes = [
      takeOf('pack/question-1', 1),
      takeOf('pack/question-1', 2, { followUp: FOLLOW_UP }),
    ]
    render(
      <TakeList
        takes={takes as EndedTake[]}
        shownId={takes[0]!.id}
        isAway={false}
        onPlay={nothing}
        onKeepAsBest={nothing}
        onDelete={nothing}
        onMenu={nothing}
      />,
    )
    const item = screen.getByRole('listitem', { name: 'Take 2' })
    expect(within(item).getByText(SAID)).toBeDefined()
    expect(within(item).getByRole('button', { name: 'Play take 2' })).toBeDefined()
    expect(within(item).getByRole('button', { name: 'Delete take 2' })).toBeDefined()
    const best = screen.getAllByRole('button', { name: /as best$/ })
    expect(best.map((button) => button.getAttribute('aria-label'))).toEqual(['Keep take 1 as best'])
  })

  it('leaves its question unanswered in the list of the session', () => {
    const takes = [takeOf('pack/question-1', 1, { followUp: FOLLOW_UP })]
    render(
      <QuestionList
        questions={[questionOfPack(1, takes)]}
        currentId="pack/question-1"
        onChoose={() => {}}
      />,
    )
    expect(screen.getByRole('button', { name: /not answered yet$/ })).toBeDefined()
  })

  const showQuestion = async (takes: HeardTake[]) => {
    const history = historyOf(takes)
    fakeBridge({ 'questions.open': () => history, 'questions.read': () => cardOf(history) })
    render(
      <AppFrame>
        <QuestionScreen questionId="pack/question-1" />
      </AppFrame>,
    )
    return screen.findByRole('table', { name: 'Takes' })
  }

  it("is in the table of a question's takes, and not in what is followed over time", async () => {
    const marks = [{ id: id(9), takeId: id(8), kind: 'filler' as const, atMs: 5, note: '' }]
    const table = await showQuestion([
      heardOn(1),
      heardOn(2),
      heardOn(3, { followUp: FOLLOW_UP }, { marks }),
    ])
    expect(within(table).getByText(SAID)).toBeDefined()
    const choose = within(table).getByRole('checkbox', { name: /16 November/ })
    expect(choose).toHaveProperty('disabled', true)
    const points = within(screen.getByRole('group', { name: /take by take$/ })).getAllByRole('link')
    expect(points).toHaveLength(2)
    expect(screen.queryByRole('region', { name: 'Marks per take' })).toBeNull()
    // The two that can be compared are chosen already.
    expect(screen.getByRole('button', { name: 'Compare takes' })).toHaveProperty('disabled', false)
  })

  it('makes no chart with a single answer', async () => {
    await showQuestion([heardOn(1), heardOn(2, { followUp: FOLLOW_UP })])
    expect(screen.queryByRole('group', { name: /take by take$/ })).toBeNull()
    expect(screen.getByText(/From the second take on, a chart/)).toBeDefined()
  })

  it('says what it answers when a crash ended it', async () => {
    silentAudio()
    const take = sampleTake(2, { followUp: FOLLOW_UP })
    fakeBridge({
      'recovery.list': () => [{ take, question: 'What did you build?' }],
      'recovery.database': () => null,
      'takes.peaks': () => new Uint8Array(),
    })
    render(
      <AppFrame>
        <RecoveredDialog />
      </AppFrame>,
    )
    expect(await screen.findByText(SAID)).toBeDefined()
  })
})
