import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { QuestionsScreen } from '../../renderer/questions/QuestionsScreen'
import { AppError } from '../../shared/errors'
import { AppFrame } from './appFrame'
import './dialogElement'
import { fakeLayout } from './layout'
import { bridgeWithQuestions, OWN_PACK, sampleRow } from './questionSamples'

const list = () => screen.findByRole('list', { name: 'Questions' })
const links = async () =>
  within(await list())
    .getAllByRole('link')
    .map((link) => link.getAttribute('aria-label'))

async function check(...names: string[]) {
  for (const name of names)
    await userEvent.click(await within(await list()).findByRole('checkbox', { name }))
}
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))
const dialog = () => screen.findByRole('dialog')

function show() {
  render(
    <AppFrame>
      <main>
        <QuestionsScreen />
      </main>
    </AppFrame>,
  )
}

const builtIn = sampleRow(9, {
  id: 'backend-developer/devops',
  question: 'DevOps?',
  packKind: 'built-in',
  packId: 'backend-developer',
})

describe('Checked questions', () => {
  beforeEach(() => {
    window.location.hash = '#/questions'
    fakeLayout()
  })
  afterEach(() => {
    vi.restoreAllMocks()
    window.location.hash = ''
  })

  it('are let go by a button that is gone then, and the keyboard is in the list', async () => {
    bridgeWithQuestions([sampleRow(1), sampleRow(2)])
    show()
    await check('Question 2?')
    screen.getByRole('button', { name: 'Clear' }).focus()
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(document.activeElement?.closest('ul')).not.toBeNull())
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Question 2?')
  })

  it('are deleted at once where nothing hangs on them, and come back', async () => {
    const rows = [sampleRow(1), sampleRow(2), sampleRow(3)]
    const hidden = new Set<string>()
    const bridge = bridgeWithQuestions(rows, {
      'questions.list': () => ({
        questionIds: rows.map(({ id }) => id).filter((id) => !hidden.has(id)),
        rows: [],
      }),
      'questions.delete': ({ questionIds }) => {
        questionIds.forEach((id) => hidden.add(id))
        return undefined
      },
      'questions.restore': () => {
        hidden.clear()
        return undefined
      },
    })
    show()
    await check('Question 1?', 'Question 3?')
    await press('Delete selected')
    await waitFor(async () => expect(await links()).toEqual(['Question 2?']))
    expect(bridge.inputs('questions.delete')).toEqual([
      { questionIds: [sampleRow(1).id, sampleRow(3).id], withTakes: false },
    ])
    expect(await screen.findByText('2 questions deleted')).toBeDefined()
    expect(screen.getByText('1 question')).toBeDefined()
    await press('Undo')
    await waitFor(async () => expect(await links()).toHaveLength(3))
  })

  it('says before what stays, and deletes takes only when told to', async () => {
    const bridge = bridgeWithQuestions([sampleRow(1, { takeCount: 2 }), builtIn], {
      'questions.delete': () => undefined,
    })
    show()
    await check('Question 1?', 'DevOps?')
    await press('Delete selected')
    expect((await dialog()).textContent).toContain('2 takes of it will stay in History')
    expect((await dialog()).textContent).toContain('1 question of the app cannot be deleted')
    expect(bridge.inputs('questions.delete')).toEqual([])
    await userEvent.click(screen.getByRole('checkbox', { name: 'Delete the takes, too' }))
    expect((await dialog()).textContent).toContain('2 takes of it will be deleted, too')
    await press('Delete')
    expect(bridge.inputs('questions.delete')).toEqual([
      { questionIds: [sampleRow(1).id], withTakes: true },
    ])
  })

  it('that come with the app are not deleted', async () => {
    bridgeWithQuestions([builtIn])
    show()
    await check('DevOps?')
    await press('Delete selected')
    expect((await dialog()).textContent).toContain('cannot be deleted')
    expect(screen.queryByRole('button', { name: 'Delete' })).toBeNull()
  })

  it('stay on the screen when they could not be deleted', async () => {
    bridgeWithQuestions([sampleRow(1)], {
      'questions.delete': () => {
        throw new AppError('DISK_REFUSED', 'no')
      },
    })
    show()
    await check('Question 1?')
    await press('Delete selected')
    expect(await screen.findByRole('alert')).toBeDefined()
    await waitFor(async () => expect(await links()).toEqual(['Question 1?']))
  })

  it('are moved into a new pack, those of the app as copies', async () => {
    const bridge = bridgeWithQuestions([sampleRow(1), builtIn], {
      'questions.move': () => ({ packId: 'monday' }),
      'questions.copy': () => ({ questionIds: [], packId: 'monday' }),
    })
    show()
    await check('Question 1?', 'DevOps?')
    await press('Move selected')
    const pack = within(await dialog()).getByRole('combobox', { name: 'Pack' })
    expect(pack).toHaveProperty('value', OWN_PACK.id)
    await userEvent.selectOptions(pack, 'New pack')
    expect(screen.getByLabelText('Name of the new pack').getAttribute('dir')).toBe('auto')
    await userEvent.type(screen.getByLabelText('Name of the new pack'), 'Monday')
    await press('Move')
    await waitFor(() =>
      expect(bridge.inputs('questions.copy')).toEqual([
        { questionIds: [builtIn.id], into: { packId: 'monday' } },
      ]),
    )
    expect(bridge.inputs('questions.move')).toEqual([
      { questionIds: [sampleRow(1).id], into: { title: 'Monday' }, beforeQuestionId: null },
    ])
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  it('are tagged and moved however many they are, as many at once as main takes', async () => {
    const rows = Array.from({ length: 1001 }, (_one, at) => sampleRow(at + 1))
    const bridge = bridgeWithQuestions(rows, {
      'questions.tag': () => undefined,
      'questions.move': () => ({ packId: 'monday' }),
    })
    show()
    await list()
    const all = () => userEvent.click(screen.getByRole('checkbox', { name: 'Select all' }))
    await all()
    await press('Tag selected')
    expect(
      within(await dialog())
        .getByLabelText('Add tags')
        .getAttribute('dir'),
    ).toBe('auto')
    await userEvent.type(within(await dialog()).getByLabelText('Add tags'), 'new')
    await press('Save')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    const tagged = bridge.inputs('questions.tag').map(({ questionIds }) => questionIds.length)
    expect(tagged).toEqual([1000, 1])
    await all()
    await press('Move selected')
    const pack = within(await dialog()).getByRole('combobox', { name: 'Pack' })
    await userEvent.selectOptions(pack, 'New pack')
    await userEvent.type(screen.getByLabelText('Name of the new pack'), 'Monday')
    await press('Move')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(bridge.inputs('questions.move').map(({ into }) => into)).toEqual([
      { title: 'Monday' },
      { packId: 'monday' },
    ])
    expect(bridge.inputs('questions.move').flatMap(({ questionIds }) => questionIds)).toEqual(
      rows.map(({ id }) => id),
    )
  })

  it('get tags and lose them', async () => {
    const bridge = bridgeWithQuestions([sampleRow(1, { tags: ['ops', 'team'] })], {
      'questions.tag': () => undefined,
    })
    show()
    await check('Question 1?')
    await press('Tag selected')
    expect(within(await dialog()).getByRole('button', { name: 'Save' })).toHaveProperty(
      'disabled',
      true,
    )
    await userEvent.type(within(await dialog()).getByLabelText('Add tags'), 'new, two words ,new')
    await userEvent.click(within(await dialog()).getByRole('checkbox', { name: 'ops' }))
    await press('Save')
    expect(bridge.inputs('questions.tag')).toEqual([
      { questionIds: [sampleRow(1).id], add: ['new', 'two words'], remove: ['ops'] },
    ])
  })

  it('that are gone meanwhile are checked no more, and nothing is asked about none', async () => {
    const bridge = bridgeWithQuestions([sampleRow(1), sampleRow(2)])
    show()
    await check('Question 1?', 'Question 2?')
    bridge.answer({ 'questions.rows': () => [sampleRow(2)] })
    await press('Move selected')
    expect(await screen.findByRole('dialog', { name: 'Move 1 question' })).toBeDefined()
    await press('Cancel')
    expect(screen.getByText('1 selected')).toBeDefined()
    bridge.answer({ 'questions.rows': () => [] })
    await press('Move selected')
    expect((await screen.findByRole('alert')).textContent).toContain('not here any more')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(screen.queryByText('1 selected')).toBeNull()
  })

  it('get the tags between commas, semicolons and lines', async () => {
    const bridge = bridgeWithQuestions([sampleRow(1)], { 'questions.tag': () => undefined })
    show()
    await check('Question 1?')
    await press('Tag selected')
    await userEvent.click(await screen.findByLabelText('Add tags'))
    await userEvent.paste('team; ops\nlead，Team')
    await press('Save')
    await waitFor(() =>
      expect(bridge.inputs('questions.tag')).toEqual([
        { questionIds: [sampleRow(1).id], add: ['team', 'ops', 'lead'], remove: [] },
      ]),
    )
  })
})

describe('Packs', () => {
  beforeEach(() => {
    window.location.hash = '#/questions'
    fakeLayout()
  })
  afterEach(() => {
    vi.restoreAllMocks()
    window.location.hash = ''
  })

  const packs = [
    OWN_PACK,
    { ...OWN_PACK, id: 'second', title: 'Second', questionCount: 0 },
    { ...OWN_PACK, id: 'third', title: 'Third', questionCount: 0 },
  ]

  it('are made, renamed and put in order', async () => {
    let order = packs
    const bridge = bridgeWithQuestions([sampleRow(1)], {
      'packs.list': () => order,
      'packs.create': () => ({ packId: 'fourth' }),
      'packs.change': () => undefined,
      'packs.move': () => {
        order = [packs[1]!, packs[0]!, packs[2]!]
        return undefined
      },
    })
    show()
    await list()
    await press('Edit packs')
    await userEvent.type(screen.getByLabelText('Name of a new pack'), ' Fourth {Enter}')
    await waitFor(() => expect(bridge.inputs('packs.create')).toEqual([{ title: 'Fourth' }]))
    const name = screen.getByLabelText('Name of Second')
    await userEvent.clear(name)
    await userEvent.type(name, 'Other{Enter}')
    expect(bridge.inputs('packs.change')).toEqual([{ packId: 'second', title: 'Other' }])
    await press('Move Acme down')
    expect(bridge.inputs('packs.move')).toEqual([{ packId: 'acme', beforePackId: 'third' }])
    const rows = within(await screen.findByRole('list', { name: 'Your packs' }))
    await waitFor(() =>
      expect(rows.getAllByRole('textbox').map((box) => (box as HTMLInputElement).value)).toEqual([
        'Other',
        'Acme',
        'Third',
      ]),
    )
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Move Acme down' }))
  })

  it('are made once, however often Enter is pressed', async () => {
    let answer = () => {}
    const bridge = bridgeWithQuestions([sampleRow(1)], {
      'packs.create': () =>
        new Promise((resolve) => (answer = () => resolve({ packId: 'fourth' }))),
    })
    show()
    await list()
    await press('Edit packs')
    expect(screen.getByLabelText('Name of a new pack').getAttribute('dir')).toBe('auto')
    await userEvent.type(screen.getByLabelText('Name of a new pack'), 'Fourth{Enter}{Enter}')
    expect(bridge.inputs('packs.create')).toHaveLength(1)
    answer()
    await waitFor(() =>
      expect(screen.getByLabelText('Name of a new pack')).toHaveProperty('value', ''),
    )
  })

  it('are deleted with what they hold once it is said what stays, and come back', async () => {
    // One of its two questions is not for the person, and its row does not count it.
    const all = packs.with(0, { ...OWN_PACK, questionCount: 1 })
    let there = all
    const bridge = bridgeWithQuestions([sampleRow(1, { takeCount: 1 }), sampleRow(2)], {
      'packs.list': () => there,
      'packs.delete': ({ packId }) => {
        there = all.filter(({ id }) => id !== packId)
        return undefined
      },
      'packs.restore': () => {
        there = all
        return undefined
      },
    })
    show()
    await list()
    await press('Edit packs')
    await press('Delete Acme')
    const asked = await screen.findByRole('region', { name: 'Delete Acme?' })
    expect(asked.textContent).toContain('2 questions (1 of them “Not for me”) will be deleted')
    expect(asked.textContent).toContain('1 question that was answered will stay in History')
    await press('Delete pack')
    expect(bridge.inputs('packs.delete')).toEqual([{ packId: 'acme', withTakes: false }])
    await waitFor(() => expect(screen.queryByLabelText('Name of Acme')).toBeNull())
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }))
    expect(await screen.findByLabelText('Name of Acme')).toBeDefined()
  })

  it('leave the focus at the next one when they are deleted, and at the same when they are kept', async () => {
    let there = packs
    bridgeWithQuestions([sampleRow(1, { takeCount: 1 })], {
      'packs.list': () => there,
      'packs.delete': ({ packId }) => {
        there = there.filter(({ id }) => id !== packId)
        return undefined
      },
    })
    show()
    await list()
    await press('Edit packs')
    const bin = (title: string) => screen.getByRole('button', { name: `Delete ${title}` })
    bin('Acme').focus()
    await userEvent.keyboard('{Enter}')
    await screen.findByRole('region', { name: 'Delete Acme?' })
    await press('Keep it')
    expect(document.activeElement).toBe(bin('Acme'))
    await userEvent.click(bin('Acme'))
    await userEvent.click(await screen.findByRole('button', { name: 'Delete pack' }))
    await waitFor(() => expect(screen.queryByLabelText('Name of Acme')).toBeNull())
    expect(document.activeElement).toBe(bin('Second'))
  })
})
