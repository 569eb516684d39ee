import type { WebFrameMain } from 'electron'

export const APP_SCHEME = 'app'
export const APP_HOST = 'soundcheck'
const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`

/** Where the page comes from while developing: Vite's server. Release builds know no such place. */
const DEV_SERVER_URL: string | null = import.meta.env.DEV
  ? (process.env.ELECTRON_RENDERER_URL ?? null)
  : null

export const IS_DEVELOPMENT = DEV_SERVER_URL !== null

/** The page that the window shows. */
export const PAGE_URL = DEV_SERVER_URL ?? `${APP_ORIGIN}/index.html`
export const PAGE_ORIGIN = DEV_SERVER_URL === null ? APP_ORIGIN : new URL(DEV_SERVER_URL).origin

/** Whether a URL or an origin is ours. (`new URL(...).origin` knows no origin for our scheme.) */
export function isOurOrigin(url: string | undefined): boolean {
  return url !== undefined && (url === PAGE_ORIGIN || url.startsWith(`${PAGE_ORIGIN}/`))
}

/** Whether this is the main frame of our own page, and nobody else. */
export function isOurPage(frame: WebFrameMain | null): boolean {
  return frame !== null && frame.parent === null && frame.origin === PAGE_ORIGIN
}
