import { onTestFinished } from 'vitest'
import {
  events,
  requests,
  type EventName,
  type EventPayload,
  type RequestInput,
  type RequestName,
  type RequestOutput,
} from '../../shared/contract'
import type { Bridge, Reply } from '../../shared/bridge'
import { AppError } from '../../shared/errors'
import { bareCard } from './samples'

type Answers = {
  [Name in RequestName]?: (
    input: RequestInput<Name>,
  ) => RequestOutput<Name> | Promise<RequestOutput<Name>>
}

export interface FakeBridge {
  /** Every request so far, in order. */
  readonly asked: readonly { name: RequestName; input: unknown }[]
  /** What was asked of one request, in order. */
  inputs<Name extends RequestName>(name: Name): RequestInput<Name>[]
  /** Answers differently from now on. */
  answer(answers: Answers): void
  emit<Name extends EventName>(name: Name, payload: EventPayload<Name>): void
}

/** Asked of every take and question that is shown: nothing measured, marked, answered or noted, where a test says nothing else. */
const NOTHING_YET: Answers = {
  'measures.read': () => ({ state: 'measuring', share: 0 }),
  'marks.list': () => [],
  'takes.outline': () => [],
  'questions.read': () => bareCard(),
  'questions.excerpts': () => [],
  'rubric.read': () => ({ answered: null, concrete: null, followable: null, natural: null }),
}

/**
 * Puts a `window.soundcheck` in place that answers as main would. What goes in and out, and every
 * event, is checked against the contract, and whatever breaks it fails the test: the fake cannot
 * drift. Throw an AppError from an answer to have main refuse.
 */
export function fakeBridge(initial: Answers): FakeBridge {
  // Asked by the clock on every session screen, and by Practice: room enough, nothing to resume, and no interview,
  // where a test says nothing else.
  let answers: Answers = {
    'disk.room': () => ({ recordableMs: 3_600_000 }),
    'sessions.unfinished': () => null,
    'interviews.list': () => [],
    ...NOTHING_YET,
    ...initial,
  }
  const asked: { name: RequestName; input: unknown }[] = []
  const listeners = new Map<string, Set<(payload: unknown) => void>>()
  const broken: string[] = []

  const breaks = (what: string): never => {
    broken.push(what)
    throw new Error(what)
  }

  const bridge: Bridge = {
    request: async (name, input): Promise<Reply<unknown>> => {
      if (!isRequestName(name)) return breaks(`There is no request ${name}`)
      const checkedInput = requests[name].input.safeParse(input)
      if (!checkedInput.success) breaks(`Input of ${name}: ${checkedInput.error.message}`)
      asked.push({ name, input })
      const answer = answers[name] as ((input: unknown) => unknown) | undefined
      if (!answer) return breaks(`The test has no answer to ${name}`)
      try {
        const value = await answer(input)
        const checkedOutput = requests[name].output.safeParse(value)
        if (!checkedOutput.success) breaks(`Output of ${name}: ${checkedOutput.error.message}`)
        return { ok: true, value }
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        return { ok: false, error: { code: error.code, detail: error.message } }
      }
    },
    on: (name, listener) => {
      if (!(name in events)) breaks(`There is no event ${name}`)
      const heard = listeners.get(name) ?? new Set()
      listeners.set(name, heard.add(listener))
      return () => void heard.delete(listener)
    },
  }
  Object.defineProperty(window, 'soundcheck', { value: bridge, configurable: true })
  onTestFinished(() => {
    if (broken.length > 0) throw new Error(broken.join('\n'))
  })

  return {
    asked,
    inputs: <Name extends RequestName>(name: Name) =>
      asked.filter((one) => one.name === name).map(({ input }) => input as RequestInput<Name>),
    answer: (more) => {
      answers = { ...answers, ...more }
    },
    emit: (name, payload) => {
      const checked = events[name].safeParse(payload)
      if (!checked.success) breaks(`Payload of ${name}: ${checked.error.message}`)
      listeners.get(name)?.forEach((listener) => listener(payload))
    },
  }
}

function isRequestName(name: string): name is RequestName {
  return name in requests
}
