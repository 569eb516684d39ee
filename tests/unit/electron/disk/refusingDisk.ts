import { afterEach } from 'vitest'

/**
 * A disk that refuses. A test file puts it in the place of the file layer,
 *
 *   vi.mock('node:fs', async (original) => (await import('../refusingDisk')).refusing(await original()))
 *
 * and then says what is refused: given the name of a call, as in 'renameSync', and its first
 * argument, an error's code, as in 'EACCES', or null.
 */
export const disk = {
  refuse: (_call: string, _path: string): string | null => null,
}

// Before whatever the test made is removed.
afterEach(() => {
  disk.refuse = () => null
})

const CALLS = [
  'copyFileSync',
  'fsyncSync',
  'mkdir',
  'mkdirSync',
  'open',
  'openSync',
  'readdirSync',
  'rename',
  'renameSync',
  'rmSync',
  'statSync',
  'symlinkSync',
  'writeFile',
  'writeFileSync',
]

/** The module, node:fs or node:fs/promises, with calls that the disk may refuse. */
export function refusing(real: object): object {
  const changed = Object.fromEntries(
    Object.entries(real)
      .filter(([name]) => CALLS.includes(name))
      .map(([name, call]) => [name, refusable(name, call as Call)]),
  )
  return { ...real, ...changed, default: { ...real, ...changed } }
}

type Call = (path: string | number, ...rest: unknown[]) => unknown

function refusable(name: string, call: Call): Call {
  // The asynchronous ones reject, as the real ones do.
  const isAsync = !name.endsWith('Sync')
  return (path, ...rest) => {
    const code = disk.refuse(name, String(path))
    if (code === null) return call(path, ...rest)
    const error = Object.assign(new Error(`${code}: ${name} ${String(path)}`), { code })
    if (isAsync) return Promise.reject(error)
    throw error
  }
}
