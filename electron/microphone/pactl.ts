import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { promisify } from 'node:util'

/** It answers in 10 ms; nobody waits for one that hangs. */
const ANSWER_WITHIN_MS = 2000

/**
 * Asks Linux's sound server, PulseAudio or PipeWire, and answers with what `pactl` printed: in
 * English and with points in its numbers, whatever language the person's system speaks.
 * @throws where there is no `pactl`, or no server that it knows
 */
export async function askPactl(...args: string[]): Promise<string> {
  const options = { timeout: ANSWER_WITHIN_MS, env: inEnglish() }
  const { stdout } = await promisify(execFile)('pactl', args, options)
  return stdout
}

/** Starts a `pactl` that prints a line for whatever changes, until it is killed. */
export function subscribeWithPactl(): ChildProcess & { stdout: NodeJS.ReadableStream } {
  return spawn('pactl', ['subscribe'], { stdio: ['ignore', 'pipe', 'ignore'], env: inEnglish() })
}

function inEnglish(): NodeJS.ProcessEnv {
  return { ...process.env, LC_ALL: 'C' }
}
