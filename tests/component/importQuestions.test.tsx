import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ImportDialog } from '../../renderer/lists/import/ImportDialog'
import { DEFAULT_SETTINGS } from '../../shared/defaults'
import { AppError } from '../../shared/errors'
import type { Settings } from '../../shared/model'
import type { ReadOutcome } from '../../shared/questionLists/listedQuestion'
import { AppFrame } from './appFrame'
import './dialogElement'
import { fakeBridge } from './fakeBridge'
import { fakeLayout } from './layout'
import { broughtIn, BUILT_IN, button, pack, rowsOf } from './listDialogs'

beforeEach(() => fakeLayout())

const read = (questions: object[], more: object = {}): ReadOutcome => ({
  ok: true,
  list: {
    format: 'csv',
    title: null,
    language: null,
    questions: questions.map((each, index) => ({
      row: index + 2,
      question: '',
      whyTheyAsk: '',
      exampleAnswers: [],
      talkingPoints: [],
      pitfalls: [],
      followUps: [],
      outline: [],
      tags: [],
      ...each,
    })),
    skipped: [],
    mediaLeftOut: 0,
    columnsLeftOut: [],
    ...more,
  },
})

const THREE = read([
  { id: 'a', question: 'Why us?', tags: ['you'] },
  { id: 'b', question: 'What is a canal lock?' },
  { id: 'c', question: 'Who opens the gates?' },
])

function openDialog({
  outcome = THREE,
  packId = null,
}: { outcome?: ReadOutcome; packId?: string | null } = {}) {
  const onImported = vi.fn()
  const onClose = vi.fn()
  const bridge = fakeBridge({
    'packs.list': () => [pack('mine', { title: 'Mine' }), BUILT_IN],
    'lists.read': () => outcome,
    'lists.likeliestPack': () => ({ packId }),
    'lists.compare': () => ({
      rows: [
        { state: 'unchanged', questionId: 'own/a', now: 'Why us?', changed: [], kept: ['tags'] },
        {
          state: 'changed',
          questionId: 'own/b',
          now: 'What is a lock?',
          changed: ['question', 'exampleAnswers'],
          kept: [],
        },
        { state: 'new' },
      ],
    }),
    'questions.import': () => ({ packId: 'mine', addedIds: ['own/c'], changedCount: 1 }),
    'settings.change': (change) => ({ ...DEFAULT_SETTINGS, ...change }) as Settings,
  })
  render(
    <AppFrame>
      <ImportDialog files={null} onImported={onImported} onClose={onClose} />
    </AppFrame>,
  )
  return { bridge, onImported, onClose }
}

const LIST = new File(['question\nWhy us?'], 'canals.csv')
const choose = (file: File = LIST) =>
  userEvent.upload(screen.getByLabelText('File'), file, { applyAccept: false })
const combobox = (name: string) => screen.getByRole<HTMLSelectElement>('combobox', { name })
const text = (words: string) => screen.findByText(words)

describe('the dialog "Import"', () => {
  it('says what can be imported, and lets one choose a file', () => {
    openDialog()
    expect(screen.getByText(/one question a line/)).toBeDefined()
    expect(button('Choose a file')).toBeDefined()
    expect(button('Cancel')).toBeDefined()
  })

  it('sends bytes and a name, and shows a new list as new', async () => {
    const { bridge, onImported, onClose } = openDialog()
    await choose()
    await text('3 new')
    expect(screen.getByText('0 changed')).toBeDefined()
    expect(screen.getByText('0 unchanged')).toBeDefined()
    const [asked] = bridge.inputs('lists.read')
    expect(asked?.name).toBe('canals.csv')
    expect(new TextDecoder().decode(asked?.bytes)).toBe('question\nWhy us?')
    expect(rowsOf('Preview')).toEqual([
      'NewWhy us?you',
      'NewWhat is a canal lock?',
      'NewWho opens the gates?',
    ])
    expect(screen.getByRole('textbox', { name: 'Name of the pack' })).toHaveProperty(
      'value',
      'canals',
    )
    await userEvent.click(button('Import 3 questions'))
    await waitFor(() => expect(onImported).toHaveBeenCalledOnce())
    const { into, rows } = broughtIn(bridge)
    expect(into).toEqual({ title: 'canals', language: 'en', kind: 'imported' })
    expect(rows.map(({ questionId, fileId }) => [questionId, fileId])).toEqual([
      [null, 'a'],
      [null, 'b'],
      [null, 'c'],
    ])
    expect(onClose).toHaveBeenCalledOnce()
    expect(screen.getByRole('status').textContent).toBe('1 question imported, 1 changed')
  })

  it('compares with the pack into which it went before, and brings in what is new or changed', async () => {
    const { bridge } = openDialog({ packId: 'mine' })
    await choose()
    await text('1 changed')
    expect(combobox('Pack').value).toBe('mine')
    expect(screen.getByText('1 new')).toBeDefined()
    expect(screen.getByText('1 unchanged')).toBeDefined()
    expect(rowsOf('Preview')).toEqual([
      'ChangedWhat is a canal lock?Was: What is a lock?Changes: question, example answers.',
      'NewWho opens the gates?',
      'UnchangedWhy us?Stays as you wrote it: tags.',
    ])
    await userEvent.click(button('Import 2 questions'))
    await waitFor(() => expect(bridge.inputs('questions.import')).toHaveLength(1))
    const { into, rows } = broughtIn(bridge)
    expect(into).toEqual({ packId: 'mine' })
    expect(rows.map(({ questionId, fileId }) => [questionId, fileId])).toEqual([
      ['own/b', 'b'],
      [null, 'c'],
    ])
  })

  it('may go into another pack, or a new one', async () => {
    openDialog({ packId: 'mine' })
    await choose()
    await text('1 changed')
    await userEvent.selectOptions(combobox('Pack'), 'New pack')
    await text('3 new')
    expect(button('Import 3 questions')).toBeDefined()
  })

  it('imports nothing where nothing is new', async () => {
    const { bridge } = openDialog({ packId: 'mine' })
    bridge.answer({
      'lists.compare': () => ({
        rows: ['a', 'b', 'c'].map((id) => ({
          state: 'unchanged',
          questionId: `own/${id}`,
          now: id,
          changed: [],
          kept: [],
        })),
      }),
    })
    await choose()
    await text('3 unchanged')
    expect(button('Nothing to import')).toHaveProperty('disabled', true)
  })

  it('names everything that is left out, by its row', async () => {
    const left = {
      skipped: [
        { row: 4, reason: 'empty' },
        { row: 9, reason: 'twin' },
      ],
      columnsLeftOut: ['Level'],
      mediaLeftOut: 2,
    }
    openDialog({ outcome: read([{ question: 'Why us?' }], left) })
    await choose()
    await text('1 new')
    expect(rowsOf('Problems')).toEqual([
      'Line 4: empty, left out',
      'Line 9: the same words as another question, left out',
      'Column “Level”: not known, left out',
      '2 pictures and sounds left out',
    ])
  })

  it('says why a file is refused and where, and another one can be chosen', async () => {
    const { bridge } = openDialog({
      outcome: {
        ok: false,
        problem: {
          code: 'CSV_SYNTAX',
          row: 12,
          path: null,
          message: 'A quote is not closed. Nothing was imported. Mend line 12.',
        },
      },
    })
    await choose()
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toContain('Nothing was imported. Mend line 12.')
    expect(rowsOf('Problems')).toEqual(['Line 12 CSV_SYNTAX'])
    expect(screen.queryByRole('button', { name: /^Import/ })).toBeNull()
    bridge.answer({ 'lists.read': () => THREE })
    await userEvent.click(button('Choose another file'))
    await choose()
    expect(await text('3 new')).toBeDefined()
  })

  it('takes what is dropped on the window, one file at a time', async () => {
    const { bridge } = openDialog()
    drop([LIST, LIST])
    expect((await screen.findByRole('alert')).textContent).toContain('several files')
    expect(bridge.inputs('lists.read')).toHaveLength(0)
    drop([LIST])
    expect(await text('3 new')).toBeDefined()
  })

  it('says when what was dropped cannot be read, as a folder', async () => {
    openDialog()
    const folder = new File([], 'folder')
    folder.arrayBuffer = () => Promise.reject(new DOMException('', 'NotFoundError'))
    drop([folder])
    const alert = await screen.findByRole('alert')
    expect(within(alert).getByRole('list', { name: 'Problems' }).textContent).toContain(
      'FILE_UNREADABLE',
    )
  })

  it('keeps the preview when the import fails, and says that nothing was kept by half', async () => {
    const { bridge, onClose } = openDialog()
    bridge.answer({
      'questions.import': () => {
        throw new AppError('DISK_FULL')
      },
    })
    await choose()
    await text('3 new')
    await userEvent.click(button('Import 3 questions'))
    expect((await screen.findByRole('alert')).textContent).toContain('The disk is full.')
    expect(button('Import 3 questions')).toBeDefined()
    expect(onClose).not.toHaveBeenCalled()
  })
})

function drop(files: File[]): void {
  const event = Object.assign(new Event('drop', { cancelable: true }), {
    dataTransfer: { files, types: ['Files'] },
  })
  window.dispatchEvent(event)
}
