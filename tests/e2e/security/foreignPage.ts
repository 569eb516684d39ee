import type { ElectronApplication } from '@playwright/test'

/**
 * Opens a hidden window in the app's own session that shows a page of somebody else's. No way leads
 * there from inside the app, so main has to be told to: what such a page can do shows what would
 * happen if a way were found.
 *
 * `https:` pages are out of reach; `app://elsewhere/` is the next best: Chromium treats it as it
 * treats https, as a secure page with an origin of its own. The app's own handler answers it with
 * "not found", so this puts another in its place: do it last in a test.
 */
export async function openForeignPage(
  app: ElectronApplication,
  { url, preload = 'none' }: { url: string; preload?: 'none' | 'in the page' | 'in frames too' },
): Promise<number> {
  return app.evaluate(
    async ({ app: electron, BrowserWindow, session }, [target, where]) => {
      const { protocol } = session.defaultSession
      if (target.startsWith('app:')) {
        protocol.unhandle('app')
        protocol.handle(
          'app',
          () =>
            new Response('<!doctype html><title>foreign</title><p>Foreign</p>', {
              headers: { 'Content-Type': 'text/html' },
            }),
        )
      }
      const foreign = new BrowserWindow({
        show: false,
        webPreferences:
          where === 'none'
            ? {}
            : {
                preload: `${electron.getAppPath()}/out/preload/preload.cjs`,
                // The app leaves this off: its frames have no bridge to begin with.
                nodeIntegrationInSubFrames: where === 'in frames too',
              },
      })
      await foreign.loadURL(target)
      return foreign.id
    },
    [url, preload] as const,
  )
}

/** Runs a script in a page that `openForeignPage` opened, as if a person had just clicked in it. */
export async function runInForeignPage(
  app: ElectronApplication,
  windowId: number,
  script: string,
): Promise<unknown> {
  return app.evaluate(
    ({ BrowserWindow }, [id, code]) =>
      BrowserWindow.fromId(id)!.webContents.executeJavaScript(code, true) as Promise<unknown>,
    [windowId, script] as const,
  )
}

/**
 * Puts a frame into such a page and answers with what the script says in there, its origin first.
 * The app lets no frame navigate, so that is taken away: this shows what is left then.
 */
export async function runInFrame(
  app: ElectronApplication,
  windowId: number,
  { url, script }: { url: string; script: string },
): Promise<unknown[]> {
  return app.evaluate(
    async ({ BrowserWindow }, [id, target, code]) => {
      const { webContents } = BrowserWindow.fromId(id)!
      webContents.removeAllListeners('will-frame-navigate')
      await webContents.executeJavaScript(`new Promise((resolve) => {
        const frame = document.createElement('iframe')
        frame.allow = 'microphone; camera'
        frame.src = ${JSON.stringify(target)}
        frame.onload = () => resolve()
        document.body.append(frame)
      })`)
      const frame = webContents.mainFrame.frames.at(-1)!
      return [frame.origin, await frame.executeJavaScript(code, true)]
    },
    [windowId, url, script] as const,
  )
}
