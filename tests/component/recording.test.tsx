import { act, fireEvent, render, screen } from '@testing-library/react'
import { useEffect, useState } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import {
  type CaptureEvent,
  type CaptureState,
  transition,
} from '../../renderer/capture/captureMachine'
import type { CaptureView } from '../../renderer/capture/useCapture'
import { useCommands } from '../../renderer/keys/useCommands'
import { useKeptCommands } from '../../renderer/session/useKeptCommands'
import { useRecording } from '../../renderer/session/useRecording'
import { takeOf } from '../helpers/session'
import { AppFrame } from './appFrame'

const SUBJECT = { sessionId: 'session-1', questionId: 'trial/alpha' }
const TAKE = { takeId: 'take-1', takeNumber: 1 }
const OPENING: CaptureState = { kind: 'opening', fault: null, wish: null }
const READY: CaptureState = { kind: 'ready', fault: null }
const RECORDING: CaptureState = { kind: 'recording', missing: null, ...TAKE }
const SAVING: CaptureState = { kind: 'saving', fault: null, wish: null, ...TAKE }

let nowMs = 0
beforeEach(() => {
  // Far from what the test before has pressed.
  nowMs += 10_000
})

/** The control over the real machine; sound, disk and devices are what the test says. */
function control(initial: CaptureState, startsAtOnce = false) {
  const source = { state: initial }
  const happen = (event: CaptureEvent) => (source.state = transition(source.state, event))
  const capture = {
    source,
    record: (subject: typeof SUBJECT) => happen({ type: 'record', subject }),
    withdraw: () => happen({ type: 'withdraw' }),
    stop: () => happen({ type: 'stop', fault: null }),
    pause: () => happen({ type: 'pause' }),
    resume: () => happen({ type: 'resume' }),
    get state() {
      return source.state
    },
  }
  const onBegin = vi.fn()
  const recording: { current: ReturnType<typeof useRecording> | null } = { current: null }
  function Control() {
    const now = useRecording(capture as unknown as CaptureView, {
      subject: () => SUBJECT,
      onBegin,
      startsAtOnce,
    })
    useEffect(() => {
      recording.current = now
    })
    return null
  }
  render(
    <AppFrame>
      <Control />
    </AppFrame>,
  )
  return {
    onBegin,
    happen,
    state: () => source.state,
    press: (afterMs: number) => act(() => recording.current?.toggle(nowMs + afterMs)),
    pressPause: (afterMs: number) => act(() => recording.current?.togglePause(nowMs + afterMs)),
  }
}

describe('Record and Stop', () => {
  it.each([30, 120, 200, 300, 450])('pressed twice within %i ms is one wish', (ms) => {
    const begun = control(READY)
    begun.press(0)
    begun.press(ms)
    expect(begun.state().kind).toBe('starting')

    nowMs += 10_000
    const ended = control(RECORDING)
    ended.press(0)
    ended.happen({ type: 'ended', fault: null })
    ended.press(ms)
    expect(ended.state()).toEqual(READY)
  })

  it('follow each other without waiting once half a second has passed', () => {
    const { press, happen, state, onBegin } = control(RECORDING)
    press(0)
    happen({ type: 'ended', fault: null })
    press(500)
    expect(state().kind).toBe('starting')
    expect(onBegin).toHaveBeenCalledOnce()
    press(1000)
    expect(state().kind).toBe('saving')
  })

  it('are kept while the microphone opens, or a take is saved, and taken back by another press', () => {
    for (const early of [OPENING, SAVING]) {
      nowMs += 10_000
      const { press, state } = control(early)
      press(0)
      expect(state()).toEqual({ ...early, wish: SUBJECT })
      press(100)
      expect(state()).toEqual({ ...early, wish: SUBJECT })
      press(700)
      expect(state()).toEqual(early)
    }
  })

  it('say why when there is no microphone', () => {
    const { press, state } = control({ kind: 'failed', reason: 'missing', fault: null })
    press(0)
    expect(state().kind).toBe('failed')
    expect(document.querySelector('[aria-live]')?.textContent).toBe('There is no microphone.')
  })

  it('begin at once when R was pressed while the session was opened', () => {
    expect(control(OPENING, true).state()).toEqual({ ...OPENING, wish: SUBJECT })
  })
})

describe('Pause', () => {
  it('is one wish too, and is kept while a take starts', () => {
    const { press, pressPause, state } = control(READY)
    press(0)
    pressPause(100)
    expect(state()).toMatchObject({ kind: 'starting', pauses: true })
    pressPause(250)
    expect(state()).toMatchObject({ pauses: true })
    pressPause(700)
    expect(state()).toMatchObject({ pauses: false })
  })
})

describe('what is asked of a take that is being saved', () => {
  function keeping() {
    const done: string[] = []
    let save = (_takeId: string | null, _shownId?: string) => {}
    let turn = () => {}
    function Session() {
      const [isSaving, setIsSaving] = useState(true)
      const [shownId, setShownId] = useState('take-1')
      const { kept, saved, forget } = useKeptCommands(isSaving, shownId, {
        rate: ({ id }, nth) => void done.push(`rate ${nth + 1} ${id}`),
        best: ({ id }) => void done.push(`best ${id}`),
      })
      useCommands(isSaving ? {} : { play: () => void done.push(`play ${shownId}`) })
      useEffect(() => {
        save = (takeId, nextId = takeId ?? undefined) => {
          setIsSaving(false)
          if (takeId !== null) saved({ ...takeOf(SUBJECT.questionId, 2), id: takeId })
          if (nextId !== undefined) setShownId(nextId)
        }
        // To another question, where the next take is made.
        turn = () => {
          forget()
          setShownId('take-of-another')
          setIsSaving(true)
        }
      })
      return <p>{kept.join(' ')}</p>
    }
    render(<Session />)
    return {
      done,
      save: (takeId: string | null, shownId?: string) => act(() => save(takeId, shownId)),
      turn: () => act(() => turn()),
    }
  }
  const press = (key: string) => fireEvent.keyDown(document.body, { key })

  it('is done when it is there', () => {
    const { done, save } = keeping()
    press('2')
    press(' ')
    press('3')
    expect(screen.getByText('play rate')).toBeDefined()
    expect(done).toEqual([])
    save('take-2')
    expect(done).toEqual(['rate 3 take-2', 'play take-2'])
    expect(screen.queryByText('play rate')).toBeNull()
  })

  it('is taken back by the same key, and forgotten when there is no take', () => {
    const { done, save } = keeping()
    press(' ')
    press(' ')
    press('4')
    save(null)
    expect(done).toEqual([])
  })

  it('is never done to another take, when the page turns before it is on the screen', () => {
    const { done, save, turn } = keeping()
    press('3')
    press('b')
    press(' ')
    save('take-2', 'an-older-one')
    turn()
    save('take-3')
    expect(done).toEqual(['rate 3 take-2', 'best take-2'])
  })
})
