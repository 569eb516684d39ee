import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'

/** A system call that puts something on the disk for good, or renames or removes it. */
export interface Call {
  name: 'sync' | 'rename' | 'remove'
  /** What it is about; for a rename the new name. */
  path: string
  beganAtMs: number
  endedAtMs: number
}

/** The disk is made so slow that an answer that does not wait for it comes too early by far. */
export const SYNC_MS = 50

const WITH_PATHS_AND_TIMES = ['-y', '-ttt', '-T', '-s', '0']
const WATCHED = ['-e', 'trace=fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat']
const SLOW_DISK = ['-e', `inject=fsync,fdatasync:delay_exit=${String(SYNC_MS * 1000)}`]

export type Trace =
  | { state: 'refused'; reason: string }
  /** Ends it, and answers with what was called, in order. */
  | { state: 'running'; stop: () => Promise<Call[]> }

/** Watches a running process, all its threads, from outside. */
export async function trace(pid: number, logFile: string): Promise<Trace> {
  const tracer = spawn(
    'strace',
    ['-f', '-p', String(pid), '-o', logFile, ...WITH_PATHS_AND_TIMES, ...WATCHED, ...SLOW_DISK],
    { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, LC_ALL: 'C' } },
  )
  const ended = once(tracer, 'close').catch((error: unknown) => [error])
  let said = ''
  const attached = new Promise<boolean>((resolve) => {
    tracer.stderr.on('data', (text) => {
      said += String(text)
      if (/attached/.test(said)) resolve(true)
    })
  })
  const isAttached = await Promise.race([attached, ended.then(() => false)])
  if (!isAttached) return { state: 'refused', reason: said.trim() || 'there is no strace here' }
  const stop = async () => {
    tracer.kill('SIGINT')
    await ended
    return callsIn(readFileSync(logFile, 'utf8'))
  }
  return { state: 'running', stop }
}

/** A call that another thread's interrupted stands on two lines. */
export function callsIn(log: string): Call[] {
  const unfinished = new Map<string, string>()
  const calls: Call[] = []
  for (const line of log.split('\n')) {
    const [, thread = '', rest = ''] = /^(\d+)\s+(.*)$/.exec(line) ?? []
    if (rest.endsWith('<unfinished ...>')) {
      unfinished.set(thread, rest.slice(0, -'<unfinished ...>'.length))
      continue
    }
    const [, end] = /<\.\.\. \w+ resumed>(.*)$/.exec(rest) ?? []
    const call = callOf(end === undefined ? rest : (unfinished.get(thread) ?? '') + end)
    if (call) calls.push(call)
  }
  return calls.toSorted((a, b) => a.beganAtMs - b.beganAtMs)
}

/** As in `1700000000.123456 fsync(45</folder/file>) = 0 (DELAYED) <0.000210>`; null when it failed. */
function callOf(text: string): Call | null {
  const [, seconds, name, parameters = '', delayed, tookSeconds] =
    /^(\d+\.\d+) (\w+)\((.*)\)\s+= 0 (\(DELAYED\) )?<(\d+\.\d+)>/.exec(text) ?? []
  if (name === undefined) return null
  const paths = [...parameters.matchAll(/"([^"]*)"|\d+<([^>]*)>/g)].map(
    ([, quoted, open]) => quoted ?? open ?? '',
  )
  const beganAtMs = Number(seconds) * 1000
  const tookMs = Number(tookSeconds) * 1000 + (delayed === undefined ? 0 : SYNC_MS)
  return {
    name: name.includes('sync') ? 'sync' : name.startsWith('rename') ? 'rename' : 'remove',
    path: paths.at(-1) ?? '',
    beganAtMs,
    endedAtMs: beganAtMs + tookMs,
  }
}
