import { act, fireEvent } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { tellLibraryChanged } from '../../renderer/lib/libraryChanges'
import type { Mark } from '../../shared/marks'
import { keepMarks } from './fakeMarks'
import { flag, mark } from './markTools'
import { showReview } from './reviewedTake'
import { playableTake } from './takePlayer'

vi.mock('../../renderer/player/TakeWaveform', () => ({ TakeWaveform: () => null }))

it('a mark stays where it was moved to when the list is asked for while that is being stored', async () => {
  const bridge = playableTake()
  const before = mark(1, 'strong', 10_000)
  keepMarks(bridge, [before])
  showReview()
  const thumb = await flag('Strong')
  let store: (stored: Mark) => void = () => {}
  bridge.answer({ 'marks.change': () => new Promise<Mark>((resolve) => (store = resolve)) })
  fireEvent.keyDown(thumb, { key: 'ArrowRight' })
  expect(thumb.getAttribute('aria-valuenow')).toBe('10100')
  // Something else changed: main answers with the list, in which the mark has not moved yet.
  await act(async () => tellLibraryChanged())
  await act(async () => store({ ...before, atMs: 10_100 }))
  expect((await flag('Strong')).getAttribute('aria-valuenow')).toBe('10100')
})
