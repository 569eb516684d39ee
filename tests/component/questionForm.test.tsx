import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { QuestionFormDialog } from '../../renderer/questionForm/QuestionFormDialog'
import { tellLibraryChanged } from '../../renderer/lib/libraryChanges'
import { AppError } from '../../shared/errors'
import type { Draft } from '../../shared/questions/questionFields'
import { AppFrame } from './appFrame'
import './dialogElement'
import { fakeBridge } from './fakeBridge'
import { sampleCard, samplePack } from './samples'

const MINE = samplePack({ id: 'mine', kind: 'own', title: 'Acme' })
const OTHER = samplePack({ id: 'other', kind: 'own', title: 'Old ones' })

interface Shown {
  readonly questionId?: string
  readonly packs?: ReturnType<typeof samplePack>[]
  readonly draft?: Draft
}

async function show({ questionId, packs = [MINE, OTHER], draft }: Shown = {}) {
  let kept: Draft | null = draft ?? null
  const bridge = fakeBridge({
    'packs.list': () => [...packs, samplePack()],
    'questions.read': () => sampleCard(),
    'drafts.read': () => kept,
    'drafts.keep': (input) => {
      kept = input.draft
      return undefined
    },
    'drafts.discard': () => {
      kept = null
      return undefined
    },
    'questions.create': () => ({ questionId: 'own/new', packId: 'mine' }),
    'questions.update': () => undefined,
    'questions.move': () => ({ packId: 'other' }),
  })
  const heard = { onClose: vi.fn(), onSaved: vi.fn(), onTakenBack: vi.fn() }
  render(
    <AppFrame>
      <QuestionFormDialog questionId={questionId ?? null} {...heard} />
    </AppFrame>,
  )
  await screen.findByRole('dialog', { name: questionId ? 'Edit question' : 'New question' })
  return { bridge, ...heard }
}

const box = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name })
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))

describe('the form of a question', () => {
  it('saves a new question with what was written, and begins in the question', async () => {
    const { bridge, onSaved, onClose } = await show()
    expect(document.activeElement).toBe(box('Question'))
    await userEvent.keyboard('Why us?')
    await userEvent.type(box('My outline'), 'canal lock{Enter}two teams')
    await userEvent.type(box('Example answer'), 'Because.')
    await press('Add another example')
    expect(document.activeElement).toBe(box('Example answer 2'))
    await userEvent.keyboard('Or not.')
    await userEvent.type(box('Follow-up questions'), 'And then?')
    await userEvent.type(box('Why they ask'), 'To see.')
    await userEvent.type(box('Tags'), 'team, hard{Enter}')
    await waitFor(() => expect(onClose).toHaveBeenCalled())
    expect(onSaved).toHaveBeenCalledWith({ questionId: 'own/new', packId: 'mine' })
    expect(bridge.inputs('questions.create')).toEqual([
      {
        into: { packId: 'mine' },
        outline: ['canal lock', 'two teams'],
        fields: {
          question: 'Why us?',
          shortTitle: null,
          whyTheyAsk: 'To see.',
          exampleAnswers: [
            { label: 'Example answer', text: 'Because.' },
            { label: 'Example answer', text: 'Or not.' },
          ],
          talkingPoints: [],
          pitfalls: [],
          followUps: ['And then?'],
          outline: [],
          tags: ['team', 'hard'],
          language: null,
          target: { shortestMs: 60_000, longestMs: 120_000 },
        },
      },
    ])
    expect(await screen.findByText('Question saved')).toBeDefined()
    // Everything was on the disk before; after "saved" nothing may bring the draft back.
    const written = bridge.asked.map(({ name }) => name).filter((name) => !/read$|list$/.test(name))
    expect(written.at(-1)).toBe('questions.create')
  })

  it('makes a pack where there is none, and says what is missing in the field', async () => {
    const { bridge } = await show({ packs: [] })
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Pack' }).value).toBe('')
    expect(box('Name of the pack').value).toBe('My questions')
    await userEvent.clear(box('Name of the pack'))
    await press('Save')
    expect(box('Question').getAttribute('aria-invalid')).toBe('true')
    expect(screen.getByText('Write the question; the rest can wait.')).toBeDefined()
    expect(screen.getByText('Give the new pack a name.')).toBeDefined()
    await waitFor(() => expect(document.activeElement).toBe(box('Question')))
    await userEvent.keyboard('Why us?')
    expect(screen.queryByText('Write the question; the rest can wait.')).toBeNull()
    await userEvent.type(box('Name of the pack'), 'Acme')
    await press('Save')
    await waitFor(() => expect(bridge.inputs('questions.create')).toHaveLength(1))
    expect(bridge.inputs('questions.create')[0]?.into).toEqual({ title: 'Acme', language: 'en' })
  })

  it('can be in a language of its own', async () => {
    const { bridge } = await show()
    await userEvent.keyboard('Warum wir?')
    await press('More about the question')
    const language = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Language' })
    expect(language.selectedOptions[0]?.textContent).toBe('That of its pack')
    await userEvent.selectOptions(language, 'German')
    await press('Save')
    await waitFor(() => expect(bridge.inputs('questions.create')).toHaveLength(1))
    expect(bridge.inputs('questions.create')[0]?.fields.language).toBe('de')
  })

  it('unfolds what is wrong, and goes there', async () => {
    await show()
    await userEvent.keyboard('Why us?')
    await press('More about the question')
    await userEvent.clear(box('Longest answer that fits'))
    await press('More about the question')
    await press('Save')
    await waitFor(() => expect(document.activeElement).toBe(box('Longest answer that fits')))
  })

  it('keeps what is written while it is written, and when it is closed without a word', async () => {
    const { bridge, onClose } = await show()
    await userEvent.keyboard('Why us')
    await waitFor(() =>
      expect(bridge.inputs('drafts.keep')).toEqual([
        { questionId: null, draft: { question: 'Why us' } },
      ]),
    )
    await userEvent.keyboard('?')
    // As Escape does.
    screen.getByRole<HTMLDialogElement>('dialog').close()
    await waitFor(() => expect(onClose).toHaveBeenCalled())
    expect(bridge.inputs('drafts.keep').at(-1)?.draft).toEqual({ question: 'Why us?' })
    expect(bridge.inputs('drafts.discard')).toEqual([])
  })

  it('finds again what was written and not saved', async () => {
    await show({ draft: { question: 'Why', packId: 'gone', outline: ['a\n'] } })
    expect(box('Question').value).toBe('Why')
    expect(box('My outline').value).toBe('a\n')
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Pack' }).value).toBe('mine')
    expect(screen.getByText(/written before and not saved/)).toBeDefined()
  })

  it('goes into the pack that it was to make, where that has been made meanwhile', async () => {
    await show({ draft: { question: 'Why', packId: null, packTitle: 'Old ones' } })
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Pack' }).value).toBe('other')
  })

  it('is not disturbed by what changes behind it', async () => {
    const { bridge } = await show({ questionId: 'own/1' })
    await userEvent.type(box('Tags'), 'hard')
    bridge.answer({
      'questions.read': () => {
        const card = sampleCard()
        return { ...card, question: { ...card.question, whyTheyAsk: 'Corrected.' } }
      },
      'drafts.read': () => ({ tags: ['hard'] }),
    })
    const asked = bridge.inputs('questions.read').length
    tellLibraryChanged()
    await waitFor(() => expect(bridge.inputs('questions.read').length).toBe(asked + 1))
    expect(screen.queryByText(/written before and not saved/)).toBeNull()
    await press('Save')
    await waitFor(() =>
      expect(bridge.inputs('questions.update')).toEqual([
        { questionId: 'own/1', fields: { tags: ['hard'] } },
      ]),
    )
  })

  it('throws away on Cancel, and brings back on Undo', async () => {
    const { bridge, onTakenBack, onClose } = await show({ draft: { question: 'Why' } })
    await press('Cancel')
    await waitFor(() => expect(bridge.inputs('drafts.discard')).toEqual([{ questionId: null }]))
    expect(onClose).toHaveBeenCalled()
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(onTakenBack).toHaveBeenCalled())
    expect(bridge.inputs('drafts.keep')).toEqual([{ questionId: null, draft: { question: 'Why' } }])
  })

  it('changes only what was changed, and moves the question where it is put', async () => {
    const { bridge, onSaved } = await show({ questionId: 'own/1' })
    expect(box('Question').value).toBe('Why us?')
    expect(box('My outline').value).toBe('canal lock')
    await userEvent.type(box('Example answer'), ' Really.')
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Pack' }), 'Old ones')
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() =>
      expect(onSaved).toHaveBeenCalledWith({ questionId: 'own/1', packId: 'other' }),
    )
    expect(bridge.inputs('questions.update')).toEqual([
      {
        questionId: 'own/1',
        fields: { exampleAnswers: [{ label: 'Eight years in', text: 'Because. Really.' }] },
      },
    ])
    expect(bridge.inputs('questions.move')).toEqual([
      { questionIds: ['own/1'], into: { packId: 'other' }, beforeQuestionId: null },
    ])
  })

  it('has its words saved where it could not be moved, and says so', async () => {
    const { bridge, onClose, onSaved } = await show({ questionId: 'own/1' })
    bridge.answer({
      'questions.move': () => {
        throw new AppError('NOT_FOUND', 'no such pack')
      },
    })
    await userEvent.type(box('Question'), ' Really?')
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Pack' }), 'Old ones')
    await press('Save')
    expect(await screen.findByRole('alert')).toBeDefined()
    expect(onSaved).not.toHaveBeenCalled()
    // What was saved is not said to be thrown away.
    await press('Cancel')
    await waitFor(() => expect(onClose).toHaveBeenCalled())
    await waitFor(() => expect(bridge.inputs('drafts.discard')).not.toEqual([]))
    expect(screen.queryByText('Changes thrown away')).toBeNull()
    expect(bridge.inputs('questions.update')).toHaveLength(1)
  })

  it('stays with every word where it could not be saved', async () => {
    const { bridge, onClose } = await show()
    bridge.answer({
      'questions.create': () => {
        throw new AppError('DISK_FULL', 'no room')
      },
    })
    await userEvent.keyboard('Why us?')
    await press('Save')
    expect(await screen.findByRole('alert')).toBeDefined()
    expect(box('Question').value).toBe('Why us?')
    expect(onClose).not.toHaveBeenCalled()
    bridge.answer({ 'questions.create': () => ({ questionId: 'own/new', packId: 'mine' }) })
    await press('Save')
    await waitFor(() => expect(onClose).toHaveBeenCalled())
  })

  it('keeps what was written since when something older comes back', async () => {
    const { bridge, onTakenBack } = await show()
    await userEvent.type(box('Question'), 'Why us?')
    await press('Cancel')
    const undo = await screen.findByRole('button', { name: 'Undo' })
    // Written into the form that was opened next, and left there.
    bridge.answer({ 'drafts.read': () => ({ question: 'Why now?' }) })
    const before = bridge.inputs('drafts.keep').length
    await userEvent.click(undo)
    await waitFor(() => expect(onTakenBack).toHaveBeenCalled())
    expect(bridge.inputs('drafts.keep')).toHaveLength(before)
  })
})
