import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { protocol, type Session } from 'electron'
import { INERT_HEADERS, securityHeaders, withNonce } from './contentPolicy'
import type { AppContext } from './context'
import { codeOf } from './disk'
import { APP_HOST, APP_SCHEME } from './origin'
import { isShown } from './store/sessions'
import { findTake } from './store/takes'
import { notFound, soundResponse } from './takes/soundResponse'

const TAKE_SCHEME = 'take'

const MIME_TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
}

const NO_FILE_CODES = ['ENOENT', 'EISDIR', 'ENOTDIR', 'ENAMETOOLONG']

/** Call before `ready`. Both count as real origins, so that the page is a secure context. */
export function registerSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
    { scheme: TAKE_SCHEME, privileges: { standard: true, secure: true, stream: true } },
  ])
}

/** Serves the page's files and the sound of takes. */
export function serve(session: Session, context: Pick<AppContext, 'db' | 'takeFiles'>): void {
  const pageFolder = join(import.meta.dirname, '../renderer')
  session.protocol.handle(APP_SCHEME, (request) => pageResponse(pageFolder, request))
  session.protocol.handle(TAKE_SCHEME, async (request) =>
    inert(await takeResponse(context, request)),
  )
}

async function pageResponse(folder: string, request: Request): Promise<Response> {
  const { host, pathname } = new URL(request.url)
  if (host !== APP_HOST || request.method !== 'GET') return inert(notFound())
  const path = insideOf(folder, pathname)
  const type = MIME_TYPES[extname(pathname)]
  if (path === null || type === undefined) return inert(notFound())
  try {
    const nonce = randomBytes(16).toString('base64')
    const bytes = await readFile(path)
    const body = extname(pathname) === '.html' ? withNonce(bytes.toString('utf8'), nonce) : bytes
    return new Response(body, { headers: { ...securityHeaders(nonce), 'Content-Type': type } })
  } catch (error) {
    if (NO_FILE_CODES.includes(codeOf(error) ?? '')) return inert(notFound())
    throw error
  }
}

/** The same response, with the policy that every response has to have. */
function inert(response: Response): Response {
  for (const [name, value] of Object.entries(INERT_HEADERS)) response.headers.set(name, value)
  return response
}

/** The file that a URL's path names, or null when that would be outside of the folder. */
function insideOf(folder: string, pathname: string): string | null {
  let decoded: string
  try {
    decoded = decodeURIComponent(pathname)
  } catch {
    return null
  }
  if (decoded.includes('\0')) return null
  const path = normalize(join(folder, decoded))
  return path.startsWith(folder + sep) ? path : null
}

async function takeResponse(
  { db, takeFiles }: Pick<AppContext, 'db' | 'takeFiles'>,
  request: Request,
): Promise<Response> {
  const { host: takeId, pathname } = new URL(request.url)
  if (pathname !== '/' || request.method !== 'GET') return notFound()
  const take = findTake(db, takeId)
  if (!take || take.deletedAtMs !== null || take.state === 'recording') return notFound()
  if (!isShown(db, take.sessionId)) return notFound()
  const path = takeFiles.audio({ takeId, sessionId: take.sessionId })
  return soundResponse(path, request.headers.get('Range'))
}
