import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { AppError } from '../../shared/errors'
import { measuresOf } from '../helpers/measured'
import { compare, markOf, reviewed, said } from './comparing'
import { takeOfSound } from './fakeSounds'

vi.mock('../../renderer/player/TakeWaveform', () => ({
  TakeWaveform: () => <div role="img" aria-label="Waveform" />,
}))

beforeEach(() => {
  window.location.hash = ''
})

const plainA = reviewed(1, { durationMs: 60_000 })
const plainB = reviewed(3, { durationMs: 90_000 })
const SPEECH = [{ startMs: 0, endMs: 50_000 }]
const both = () => [
  {
    ...plainA,
    take: { ...plainA.take },
    marks: [markOf(plainA, 1, 'result', 30_000)],
    measures: measuresOf(60_000, SPEECH, { integratedLufs: -20 }),
  },
  {
    ...plainB,
    take: { ...plainB.take },
    marks: [markOf(plainB, 2, 'result', 80_000)],
    measures: measuresOf(90_000, [{ startMs: 0, endMs: 88_000 }], { integratedLufs: -26 }),
  },
]
const begin = () => userEvent.click(screen.getByRole('button', { name: 'Listen blind' }))
const press = (keys: string) => userEvent.keyboard(keys)

/** Everything that is there to be seen, heard or read by a machine, with X and Y made the same. */
function everything(): string {
  return document.body.innerHTML.replaceAll(/\b[XY]\b/g, 'one')
}

describe('which is better, blind', () => {
  it('shows nothing that tells which is which', async () => {
    await compare(both())
    await begin()
    const page = document.body.textContent
    expect(page).not.toMatch(/take [ab13]\b|\d:\d\d|dB|LUFS|words\/min|Result/i)
    expect(screen.queryByRole('img')).toBeNull()
    expect(screen.queryByRole('table')).toBeNull()
    expect(screen.queryByRole('combobox')).toBeNull()
    expect(document.body.innerHTML).not.toContain(plainA.take.id)
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Which is better?' }))
  })

  it('is the same page whichever of the two is X', async () => {
    const pages: string[] = []
    for (const order of [
      { X: 'A', Y: 'B' },
      { X: 'B', Y: 'A' },
    ] as const) {
      await compare(both(), {}, order)
      await begin()
      await press('1')
      await press('2')
      pages.push(everything())
      cleanup()
    }
    expect(pages[0]).toBe(pages[1])
  })

  it('plays one or the other with keys, at the same moment, equally loud', async () => {
    const { sounds } = await compare(both(), {}, { X: 'B', Y: 'A' })
    await begin()
    await press('1')
    expect(sounds.playing().map(takeOfSound)).toEqual([plainB.take.id])
    expect(said()).toBe('Playing X')
    act(() => sounds.goOn(80))
    await press('{ArrowRight}')
    expect(sounds.playing().map(takeOfSound)).toEqual([plainA.take.id])
    expect(sounds.playing()[0]?.currentTime).toBeCloseTo(30)
    expect(sounds.playing()[0]?.volume).toBeCloseTo(0.501, 3)
    await press('{ArrowLeft}')
    expect(sounds.playing().map(takeOfSound)).toEqual([plainB.take.id])
    await press(' ')
    expect(sounds.playing()).toEqual([])
  })

  it.each(['A', 'B'] as const)('begins with X, which may be take %s', async (letter) => {
    const { sounds } = await compare(both(), {}, { X: letter, Y: letter === 'A' ? 'B' : 'A' })
    await begin()
    await press(' ')
    expect(said()).toBe('Playing X')
    const takes = { A: plainA, B: plainB }
    expect(sounds.playing().map(takeOfSound)).toEqual([takes[letter].take.id])
  })

  it('shows a position that both have in common, within the loop if there is one', async () => {
    const shown: string[][] = []
    for (const order of [
      { X: 'A', Y: 'B' },
      { X: 'B', Y: 'A' },
    ] as const) {
      await compare(both(), {}, order)
      const position = () => screen.getByRole('slider', { name: 'Position' })
      const text = () => position().getAttribute('aria-valuetext')!
      fireEvent.change(screen.getByRole('slider', { name: 'Loop start' }), {
        target: { value: '30000' },
      })
      await begin()
      const texts = [text()]
      await press('2')
      texts.push(text())
      fireEvent.input(position(), { target: { value: '50' } })
      texts.push(text())
      await press('1')
      texts.push(text())
      shown.push(texts)
      cleanup()
    }
    const expected = ['0 %', '0 %', '50 %', '50 %']
    expect(shown).toEqual([expected, expected])
  })

  it('asks to hear both before choosing', async () => {
    await compare(both())
    await begin()
    const choose = () => screen.getByRole('button', { name: 'X is better' })
    expect(choose()).toHaveProperty('disabled', true)
    await press('1')
    expect(choose()).toHaveProperty('disabled', true)
    await press('2')
    expect(choose()).toHaveProperty('disabled', false)
  })

  it('keeps the choice, then tells which it was, and how often before', async () => {
    const { bridge, sounds } = await compare(both(), {}, { X: 'B', Y: 'A' })
    const choice = { betterTakeId: plainB.take.id, otherTakeId: plainA.take.id }
    const chooseX = async () => {
      await press('12')
      await userEvent.click(screen.getByRole('button', { name: 'X is better' }))
    }
    await begin()
    await chooseX()
    expect(bridge.inputs('questions.choose')).toEqual([choice])
    const told = await screen.findByText(/^X was take B: take 3 of /)
    expect(document.activeElement).toBe(told)
    expect(sounds.playing()).toEqual([])
    expect(screen.getByText('You chose take 3 over take 1 once.')).toBeDefined()

    await userEvent.click(screen.getByRole('button', { name: 'Listen blind again' }))
    await chooseX()
    expect(await screen.findByText('You chose take 3 over take 1 twice.')).toBeDefined()

    await userEvent.click(screen.getByRole('button', { name: 'Keep as best take' }))
    expect(bridge.inputs('takes.keepAsBest')).toEqual([{ takeId: plainB.take.id, isBest: true }])
    expect(await screen.findByText('It is kept as the best take of its session.')).toBeDefined()
    expect(screen.queryByRole('button', { name: 'Keep as best take' })).toBeNull()
  })

  it('tells nothing when the choice could not be kept, and lets it be made again', async () => {
    const { bridge } = await compare(both())
    bridge.answer({
      'questions.choose': () => {
        throw new AppError('DISK_FULL')
      },
    })
    await begin()
    await press('12')
    await userEvent.click(screen.getByRole('button', { name: 'Y is better' }))
    expect((await screen.findByRole('alert')).textContent).toMatch(/disk is full/i)
    expect(screen.getByRole('button', { name: 'Y is better' })).toHaveProperty('disabled', false)
    expect(screen.queryByText(/was take/)).toBeNull()
  })

  it('stops without a choice', async () => {
    const { bridge, sounds } = await compare(both())
    await begin()
    await press('1{Escape}')
    expect(sounds.playing()).toEqual([])
    expect(screen.getByRole('region', { name: 'Take A' })).toBeDefined()
    expect(bridge.inputs('questions.choose')).toEqual([])
  })
})
