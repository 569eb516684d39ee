import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

/** A socket of the internet's kind that a process holds, as Linux tells it. */
export interface HeldSocket {
  pid: number
  protocol: string
  /** In the kernel's own hexadecimal way of writing: address:port. */
  local: string
  remote: string
  isListening: boolean
}

const PROTOCOLS = [
  'tcp',
  'tcp6',
  'udp',
  'udp6',
  'udplite',
  'udplite6',
  'raw',
  'raw6',
  'icmp',
  'icmp6',
]
const LISTENING = '0A'

/** The sockets of a process and of everything that it has started. */
export function socketsOf(rootPid: number): HeldSocket[] {
  return processTree(rootPid).flatMap((pid) => {
    const inodes = socketInodes(pid)
    return PROTOCOLS.flatMap((protocol) =>
      linesOf(`/proc/${pid}/net/${protocol}`).flatMap((line) => {
        const [, local = '', remote = '', state, , , , , , inode = ''] = line.trim().split(/\s+/)
        if (!inodes.has(inode)) return []
        return [{ pid, protocol, local, remote, isListening: state === LISTENING }]
      }),
    )
  })
}

/** Looks again and again, and keeps what was seen. */
export function watchSockets(rootPid: number): () => HeldSocket[] {
  const seen = new Map<string, HeldSocket>()
  const look = (): void => {
    for (const socket of socketsOf(rootPid)) seen.set(JSON.stringify(socket), socket)
  }
  const timer = setInterval(look, 250)
  return () => {
    look()
    clearInterval(timer)
    return [...seen.values()]
  }
}

export function isLoopback(address: string): boolean {
  return /^(?:0100007F|00000000000000000000000001000000|0000000000000000FFFF00000100007F):/.test(
    address,
  )
}

export function processTree(rootPid: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => ({ pid: Number(pid), parent: parentOf(pid) }))
  const tree = [rootPid]
  // Grows while it is walked: each one's children come after it.
  for (const pid of tree) {
    for (const child of parents) if (child.parent === pid) tree.push(child.pid)
  }
  return tree
}

function parentOf(pid: string): number | undefined {
  const [stat = ''] = linesOf(`/proc/${pid}/stat`, 0)
  // The name comes before it, in brackets, and may hold anything.
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
}

function socketInodes(pid: number): Set<string> {
  const inodes = new Set<string>()
  for (const descriptor of whatIsThere(() => readdirSync(`/proc/${pid}/fd`))) {
    const target = whatIsThere(() => [readlinkSync(`/proc/${pid}/fd/${descriptor}`)])[0] ?? ''
    const inode = /^socket:\[(\d+)\]$/.exec(target)?.[1]
    if (inode !== undefined) inodes.add(inode)
  }
  return inodes
}

function linesOf(file: string, headLines = 1): string[] {
  return whatIsThere(() => readFileSync(file, 'utf8').split('\n').slice(headLines))
}

/** A process can end while it is looked at. */
function whatIsThere(read: () => string[]): string[] {
  try {
    return read()
  } catch {
    return []
  }
}
