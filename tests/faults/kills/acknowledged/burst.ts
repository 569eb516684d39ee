import type { Page } from '@playwright/test'
import type { Session, Take } from '../../../../shared/model'
import { ask } from '../../bridge'
import type { Random } from '../../random'
import { MADE_UP_MICROPHONE, PACK_ID, speechIn } from '../../speech'
import { withChange, type Change } from './change'
import { chooseChange } from './chooseChanges'
import type { Shelf } from './shelf'

/** Few, so that takes become rivals for the best one. */
const QUESTIONS_USED = 2
/** How many of the steps are a whole recording. */
const RECORDS = 0.15
const PIECES = speechIn(3)
/** One change after the other, each only once the one before is acknowledged. */
export class Burst {
  readonly #page: Page
  readonly #random: Random
  #questionIds: string[] = []
  /** Everything that was acknowledged. */
  shelf: Shelf
  acknowledged = 0
  /** Asked for and not acknowledged yet: it may have arrived or not. */
  pending: Change | null = null

  constructor(page: Page, shelf: Shelf, random: Random) {
    this.#page = page
    this.shelf = shelf
    this.#random = random
  }

  /** A session with some takes: something to change. */
  async prepare(takes: number): Promise<void> {
    const started = await this.#make({
      name: 'sessions.start',
      input: { kind: 'pack', packId: PACK_ID },
    })
    const { id, questions } = started as Session
    this.#questionIds = questions.slice(0, QUESTIONS_USED).map((question) => question.id)
    for (let take = 0; take < takes; take += 1) await this.#record(id)
  }

  /** Makes changes until the app is gone. */
  async untilKilled(isKilled: () => boolean): Promise<void> {
    try {
      for (;;) await this.#makeAny()
    } catch (error) {
      // A kill ends the request that is on its way. Before it, main has refused what it should not.
      if (!isKilled()) throw error
    }
  }

  async #makeAny(): Promise<void> {
    const goingOn = Object.entries(this.shelf.sessions).find(
      ([, { isFinished, isDeleted }]) => !isFinished && !isDeleted,
    )
    if (goingOn && this.#random.between(0, 1) < RECORDS) await this.#record(goingOn[0])
    else await this.#make(chooseChange(this.shelf, this.#random))
  }

  /** Record and Stop, as the recorder asks for them. */
  async #record(sessionId: string): Promise<void> {
    const questionId = this.#random.pick(this.#questionIds)
    const input = { sessionId, questionId, ...MADE_UP_MICROPHONE }
    const begun = await this.#make({ name: 'takes.begin', input })
    const takeId = (begun as Take).id
    for (const [sequence, piece] of PIECES.entries()) {
      await this.#make({ name: 'takes.append', input: { takeId, sequence, ...piece } })
    }
    await this.#make({ name: 'takes.finish', input: { takeId } })
  }

  async #make(change: Change): Promise<unknown> {
    this.pending = change
    const answer: unknown = await ask(this.#page, change.name, change.input as never)
    this.shelf = withChange(this.shelf, change, answer)
    this.pending = null
    this.acknowledged += 1
    return answer
  }
}
