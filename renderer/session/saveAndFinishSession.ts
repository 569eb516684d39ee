import { request } from '../api'
import type { Capture } from '../capture/capture'

/**
 * Saves the take that is running, if there is one, then ends the session. Where that take has a
 * fault the session goes on, so that it can be read; asked again, it ends.
 * @returns whether it has ended
 * @throws {AppError} when main refuses to end it
 */
export async function saveAndFinishSession(
  capture: Pick<Capture, 'stop'>,
  sessionId: string,
): Promise<boolean> {
  const { fault } = await capture.stop()
  if (fault) return false
  await request('sessions.finish', { sessionId })
  return true
}
