import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { PasteDialog } from '../../renderer/lists/paste/PasteDialog'
import { DEFAULT_SETTINGS } from '../../shared/defaults'
import { AppError } from '../../shared/errors'
import type { Settings } from '../../shared/model'
import type { Draft } from '../../shared/questions/questionFields'
import { AppFrame } from './appFrame'
import './dialogElement'
import { fakeBridge } from './fakeBridge'
import { fakeLayout } from './layout'
import { broughtIn, BUILT_IN, button, pack, rowsOf } from './listDialogs'

const LIST = `## Design

1. What is a lock?
   - And a key?
2. Why us?
Q: What is a lock
A: It lifts boats.`

/** What main has of a text that is not added yet. */
let draft: Draft | null = null

function openDialog({ packId = null }: { packId?: string | null } = {}) {
  const onAdded = vi.fn()
  const onClose = vi.fn()
  const bridge = fakeBridge({
    'packs.list': () => [pack('mine', { language: 'de', title: 'Mine' }), BUILT_IN],
    'lists.wordsInPack': () => ['why us'],
    'drafts.read': () => draft,
    'drafts.keep': (input) => {
      draft = input.draft
      return undefined
    },
    'drafts.discard': () => {
      draft = null
      return undefined
    },
    'questions.import': () => ({ packId: 'new', addedIds: ['own/a', 'own/b'], changedCount: 0 }),
    'settings.change': (change) => ({ ...DEFAULT_SETTINGS, ...change }) as Settings,
  })
  render(
    <AppFrame>
      <PasteDialog packId={packId} onAdded={onAdded} onClose={onClose} />
    </AppFrame>,
  )
  return { bridge, onAdded, onClose }
}

const field = () => screen.getByRole('textbox', { name: 'Questions' })
const paste = async (text: string) => {
  await userEvent.click(field())
  await userEvent.paste(text)
}
const combobox = (name: string) => screen.getByRole<HTMLSelectElement>('combobox', { name })

beforeEach(() => {
  draft = null
  fakeLayout()
})

describe('the dialog "Paste questions"', () => {
  it('has the focus where one pastes, and nothing to add yet', () => {
    openDialog()
    expect(document.activeElement).toBe(field())
    // Hebrew or Arabic runs from the right.
    expect(field().getAttribute('dir')).toBe('auto')
    expect(button('Add questions')).toHaveProperty('disabled', true)
    expect(screen.queryByRole('list', { name: 'Preview' })).toBeNull()
  })

  it('shows at each letter what would be added, in the own order, with twins marked', async () => {
    openDialog()
    await userEvent.type(field(), 'Why')
    expect(rowsOf('Preview')).toEqual(['Why'])
    expect(button('Add 1 question')).toBeDefined()
    await userEvent.clear(field())
    await paste(LIST)
    expect(rowsOf('Preview')).toEqual([
      'What is a lock?1 follow-up question: And a key?Design',
      'Why us?Design',
      'What is a lockLeft out: the same words as in line 3',
    ])
    expect(screen.getByText('2 questions, 1 left out')).toBeDefined()
    expect(button('Add 2 questions')).toHaveProperty('disabled', false)
  })

  it('shows the words of what it takes for follow-ups and answers', async () => {
    openDialog()
    await paste('•\tWhy us?\no\tOne?\no\tTwo?\no\tThree?\no\tFour?\n\nQ: How?\nA: So.')
    expect(rowsOf('Preview')).toEqual([
      'Why us?4 follow-up questions: One? · Two? · Three? · …',
      'How?1 example answer: So.',
    ])
  })

  it('takes the heading above the whole list for the name of the pack too', async () => {
    openDialog()
    await paste('# Friday\n\n- Why us?')
    expect(rowsOf('Preview')).toEqual(['Why us?Friday'])
    expect(screen.getByRole('textbox', { name: 'Name of the pack' })).toHaveProperty(
      'value',
      'Friday',
    )
  })

  it('adds them to a new pack of that name and language, closes and tells', async () => {
    const { bridge, onAdded, onClose } = openDialog()
    await paste(LIST)
    const name = screen.getByRole<HTMLInputElement>('textbox', { name: 'Name of the pack' })
    expect(name.value).toBe('My questions')
    await userEvent.clear(name)
    await userEvent.type(name, 'Friday')
    await userEvent.selectOptions(combobox('Language'), 'French')
    await userEvent.click(button('Add 2 questions'))
    await waitFor(() => expect(onAdded).toHaveBeenCalledOnce())
    expect(broughtIn(bridge)).toEqual({
      into: { title: 'Friday', language: 'fr', kind: 'own' },
      rows: [
        {
          questionId: null,
          fileId: null,
          fields: { question: 'What is a lock?', followUps: ['And a key?'], tags: ['Design'] },
        },
        { questionId: null, fileId: null, fields: { question: 'Why us?', tags: ['Design'] } },
      ],
    })
    expect(onClose).toHaveBeenCalledOnce()
    expect(screen.getByRole('status').textContent).toBe('2 questions added')
    // The next list is in the same language.
    expect(bridge.inputs('settings.change')).toEqual([{ listLanguage: 'fr' }])
  })

  it('goes into the pack that is looked at, without what is there already', async () => {
    const { bridge } = openDialog({ packId: 'mine' })
    await waitFor(() => expect(combobox('Pack').value).toBe('mine'))
    expect(combobox('Language').value).toBe('de')
    await paste('WHY US\nWhy now?')
    await waitFor(() =>
      expect(rowsOf('Preview')).toEqual(['WHY USLeft out: it is in this pack already', 'Why now?']),
    )
    await userEvent.selectOptions(combobox('Language'), 'English')
    await userEvent.click(button('Add 1 question'))
    await waitFor(() => expect(bridge.inputs('questions.import')).toHaveLength(1))
    expect(broughtIn(bridge)).toMatchObject({
      into: { packId: 'mine' },
      // It is another one than the pack's.
      rows: [{ fields: { question: 'Why now?', language: 'en' } }],
    })
  })

  it("offers packs of one's own alone", async () => {
    openDialog({ packId: 'backend-developer' })
    await waitFor(() => expect(combobox('Pack').options).toHaveLength(2))
    expect([...combobox('Pack').options].map(({ text }) => text)).toEqual(['New pack', 'Mine'])
    expect(combobox('Pack').value).toBe('')
  })

  it('keeps the text when it is closed, and when it could not be added', async () => {
    const { bridge } = openDialog()
    bridge.answer({
      'questions.import': () => {
        throw new AppError('DISK_FULL')
      },
    })
    await paste('Why us?')
    await userEvent.click(button('Add 1 question'))
    expect((await screen.findByRole('alert')).textContent).toContain('The disk is full.')
    expect(field()).toHaveProperty('value', 'Why us?')
    await userEvent.click(button('Cancel'))
    await waitFor(() => expect(draft).toEqual({ pasted: 'Why us?' }))
    cleanup()
    openDialog()
    await waitFor(() => expect(field()).toHaveProperty('value', 'Why us?'))
    expect(screen.getByText('This was pasted before and not added.')).toBeDefined()
    await userEvent.click(button('Clear'))
    expect(field()).toHaveProperty('value', '')
    expect(document.activeElement).toBe(field())
    await waitFor(() => expect(draft).toBeNull())
  })

  it('keeps the text while one types, and no longer than until it is added', async () => {
    const { bridge } = openDialog()
    await userEvent.type(field(), 'Why')
    await waitFor(() => expect(draft).toEqual({ pasted: 'Why' }))
    expect(bridge.inputs('drafts.keep')).toHaveLength(1)
    await userEvent.click(button('Add 1 question'))
    await waitFor(() => expect(draft).toBeNull())
  })

  it('does not bring back over what is typed already', async () => {
    let answer = () => {}
    const { bridge } = openDialog()
    cleanup()
    bridge.answer({
      'drafts.read': () =>
        new Promise((resolve) => (answer = () => resolve({ pasted: 'Something else' }))),
    })
    render(
      <AppFrame>
        <PasteDialog packId={null} onAdded={vi.fn()} onClose={vi.fn()} />
      </AppFrame>,
    )
    await paste('Why us?')
    answer()
    await waitFor(() => expect(draft).toEqual({ pasted: 'Why us?' }))
    expect(field()).toHaveProperty('value', 'Why us?')
  })

  it('adds nothing of a text in which a question is too long, and says where', async () => {
    openDialog()
    await paste(`Why us?\n${'x'.repeat(20_001)}`)
    expect((await screen.findByRole('alert')).textContent).toContain('line 2 is too long')
    expect(button('Add 2 questions')).toHaveProperty('disabled', true)
  })
})
