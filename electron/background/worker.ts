import { parentPort } from 'node:worker_threads'
import { codeOf } from '../disk'
import { jobs } from './jobs'
import type { JobAnswer, JobOrder } from './thread'

async function answer({ id, name, args }: JobOrder): Promise<JobAnswer> {
  try {
    const job = jobs[name] as (...args: unknown[]) => unknown
    return { id, result: await job(...args) }
  } catch (error) {
    return { id, failure: String(error), code: codeOf(error) }
  }
}

parentPort?.on('message', (order: JobOrder) => {
  void answer(order).then((reply) => parentPort?.postMessage(reply))
})
