import { existsSync, readFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { withDescendants } from '../../faults/kills/processes'

/**
 * The memory of a process and of everything that it started, in megabytes. Proportional: what
 * processes share is counted once, in shares.
 * @throws where the system does not tell (only Linux does)
 */
export function memoryMb(pid: number): number {
  return sumOver(pid, (each) => {
    const [, kilobytes = '0'] = /^Pss:\s+(\d+)/m.exec(read(each, 'smaps_rollup')) ?? []
    return Number(kilobytes) / 1024
  })
}

/**
 * The time that a process and everything that it started have spent on a core, in seconds.
 * @throws where the system does not tell (only Linux does)
 */
export function cpuSeconds(pid: number): number {
  const ticks = sumOver(pid, (each) => {
    // The name before it stands in brackets and may hold anything; user and system time are the
    // 14th and 15th field of the line.
    const fields = read(each, 'stat').split(') ').at(-1)?.split(' ') ?? []
    return Number(fields[11] ?? 0) + Number(fields[12] ?? 0)
  })
  return ticks / ticksPerSecond()
}

function sumOver(pid: number, figure: (pid: number) => number): number {
  if (!existsSync('/proc/self/smaps_rollup'))
    throw new Error('Only Linux tells what a process uses')
  return withDescendants(pid).reduce((sum, each) => sum + figure(each), 0)
}

/** Nothing for a process that has just ended. */
function read(pid: number, what: string): string {
  try {
    return readFileSync(`/proc/${String(pid)}/${what}`, 'utf8')
  } catch {
    return ''
  }
}

function ticksPerSecond(): number {
  return Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }))
}
