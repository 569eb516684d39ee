import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { QuestionScreen } from '../../renderer/question/QuestionScreen'
import { AppError } from '../../shared/errors'
import type { QuestionCard } from '../../shared/questions/questionRequests'
import { AppFrame } from './appFrame'
import './dialogElement'
import { fakeBridge } from './fakeBridge'
import { sampleCard, samplePack } from './samples'

const OF_APP: QuestionCard['pack'] = { id: 'app', title: 'Backend Developer', kind: 'built-in' }

async function show(change: Partial<QuestionCard> = {}) {
  const card = sampleCard(change)
  const bridge = fakeBridge({
    'questions.open': () => ({
      question: card.question,
      packTitle: card.pack.title,
      takes: [],
      choices: [],
    }),
    'questions.read': () => card,
    'questions.annotate': () => undefined,
    'drafts.read': () => null,
    'packs.list': () => [samplePack()],
  })
  render(
    <AppFrame>
      <QuestionScreen questionId={card.question.id} />
    </AppFrame>,
  )
  await screen.findByRole('heading', { level: 1, name: 'Why us?' })
  return bridge
}

const button = (name: string) => screen.getByRole('button', { name })
const box = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name })

describe("the page of a question and what is one's own on it", () => {
  beforeEach(() => {
    window.location.hash = ''
  })

  it('stars a question, and says of one that is not for me what that does', async () => {
    const bridge = await show()
    expect(button('Star').getAttribute('aria-pressed')).toBe('false')
    await userEvent.click(button('Star'))
    expect(button('Star').getAttribute('aria-pressed')).toBe('true')
    await userEvent.click(button('Not for me'))
    expect(screen.getByText('Sessions leave it out.')).toBeDefined()
    await userEvent.click(button('Not for me'))
    expect(screen.queryByText('Sessions leave it out.')).toBeNull()
    expect(bridge.inputs('questions.annotate').map(({ layer }) => layer)).toEqual([
      { isStarred: true },
      { isNotForMe: true },
      { isNotForMe: false },
    ])
  })

  it('takes a star back that could not be kept, and says so', async () => {
    const bridge = await show()
    bridge.answer({
      'questions.annotate': () => {
        throw new AppError('DISK_FULL')
      },
    })
    await userEvent.click(button('Star'))
    expect(await screen.findByRole('alert')).toBeDefined()
    await waitFor(() => expect(button('Star').getAttribute('aria-pressed')).toBe('false'))
  })

  it('keeps the outline while it is typed, and shows what they may ask next', async () => {
    const bridge = await show({
      question: { ...sampleCard().question, followUps: ['And then?', 'Who else?'] },
    })
    const next = within(screen.getByRole('region', { name: 'They may ask next' }))
    expect(next.getAllByRole('listitem')).toHaveLength(2)
    expect(box('Line 1').value).toBe('canal lock')
    await userEvent.type(box('Line 2'), 'two teams')
    await waitFor(() =>
      expect(bridge.inputs('questions.annotate')).toEqual([
        { questionId: 'own/1', layer: { outline: ['canal lock', 'two teams'] } },
      ]),
    )
  })

  it('keeps examples and tags of mine on a question of the app', async () => {
    const bridge = await show({ pack: OF_APP })
    expect(screen.queryByRole('button', { name: 'Edit question' })).toBeNull()
    await userEvent.click(button('Add an example of mine'))
    await waitFor(() => expect(document.activeElement).toBe(box('My example answer')))
    await userEvent.keyboard('It was late. ')
    await userEvent.type(box('My tags'), 'hard, , Hard, team')
    await userEvent.tab()
    await waitFor(() =>
      expect(bridge.inputs('questions.annotate').map(({ layer }) => layer)).toEqual(
        expect.arrayContaining([
          { exampleAnswers: [{ label: 'Example answer', text: 'It was late.' }] },
          { tags: ['hard', 'team'] },
        ]),
      ),
    )
    expect(box('My tags').value).toBe('hard, , Hard, team')
  })

  it('opens the form of an own question, and shows what was saved', async () => {
    const bridge = await show()
    expect(screen.queryByRole('button', { name: 'Copy to my pack' })).toBeNull()
    bridge.answer({
      'packs.list': () => [samplePack({ id: 'mine', kind: 'own', title: 'Acme' })],
      'questions.update': () => undefined,
      'drafts.keep': () => undefined,
    })
    await userEvent.click(button('Edit question'))
    const dialog = await screen.findByRole('dialog', { name: 'Edit question' })
    await userEvent.type(within(dialog).getByRole('textbox', { name: 'Tags' }), 'x')
    const question = { ...sampleCard().question, question: 'Why not us?' }
    bridge.answer({
      'questions.read': () => sampleCard({ question }),
      'questions.open': () => ({ question, packTitle: 'Acme', takes: [], choices: [] }),
    })
    await userEvent.click(button('Save'))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(await screen.findByRole('heading', { level: 1, name: 'Why not us?' })).toBeDefined()
  })

  it('copies a question of the app into a first pack of mine, and goes there', async () => {
    const bridge = await show({ pack: OF_APP })
    bridge.answer({ 'questions.copy': () => ({ questionIds: ['own/2'], packId: 'new' }) })
    await userEvent.click(button('Copy to my pack'))
    await waitFor(() => expect(window.location.hash).toBe('#/question/own/2'))
    expect(bridge.inputs('questions.copy')).toEqual([
      { questionIds: ['own/1'], into: { title: 'My questions', language: 'en' } },
    ])
    expect(await screen.findByText('Copied to My questions')).toBeDefined()
  })

  it('asks into which pack where there are several', async () => {
    const bridge = await show({ pack: OF_APP })
    bridge.answer({
      'packs.list': () => [
        samplePack({ id: 'mine', kind: 'own', title: 'Acme' }),
        samplePack({ id: 'other', kind: 'imported', title: 'A list' }),
        samplePack(),
      ],
      'questions.copy': () => ({ questionIds: ['own/2'], packId: 'other' }),
    })
    await userEvent.click(button('Copy to my pack'))
    const pack = await screen.findByRole('combobox', { name: 'Pack' })
    expect(within(pack).getAllByRole('option')).toHaveLength(2)
    await userEvent.selectOptions(pack, 'A list')
    await userEvent.click(button('Copy'))
    await waitFor(() =>
      expect(bridge.inputs('questions.copy')).toEqual([
        { questionIds: ['own/1'], into: { packId: 'other' } },
      ]),
    )
  })

  it('offers nothing on a question that is deleted', async () => {
    await show({ isDeleted: true })
    expect(screen.getByText(/It was deleted/)).toBeDefined()
    expect(screen.queryByRole('button', { name: 'Practise this question' })).toBeNull()
    expect(screen.queryByRole('button', { name: 'Edit question' })).toBeNull()
    expect(screen.queryByRole('region', { name: 'My outline' })).toBeNull()
  })

  it.each([
    ['Edit question', 'drafts.read', 'own'],
    ['Copy to my pack', 'questions.copy', 'built-in'],
  ] as const)(
    'has the last words of the outline before “%s” reads it',
    async (name, next, kind) => {
      const pack = kind === 'own' ? {} : { pack: OF_APP }
      const bridge = await show(pack)
      bridge.answer({
        'questions.copy': () => ({ questionIds: ['own/copy'], packId: samplePack().id }),
      })
      await userEvent.type(box('Line 1'), 'Last words')
      await userEvent.click(button(name))
      await waitFor(() => expect(bridge.asked.map((one) => one.name)).toContain(next))
      const names = bridge.asked.map((one) => one.name)
      expect(names.indexOf('questions.annotate')).toBeGreaterThan(-1)
      expect(names.indexOf('questions.annotate')).toBeLessThan(names.indexOf(next))
    },
  )
})
