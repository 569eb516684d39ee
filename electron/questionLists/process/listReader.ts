import type { BackgroundThread } from '../../background/thread'
import type { ReadOutcome } from '../../../shared/questionLists/listedQuestion'
import { ListError, type ListProblemCode } from '../../../shared/questionLists/listProblem'
import { isZip } from '../anki/isZip'
import type { ListFile } from '../readQuestionList'
import { refuseLarge } from '../refuseLarge'

/** A process that answers one file with one outcome. */
export interface ReaderProcess {
  postMessage(file: ListFile): void
  onAnswer(listener: (outcome: ReadOutcome) => void): void
  onExit(listener: () => void): void
  kill(): void
}

interface ReaderTools {
  /** Its own: it is ended when a file takes too long. */
  thread: BackgroundThread
  startProcess: () => ReaderProcess
  /** For tests. */
  mostMs?: number
}

const MOST_MS = 20_000

/**
 * Reads files where it holds up nobody and can be ended: text in a thread, archives, with a foreign
 * database in them, in a process. One after the other: each has all of its time, and one that is
 * ended takes no other with it. Its owner disposes of it.
 */
export class ListReader {
  readonly #tools: ReaderTools
  /** Of the one that is being read. */
  #giveUp: (() => void) | null = null
  #lastTurn: Promise<unknown> = Promise.resolve()
  #isDisposed = false

  constructor(tools: ReaderTools) {
    this.#tools = tools
  }

  /** Whatever is wrong with the file is an outcome. */
  async read(file: ListFile): Promise<ReadOutcome> {
    const tooLarge = tooLargeOutcome(file)
    if (tooLarge) return tooLarge
    const turn = this.#lastTurn.then(() => this.#readNow(file))
    this.#lastTurn = turn.catch(() => {})
    return turn
  }

  /** Ends what is being read; it is refused, and so is what waits. */
  dispose(): void {
    this.#isDisposed = true
    this.#giveUp?.()
    this.#tools.thread.dispose()
  }

  async #readNow(file: ListFile): Promise<ReadOutcome> {
    if (this.#isDisposed) return refused('READER_FAILED')
    const isArchive = isZip(file.bytes)
    const work = isArchive ? this.#inProcess(file) : this.#inThread(file)
    let timer: NodeJS.Timeout | undefined
    const givenUp = new Promise<ReadOutcome>((resolve) => {
      timer = setTimeout(() => resolve(refused('TOO_SLOW')), this.#tools.mostMs ?? MOST_MS)
      this.#giveUp = () => resolve(refused('READER_FAILED'))
    })
    const outcome = await Promise.race([work.done, givenUp])
    clearTimeout(timer)
    this.#giveUp = null
    work.end()
    return outcome
  }

  #inThread(file: ListFile): Work {
    let isOver = false
    const done = this.#tools.thread
      .run('readList', file)
      .catch((error: unknown) => {
        if (!isOver) console.error('A list of questions could not be read', error)
        return refused('READER_FAILED')
      })
      .finally(() => (isOver = true))
    const end = (): void => {
      // A thread that has answered is left for the next file.
      if (isOver) return
      isOver = true
      this.#tools.thread.dispose()
    }
    return { done, end }
  }

  #inProcess(file: ListFile): Work {
    const child = this.#tools.startProcess()
    const done = new Promise<ReadOutcome>((resolve) => {
      child.onAnswer(resolve)
      child.onExit(() => resolve(refused('READER_FAILED')))
      child.postMessage(file)
    })
    return { done, end: () => child.kill() }
  }
}

interface Work {
  /** Never rejects. */
  done: Promise<ReadOutcome>
  end: () => void
}

function tooLargeOutcome({ name, bytes }: ListFile): ReadOutcome | null {
  try {
    refuseLarge(name, bytes, bytes.byteLength)
    return null
  } catch (error) {
    if (error instanceof ListError) return { ok: false, problem: error.problem }
    throw error
  }
}

function refused(code: ListProblemCode): ReadOutcome {
  return { ok: false, problem: new ListError(code).problem }
}
