import { fireEvent, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { Layout } from '../../renderer/app/Layout'
import { ExampleAnswer } from '../../renderer/example/ExampleAnswer'
import { SAME_INTENT_MS } from '../../renderer/lib/oneIntent'
import { SelfReview } from '../../renderer/review/SelfReview'
import { ShortTake } from '../../renderer/review/ShortTake'
import { TakeList } from '../../renderer/review/TakeList'
import { TakeActions } from '../../renderer/review/TakeActions'
import { useUndo } from '../../renderer/ui/Undo'
import { takesOf } from '../../renderer/ui/undo/deletedLists'
import type { Example } from '../../renderer/example/useExample'
import type { EndedTake } from '../../shared/endedTake'
import { AppError } from '../../shared/errors'
import { questionOfPack, takeOf } from '../helpers/session'
import { AppFrame } from './appFrame'

const ID = 'pack/question-1'
const ended = (number: number, change = {}) => takeOf(ID, number, change) as EndedTake

function exampleWith(change: Partial<Example>): Example {
  const nothing = () => {}
  return {
    isShown: true,
    show: nothing,
    index: 0,
    choose: nothing,
    voice: 'silent',
    missingWords: 'This system has no voice to read with',
    listen: nothing,
    stopListening: nothing,
    ...change,
  }
}

describe('a take that is hardly there', () => {
  it('is offered to be deleted, and nothing is deleted by itself', async () => {
    const onDelete = vi.fn()
    const short = ended(1, { durationMs: 210 })
    const { rerender } = render(<ShortTake take={short} onDelete={onDelete} />)
    expect(screen.getByText(/^Very short: 0.2 s./)).toBeDefined()
    expect(onDelete).not.toHaveBeenCalled()
    await userEvent.click(screen.getByRole('button', { name: 'Delete it' }))
    expect(onDelete).toHaveBeenCalledWith(short)
    rerender(<ShortTake take={ended(1, { durationMs: 500 })} onDelete={onDelete} />)
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('is deleted alone by two presses, when the take that comes in its place is short too', async () => {
    const deleted: number[] = []
    function Takes() {
      const [number, setNumber] = useState(3)
      const onDelete = () => {
        deleted.push(number)
        setNumber(number - 1)
      }
      return <ShortTake take={ended(number, { durationMs: 210 })} onDelete={onDelete} />
    }
    render(<Takes />)
    await userEvent.dblClick(screen.getByRole('button', { name: 'Delete it' }))
    screen.getByRole('button', { name: 'Delete it' }).focus()
    await userEvent.keyboard('{Enter}')
    expect(deleted).toEqual([3])
  })
})

describe('self-review', () => {
  it('is left with Escape, unless that belongs to the input method', () => {
    render(
      <SelfReview take={ended(1)} onRate={vi.fn()} onAnnotate={vi.fn(() => Promise.resolve())} />,
    )
    const notes = screen.getByRole('textbox', { name: 'Notes' })
    notes.focus()
    fireEvent.keyDown(notes, { key: 'Escape', isComposing: true, keyCode: 229 })
    expect(document.activeElement).toBe(notes)
    fireEvent.keyDown(notes, { key: 'Escape' })
    expect(document.activeElement).toBe(document.body)
  })

  it('rates with four named steps', async () => {
    const onRate = vi.fn()
    render(
      <SelfReview
        take={ended(1, { rating: 2 })}
        onRate={onRate}
        onAnnotate={vi.fn(() => Promise.resolve())}
      />,
    )
    const group = screen.getByRole('radiogroup', { name: 'How did it go?' })
    const names = within(group)
      .getAllByRole('radio')
      .map((radio) => radio.getAttribute('aria-keyshortcuts'))
    expect(names).toEqual(['1', '2', '3', '4'])
    expect(within(group).getByRole('radio', { name: 'Hard' })).toHaveProperty('checked', true)
    await userEvent.click(within(group).getByRole('radio', { name: 'Easy' }))
    expect(onRate).toHaveBeenCalledWith(4)
  })

  it('saves notes when the field is left, and when the take is', async () => {
    const onAnnotate = vi.fn(() => Promise.resolve())
    const { unmount } = render(
      <SelfReview take={ended(1)} onRate={vi.fn()} onAnnotate={onAnnotate} />,
    )
    const notes = screen.getByRole('textbox', { name: 'Notes' })
    await userEvent.type(notes, 'Slower')
    await userEvent.tab()
    expect(onAnnotate).toHaveBeenLastCalledWith('Slower')
    await userEvent.type(notes, ', please')
    unmount()
    expect(onAnnotate).toHaveBeenLastCalledWith('Slower, please')
  })

  it('tries again to save notes that were refused', async () => {
    const onAnnotate = vi.fn(() => Promise.resolve())
    onAnnotate.mockRejectedValueOnce(new AppError('DISK_FULL'))
    render(
      <AppFrame>
        <SelfReview take={ended(1)} onRate={vi.fn()} onAnnotate={onAnnotate} />
      </AppFrame>,
    )
    const notes = screen.getByRole('textbox', { name: 'Notes' })
    await userEvent.type(notes, 'Breathe')
    await userEvent.tab()
    expect((await screen.findByRole('alert')).textContent).toMatch(/disk is full/i)
    await userEvent.click(notes)
    await userEvent.tab()
    await expect.poll(() => onAnnotate.mock.calls).toEqual([['Breathe'], ['Breathe']])
    await userEvent.click(notes)
    await userEvent.tab()
    expect(onAnnotate).toHaveBeenCalledTimes(2)
  })

  it('does not save what did not change', async () => {
    const onAnnotate = vi.fn(() => Promise.resolve())
    const { unmount } = render(
      <SelfReview
        take={ended(1, { notes: 'As it was' })}
        onRate={vi.fn()}
        onAnnotate={onAnnotate}
      />,
    )
    await userEvent.click(screen.getByRole('textbox', { name: 'Notes' }))
    await userEvent.tab()
    unmount()
    expect(onAnnotate).not.toHaveBeenCalled()
  })
})

describe('takes', () => {
  it('has an item for each take with its three buttons', async () => {
    const act = { onPlay: vi.fn(), onKeepAsBest: vi.fn(), onDelete: vi.fn(), onMenu: vi.fn() }
    const takes = [ended(1), ended(2, { isBest: true })]
    render(<TakeList takes={takes} shownId={takes[1]!.id} isAway={false} {...act} />)
    const list = screen.getByRole('list', { name: 'Takes' })
    expect(within(list).getAllByRole('listitem')).toHaveLength(2)
    await userEvent.click(screen.getByRole('button', { name: 'Play take 1' }))
    expect(act.onPlay).toHaveBeenCalledWith(takes[0])
    await userEvent.click(screen.getByRole('button', { name: 'Keep take 1 as best' }))
    expect(act.onKeepAsBest).toHaveBeenCalledWith(takes[0], true)
    await userEvent.click(screen.getByRole('button', { name: 'Keep take 2 as best' }))
    expect(act.onKeepAsBest).toHaveBeenCalledWith(takes[1], false)
    await userEvent.click(screen.getByRole('button', { name: 'Delete take 2' }))
    expect(act.onDelete).toHaveBeenCalledWith(takes[1])
  })

  it('deletes one take by Enter pressed twice, whichever row has the focus by then', async () => {
    const takes = [ended(1), ended(2)]
    const onDelete = vi.fn()
    const act = { onPlay: vi.fn(), onKeepAsBest: vi.fn(), onDelete, onMenu: vi.fn() }
    render(<TakeList takes={takes} shownId={takes[1]!.id} isAway={false} {...act} />)
    screen.getByRole('button', { name: 'Delete take 1' }).focus()
    await userEvent.keyboard('{Enter}')
    screen.getByRole('button', { name: 'Delete take 2' }).focus()
    await userEvent.keyboard('{Enter}')
    expect(onDelete.mock.calls).toEqual([[takes[0]]])
  })

  it('keeps the keyboard at the bin when a take goes, also beside one that cannot be the best', async () => {
    const takes = [ended(1), ended(2, { followUp: 'Who paid?' }), ended(3)]
    const act = { onPlay: vi.fn(), onKeepAsBest: vi.fn(), onMenu: vi.fn() }
    function Takes() {
      const [left, setLeft] = useState(takes)
      const onDelete = (take: EndedTake) => setLeft(left.filter((other) => other !== take))
      return (
        <section aria-label="Your answer">
          <TakeList
            takes={left}
            shownId={takes[2]!.id}
            isAway={false}
            onDelete={onDelete}
            {...act}
          />
        </section>
      )
    }
    render(<Takes />)
    const focused = () => document.activeElement?.getAttribute('aria-label')
    const settled = () => new Promise((resolve) => setTimeout(resolve, SAME_INTENT_MS))
    screen.getByRole('button', { name: 'Delete take 1' }).focus()
    await userEvent.keyboard('{Enter}')
    expect(focused()).toBe('Delete take 2')
    await settled()
    await userEvent.keyboard('{Enter}')
    expect(focused()).toBe('Delete take 3')
  })

  it('offer what was deleted in its place, and elsewhere while somebody speaks', async () => {
    const takes = [ended(1)]
    const act = { onPlay: vi.fn(), onKeepAsBest: vi.fn(), onDelete: vi.fn(), onMenu: vi.fn() }
    const place = { list: takesOf(takes[0]!), rank: ended(2).id }
    function Deleter() {
      const offer = useUndo()
      const done = 'Take 2 deleted'
      return (
        <button onClick={() => offer({ done, undo: () => Promise.resolve(), place })}>
          Delete
        </button>
      )
    }
    const screenWith = (isAway: boolean) => (
      <AppFrame>
        <Layout current="Practice">
          <Deleter />
          <TakeList takes={takes} shownId={takes[0]!.id} isAway={isAway} {...act} />
        </Layout>
      </AppFrame>
    )
    const { rerender } = render(screenWith(false))
    await userEvent.click(screen.getByText('Delete'))
    const undo = () => screen.getByRole('button', { name: 'Undo' })
    expect(undo().closest('li')?.id).toBe(takes[0]!.id)
    rerender(screenWith(true))
    expect(undo().closest('main')).toBeNull()
    rerender(screenWith(false))
    expect(undo().closest('li')?.id).toBe(takes[0]!.id)
  })
})

describe('the ways from the takes', () => {
  it('lead to all takes of the question, and to two of them, the older one first', async () => {
    window.location.hash = ''
    const takes = [ended(1), ended(2), ended(3)]
    render(<TakeActions questionId={ID} takes={takes} shown={takes[2]!} />)
    expect(screen.getByRole('link', { name: 'All takes' }).getAttribute('href')).toBe(
      `#/question/${ID}`,
    )
    await userEvent.click(screen.getByRole('button', { name: 'Compare takes' }))
    expect(window.location.hash).toBe(`#/compare/${ID}/${takes[1]!.id}/${takes[2]!.id}`)
  })

  it('offer no comparison of one take', () => {
    render(<TakeActions questionId={ID} takes={[ended(1)]} shown={ended(1)} />)
    expect(screen.queryByRole('button')).toBeNull()
  })
})

describe('a damaged take', () => {
  it('says so in the list, and where its button is read', () => {
    const act = { onPlay: vi.fn(), onKeepAsBest: vi.fn(), onDelete: vi.fn(), onMenu: vi.fn() }
    const takes = [ended(1, { state: 'damaged' }), ended(2)]
    render(<TakeList takes={takes} shownId={takes[1]!.id} isAway={false} {...act} />)
    const [damaged, sound] = screen.getAllByRole('listitem')
    expect(within(damaged!).getByText('Damaged')).toBeTruthy()
    expect(within(sound!).queryByText('Damaged')).toBeNull()
    const wordsOf = (name: string) => {
      const describedBy = screen.getByRole('button', { name }).getAttribute('aria-describedby')
      return describedBy && document.getElementById(describedBy)?.textContent
    }
    expect(wordsOf('Play take 1')).toBe('Damaged')
    expect(wordsOf('Play take 2')).toBeNull()
  })
})

describe('the example answer', () => {
  it('says that it is an example, and switches between several', async () => {
    const choose = vi.fn()
    render(<ExampleAnswer question={questionOfPack(1)} example={exampleWith({ choose })} />)
    const region = screen.getByRole('region', { name: 'Example answer' })
    expect(within(region).getByText('An example, not the answer.')).toBeTruthy()
    expect(within(region).getByText('Its second paragraph.')).toBeTruthy()
    await userEvent.selectOptions(within(region).getByRole('combobox'), 'Eight years in')
    expect(choose).toHaveBeenCalledWith(1)
  })

  it('says plainly where the system has no voice', () => {
    render(
      <ExampleAnswer question={questionOfPack(1)} example={exampleWith({ voice: 'missing' })} />,
    )
    const note = screen.getByText(/this system has no voice/i)
    const listen = screen.getByRole('button', { name: 'Listen to example' })
    expect(listen.getAttribute('aria-disabled')).toBe('true')
    expect(listen.getAttribute('aria-describedby')).toBe(note.id)
  })

  it('stops reading with the button that started it', async () => {
    const listen = vi.fn()
    render(
      <ExampleAnswer
        question={questionOfPack(1)}
        example={exampleWith({ voice: 'speaking', listen })}
      />,
    )
    await userEvent.click(screen.getByRole('button', { name: 'Stop listening' }))
    expect(listen).toHaveBeenCalledOnce()
  })
})
