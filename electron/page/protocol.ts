import { join } from 'node:path'
import { protocol, type Session } from 'electron'
import { INERT_HEADERS } from './contentPolicy'
import type { AppContext } from '../ipc/appContext'
import { APP_SCHEME } from './origin'
import { pageFile } from './pageFile'
import { isShown } from '../store/sessions/sessions'
import { findTake } from '../store/takes/takes'
import { notFound, soundResponse } from './soundResponse'

const TAKE_SCHEME = 'take'

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
  // Deprecated, and yet: `handle` answers with a Response, which makes Node load its whole HTTP
  // client first, and streams it: the first paint came some 45 ms later. Its successor for files,
  // `registerSource`, came after the oldest Electron that we run in.
  const isServed = session.protocol.registerBufferProtocol(APP_SCHEME, (request, respond) => {
    void pageFile(pageFolder, request).then(respond)
  })
  if (!isServed) throw new Error('The page cannot be served')
  session.protocol.handle(TAKE_SCHEME, async (request) =>
    inert(await takeResponse(context, request)),
  )
}

/** The same response, with the policy that every response has to have. */
function inert(response: Response): Response {
  for (const [name, value] of Object.entries(INERT_HEADERS)) response.headers.set(name, value)
  return response
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
