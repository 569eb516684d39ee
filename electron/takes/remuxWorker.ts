import { parentPort } from 'node:worker_threads'
import { remux } from './remux'
import type { RemuxAnswer, RemuxJob } from './remuxer'

/*
 * Runs in a thread of its own, so that copying an hour of sound does not hold up the process that
 * the window talks to.
 */

async function answer({ id, source, target }: RemuxJob): Promise<RemuxAnswer> {
  try {
    return { id, result: await remux(source, target) }
  } catch (error) {
    return { id, failure: String(error) }
  }
}

parentPort?.on('message', (job: RemuxJob) => {
  void answer(job).then((reply) => parentPort?.postMessage(reply))
})
