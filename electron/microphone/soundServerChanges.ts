import { type ChildProcess, spawn } from 'node:child_process'

/** Without any news what is known is looked at again after this time. */
const TRUST_FOR_MS = 20_000
/** Of a microphone, of what records from one, and of which one is the default. */
const ABOUT_MICROPHONES = /source|server/

/**
 * Says when it is worth asking Linux's sound server again, which tells of changes by itself. To ask
 * starts a program and holds up everything in main for 8 ms, each time.
 */
export class SoundServerChanges {
  #listener: ChildProcess | null = null
  #listensSinceMs = Number.NEGATIVE_INFINITY
  #isNews = true
  #takenAtMs = Number.NEGATIVE_INFINITY

  constructor() {
    process.once('exit', () => this.close())
  }

  /** Whether something may be different since this last said so. */
  take(): boolean {
    const nowMs = performance.now()
    if (nowMs - this.#listensSinceMs >= TRUST_FOR_MS) this.#listen()
    if (!this.#isNews && nowMs - this.#takenAtMs < TRUST_FOR_MS) return false
    this.#isNews = false
    this.#takenAtMs = nowMs
    return true
  }

  close(): void {
    this.#listener?.kill()
    this.#listener = null
  }

  #listen(): void {
    if (this.#listener || process.platform !== 'linux') return
    this.#listensSinceMs = performance.now()
    this.#isNews = true
    const listener = spawn('pactl', ['subscribe'], {
      stdio: ['ignore', 'pipe', 'ignore'],
      // Its words are read, and they would be in the person's language.
      env: { ...process.env, LC_ALL: 'C' },
    })
    const ended = (): void => {
      if (this.#listener === listener) this.#listener = null
    }
    this.#listener = listener
    listener.on('error', ended) // no pactl
    listener.on('close', ended) // no server, or it went
    listener.stdout.on('data', (lines: Buffer) => {
      if (ABOUT_MICROPHONES.test(String(lines))) this.#isNews = true
    })
  }
}
