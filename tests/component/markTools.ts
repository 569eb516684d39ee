import { fireEvent, screen, within } from '@testing-library/react'
import type { Mark } from '../../shared/marks'
import { markId } from './fakeMarks'
import { TAKE } from './takePlayer'

/* What tests of marks say again and again. */

export const mark = (number: number, kind: Mark['kind'], atMs: number, note = ''): Mark => ({
  id: markId(number),
  takeId: TAKE.id,
  kind,
  atMs,
  note,
})

export const list = () => screen.findByRole('list', { name: 'Marks' })
export const namesOf = async () =>
  within(await list())
    .getAllByRole('listitem')
    .map((item) => item.getAttribute('aria-label'))
export const flag = (name: string) => screen.findByRole('slider', { name })
export const status = () => screen.getByRole('status').textContent
export const pressed = (key: string, more: KeyboardEventInit = {}) =>
  fireEvent.keyDown(document.body, { key, ...more })
