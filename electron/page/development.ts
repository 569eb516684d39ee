import type { Session } from 'electron'
import { PAGE_ORIGIN } from './origin'

/*
 * Only for `npm run dev`, where the page comes from Vite's server: its hot reloading needs inline
 * scripts, inline styles and a socket. Release builds contain none of this.
 */

const POLICY = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  'media-src take: blob:',
  "connect-src 'self' ws://localhost:*",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** Puts the looser policy on what Vite's server answers. */
export function allowDevServer(session: Session): void {
  session.webRequest.onHeadersReceived({ urls: [`${PAGE_ORIGIN}/*`] }, (details, callback) => {
    callback({
      responseHeaders: { ...details.responseHeaders, 'Content-Security-Policy': [POLICY] },
    })
  })
}

/** Whether this request goes to Vite's server, for a file or over its socket. */
export function isDevServerUrl(url: string): boolean {
  const socketOrigin = PAGE_ORIGIN.replace(/^http/, 'ws')
  return url.startsWith(`${PAGE_ORIGIN}/`) || url.startsWith(`${socketOrigin}/`)
}
