import type { BackgroundThread } from '../../background/thread'
import type { ReadOutcome } from '../../../shared/questionLists/listedQuestion'
import { ListError, type ListProblemCode } from '../../../shared/questionLists/listProblem'
import { isZip } from '../anki/isZip'
import type { ListFile } from '../readQuestionList'

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
 * database in them, in a process. Its owner disposes of it.
 */
export class ListReader {
  readonly #tools: ReaderTools
  readonly #giveUps = new Set<() => void>()

  constructor(tools: ReaderTools) {
    this.#tools = tools
  }

  /** Never rejects: whatever happens is an outcome. */
  async read(file: ListFile): Promise<ReadOutcome> {
    const isArchive = isZip(file.bytes)
    const work = isArchive ? this.#inProcess(file) : this.#inThread(file)
    const givenUp = new Promise<ReadOutcome>((resolve) => {
      const timer = setTimeout(() => resolve(refused('TOO_SLOW')), this.#tools.mostMs ?? MOST_MS)
      const giveUp = (): void => resolve(refused('READER_FAILED'))
      this.#giveUps.add(giveUp)
      // Either way it is over.
      void work.done.finally(() => {
        clearTimeout(timer)
        this.#giveUps.delete(giveUp)
      })
    })
    const outcome = await Promise.race([work.done, givenUp])
    work.end()
    return outcome
  }

  /** Ends what is being read; it is refused. */
  dispose(): void {
    for (const giveUp of this.#giveUps) giveUp()
    this.#tools.thread.dispose()
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

function refused(code: ListProblemCode): ReadOutcome {
  return { ok: false, problem: new ListError(code).problem }
}
