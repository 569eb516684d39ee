import { parentPort } from 'node:worker_threads'
import { codeOf } from '../disk/durableFiles'
import { jobs, watchedJobs } from './jobs'
import type { JobAnswer, JobMessage, JobOrder, JobProgress } from './thread'

/** Of the watched jobs at work: how to stop them. */
const stops = new Map<number, AbortController>()

async function answer({ id, name, args }: JobOrder): Promise<JobAnswer> {
  try {
    const job = name in watchedJobs ? watched(id, name) : jobs[name as keyof typeof jobs]
    return { id, result: await (job as (...args: unknown[]) => unknown)(...args) }
  } catch (error) {
    return {
      id,
      failure: error instanceof Error ? error.message : String(error),
      code: codeOf(error),
    }
  } finally {
    stops.delete(id)
  }
}

function watched(id: number, name: string): unknown {
  const stop = new AbortController()
  stops.set(id, stop)
  const onProgress = (share: number): void => {
    const progress: JobProgress = { id, progress: share }
    parentPort?.postMessage(progress)
  }
  const job = watchedJobs[name as keyof typeof watchedJobs]
  return job.bind(null, { signal: stop.signal, onProgress })
}

parentPort?.on('message', (message: JobMessage) => {
  if ('stop' in message) stops.get(message.id)?.abort()
  else void answer(message).then((reply) => parentPort?.postMessage(reply))
})
