import { act, render } from '@testing-library/react'
import { useEffect, useState } from 'react'
import { expect, it } from 'vitest'
import type { CaptureView } from '../../renderer/capture/useCapture'
import { type GoingOn, useGoingOn } from '../../renderer/session/useGoingOn'
import { questionOfPack, sessionOf } from '../helpers/session'
import { AppFrame } from './appFrame'

const session = sessionOf([questionOfPack(1), questionOfPack(2), questionOfPack(3)])

/** At the second of three questions, with a take that is saved when the test says so. */
function atTheSecond() {
  const turns: string[] = []
  const goingOn: { current: GoingOn | null } = { current: null }
  let saved = () => {}
  const saving = new Promise<{ take: null; fault: null }>((resolve) => {
    saved = () => resolve({ take: null, fault: null })
  })
  const capture = {
    source: { state: { kind: 'recording' }, stop: () => saving },
    stop: () => saving,
  } as unknown as CaptureView
  function Going() {
    const [questionId, setQuestionId] = useState('pack/question-2')
    const now = useGoingOn({
      session,
      questionId,
      capture,
      onTurn: (id) => {
        turns.push(id)
        setQuestionId(id)
      },
      onTrouble: () => {},
    })
    useEffect(() => {
      goingOn.current = now
    })
    return null
  }
  render(
    <AppFrame>
      <Going />
    </AppFrame>,
  )
  return {
    turns,
    step: (direction: -1 | 1) => act(() => goingOn.current?.step(direction)),
    save: () => act(async () => saved()),
  }
}

it('Next pressed twice while a take is saved leads to the next question', async () => {
  const { turns, step, save } = atTheSecond()
  step(1)
  step(1)
  await save()
  expect(turns).toEqual(['pack/question-3'])
})

it('Previous takes back a Next that waits for the take, and the other way round', async () => {
  const { turns, step, save } = atTheSecond()
  step(1)
  step(-1)
  await save()
  expect(turns).toEqual([])
  step(-1)
  step(1)
  step(1)
  await save()
  expect(turns).toEqual(['pack/question-3'])
})
