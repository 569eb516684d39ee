import { BrowserWindow, ipcMain } from 'electron'
import { eventChannel, requestChannel, type Reply } from '../../shared/bridge'
import type { EventName, EventPayload, RequestName } from '../../shared/contract'
import { answer, type RequestHandlers } from './answerRequest'
import { isOurPage } from '../page/origin'
import { replyError } from './replyError'
import { AppError } from '../../shared/errors'

/** A handler that the contract does not know must not compile, even when objects were merged. */
type NothingBut<Names extends PropertyKey, Handlers> = Record<Exclude<keyof Handlers, Names>, never>

/**
 * Binds the contract: exactly one handler for every request. Call it once.
 * @param onDamage a request has found the database damaged
 */
export function bindRequests<Handlers extends RequestHandlers>(
  handlers: Handlers & NothingBut<RequestName, Handlers>,
  onDamage: () => void,
): void {
  for (const name of Object.keys(handlers) as RequestName[]) {
    bindRequest(name, handlers[name], onDamage)
  }
}

function bindRequest<Name extends RequestName>(
  name: Name,
  handler: RequestHandlers[Name],
  onDamage: () => void,
): void {
  ipcMain.handle(
    requestChannel(name),
    async ({ senderFrame }, input: unknown): Promise<Reply<unknown>> => {
      if (!isOurPage(senderFrame)) {
        return { ok: false, error: replyError(new AppError('FOREIGN_SENDER', name)) }
      }
      const reply = await answer(name, handler, input)
      if (!reply.ok && reply.error.code === 'DATA_DAMAGED') onDamage()
      return reply
    },
  )
}

/** Sends an event of the contract to the page; a window that is gone hears nothing. */
export function sendEvent<Name extends EventName>(
  window: BrowserWindow,
  name: Name,
  ...[payload]: EventPayload<Name> extends undefined ? [] : [payload: EventPayload<Name>]
): void {
  if (!window.isDestroyed()) window.webContents.send(eventChannel(name), payload)
}

/** Sends an event to whatever window there is by now. */
export function tellWindows<Name extends EventName>(
  name: Name,
  ...payload: EventPayload<Name> extends undefined ? [] : [payload: EventPayload<Name>]
): void {
  for (const window of BrowserWindow.getAllWindows()) sendEvent(window, name, ...payload)
}
