import { jobs, type JobName } from '../../../../electron/background/jobs'
import type { BackgroundThread } from '../../../../electron/background/thread'

/**
 * Does a thread's jobs right here, with what the test has put in the place of files and clocks.
 * @param done what each job waits for after it was done, before it answers
 */
export function directThread(
  done: (name: JobName) => Promise<void> = () => Promise.resolve(),
): BackgroundThread {
  const run = async (name: JobName, ...args: unknown[]): Promise<unknown> => {
    const job = jobs[name] as (...args: unknown[]) => Promise<unknown>
    const result = await job(...args)
    await done(name)
    return result
  }
  return { run } as unknown as BackgroundThread
}
