import {
  app,
  systemPreferences,
  type Event,
  type MediaAccessPermissionRequest,
  type Session,
  type WebContents,
} from 'electron'
import { allowDevServer, isDevServerUrl } from './development'
import { IS_DEVELOPMENT, isOurs, PAGE_URL } from './origin'

/** Everything that Soundcheck shows comes from this machine. */
const LOCAL_SCHEMES = ['app:', 'take:', 'blob:', 'data:', 'devtools:']

/** Call before `ready`: keeps Chromium itself from reaching for the network, and every page in its place. */
export function hardenChromium(): void {
  app.commandLine.appendSwitch('disable-background-networking')
  app.commandLine.appendSwitch('disable-component-update')
  app.commandLine.appendSwitch('disable-domain-reliability')
  app.commandLine.appendSwitch('no-pings')
  // No name leads anywhere, whoever asks.
  if (!IS_DEVELOPMENT) app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  app.on('web-contents-created', (_event, contents) => hardenContents(contents))
}

/** Grants the microphone to our page, and nothing else to anyone; lets no request leave the machine. */
export function hardenSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, callback, details) => {
    if (permission === 'media' && isMicrophoneAlone(details)) void grantMicrophone(callback)
    else callback(false)
  })
  session.setPermissionCheckHandler(
    (_contents, permission, origin, details) =>
      permission === 'media' && details.mediaType === 'audio' && isOurs(origin),
  )
  session.setDevicePermissionHandler(() => false)
  session.setSpellCheckerEnabled(false)

  session.webRequest.onBeforeRequest(({ url }, callback) => callback({ cancel: !isLocal(url) }))
  if (IS_DEVELOPMENT) allowDevServer(session)
}

function isMicrophoneAlone(details: MediaAccessPermissionRequest | object): boolean {
  if (!('mediaTypes' in details) || !('securityOrigin' in details)) return false
  const { mediaTypes, securityOrigin } = details
  return mediaTypes?.join() === 'audio' && isOurs(securityOrigin)
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
    if (!(IS_DEVELOPMENT && isOurs(event.url))) event.preventDefault()
  }
  contents.on('will-frame-navigate', refuse)
  contents.on('will-redirect', refuse)
  // Nothing asks before about:blank.
  contents.on('did-navigate', (_event, url) => {
    if (url === 'about:blank') void contents.loadURL(PAGE_URL)
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}
