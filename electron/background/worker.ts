import { parentPort } from 'node:worker_threads'
import { codeOf } from '../disk/durableFiles'
import { jobs, watchedJobs } from './jobs'
import { PauseSwitch } from './workWatch'
import type { JobAnswer, JobMessage, JobOrder, JobProgress } from './thread'

/** Of the watched jobs at work: how to stop them, and how to let them rest. */
const watched = new Map<number, { abort: AbortController; pause: PauseSwitch }>()

async function answer({ id, name, args }: JobOrder): Promise<JobAnswer> {
  try {
    const job = name in watchedJobs ? watchedJob(id, name) : jobs[name as keyof typeof jobs]
    return { id, result: await (job as (...args: unknown[]) => unknown)(...args) }
  } catch (error) {
    return {
      id,
      failure: error instanceof Error ? error.message : String(error),
      code: codeOf(error),
    }
  } finally {
    watched.delete(id)
  }
}

function watchedJob(id: number, name: string): unknown {
  const abort = new AbortController()
  const pause = new PauseSwitch()
  watched.set(id, { abort, pause })
  const onProgress = (share: number): void => {
    const progress: JobProgress = { id, progress: share }
    parentPort?.postMessage(progress)
  }
  const job = watchedJobs[name as keyof typeof watchedJobs]
  return job.bind(null, { signal: abort.signal, onProgress, pause })
}

parentPort?.on('message', (message: JobMessage) => {
  if ('name' in message) {
    void answer(message).then((reply) => parentPort?.postMessage(reply))
    return
  }
  const job = watched.get(message.id)
  if ('stop' in message) job?.abort.abort()
  else if (message.isPaused) job?.pause.holdFor('main')
  else job?.pause.releaseFor('main')
})
