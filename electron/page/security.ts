import {
  app,
  systemPreferences,
  type Event,
  type MediaAccessPermissionRequest,
  type PermissionRequest,
  type Session,
  type WebContents,
} from 'electron'
import { allowDevServer, isDevServerUrl } from './development'
import { IS_DEVELOPMENT, isOurOrigin, PAGE_URL } from './origin'

/** Everything that Soundcheck shows comes from this machine. */
const LOCAL_SCHEMES = ['app:', 'take:', 'blob:', 'data:', 'devtools:']

/**
 * Call before `ready`: keeps Chromium itself from reaching for the network, and every session and
 * page in its place from the moment it is made.
 */
export function hardenChromium(): void {
  app.commandLine.appendSwitch('disable-background-networking')
  app.commandLine.appendSwitch('disable-component-update')
  app.commandLine.appendSwitch('disable-domain-reliability')
  app.commandLine.appendSwitch('no-pings')
  // No name leads anywhere, whoever asks.
  if (!IS_DEVELOPMENT) app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  app.on('session-created', hardenSession)
  app.on('web-contents-created', (_event, contents) => hardenContents(contents))
}

/** Grants the microphone to our page, and nothing else to anyone; lets no request leave the machine. */
export function hardenSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, callback, details) => {
    if (permission === 'media' && isMicrophoneForUs(details)) void grantMicrophone(callback)
    else callback(false)
  })
  session.setPermissionCheckHandler(
    (_contents, permission, origin, { mediaType, isMainFrame, securityOrigin = origin }) =>
      permission === 'media' &&
      mediaType === 'audio' &&
      isMainFrame &&
      isOurOrigin(origin) &&
      // Whoever asks for the names of microphones is named here; `origin` is the page around it.
      isOurOrigin(securityOrigin),
  )
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
  // Switched off it still fetches the dictionary of the system's language; of none, it fetches none.
  session.setSpellCheckerLanguages([])
  session.setSpellCheckerEnabled(false)

  session.webRequest.onBeforeRequest(({ url }, callback) => callback({ cancel: !isLocal(url) }))
  if (IS_DEVELOPMENT) allowDevServer(session)
}

function isMicrophoneForUs(details: PermissionRequest | MediaAccessPermissionRequest): boolean {
  if (!('mediaTypes' in details)) return false
  const { mediaTypes, securityOrigin, isMainFrame } = details
  return mediaTypes?.join() === 'audio' && isMainFrame && isOurOrigin(securityOrigin)
}

/** macOS keeps its own list of who may listen, and asks the person the first time. */
async function grantMicrophone(callback: (isGranted: boolean) => void): Promise<void> {
  callback(
    process.platform !== 'darwin' || (await systemPreferences.askForMediaAccess('microphone')),
  )
}

function isLocal(url: string): boolean {
  return LOCAL_SCHEMES.some((scheme) => url.startsWith(scheme)) || isInDevelopment(url)
}

function isInDevelopment(url: string): boolean {
  return IS_DEVELOPMENT && isDevServerUrl(url)
}

/** The page stays where it is and opens nothing; a dropped file cannot take its place. */
function hardenContents(contents: WebContents): void {
  const refuse = (event: Event<{ url: string }>): void => {
    if (!(IS_DEVELOPMENT && isOurOrigin(event.url))) event.preventDefault()
  }
  contents.on('will-frame-navigate', refuse)
  contents.on('will-redirect', refuse)
  // Nothing asks before these two, and stopping them ends the process: so it comes back at once.
  const comeBack = (): void => {
    // Leaving again in the meantime ends this attempt; another follows.
    contents.loadURL(PAGE_URL).catch(() => {})
  }
  contents.on('did-navigate', (_event, url) => {
    if (url.startsWith('about:blank')) comeBack()
  })
  contents.on('did-fail-load', (_event, _code, _reason, url, isMainFrame) => {
    if (isMainFrame && url.startsWith('about:srcdoc')) comeBack()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}
