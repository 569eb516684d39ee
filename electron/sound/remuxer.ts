import type { BackgroundThread } from '../background/thread'
import type { Growth } from './readableLength'
import type { RemuxResult } from './remux'

/** Something that makes a file with a length and an index out of a recording; see remux.ts. */
export interface Remuxer {
  /** Starts what takes time to start; call it when a recording begins. */
  warmUp(): void
  /** @throws when not even trying was possible; the source is then as it was. */
  remux(source: string, target: string): Promise<RemuxResult>
  /** How much sound a file holds up to where it ends or makes no sense any more. */
  readableMs(source: string): Promise<number>
  /** Copies a recording that is still being made; see followRecording.ts. */
  follow(source: string, target: string): Promise<number>
  /** Says how far the recording has come to whoever makes this copy of it. */
  tell(target: string, growth: Growth): void
}

/** Copying an hour of sound takes a second that nobody should have to wait for. */
export function remuxerOn(thread: BackgroundThread): Remuxer {
  return {
    warmUp: () => thread.warmUp(),
    remux: (source, target) => thread.run('remux', source, target),
    readableMs: (source) => thread.run('readableMs', source),
    follow: (source, target) => thread.run('follow', source, target),
    // When this fails the copy has failed too, and says so.
    tell: (target, growth) => void thread.run('tell', target, growth).catch(() => {}),
  }
}
