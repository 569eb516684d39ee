import { expect, test } from '../fixtures'
import { openForeignPage, runInForeignPage, runInFrame } from './foreignPage'

/** Everything of Chromium's that a page can ask the state of; some exist in one version only. */
const STATES = [
  'accelerometer',
  'background-fetch',
  'background-sync',
  'camera',
  'clipboard-read',
  'clipboard-write',
  'display-capture',
  'geolocation',
  'gyroscope',
  'idle-detection',
  'keyboard-lock',
  'local-fonts',
  'magnetometer',
  'midi',
  'notifications',
  'payment-handler',
  'periodic-background-sync',
  'persistent-storage',
  'pointer-lock',
  'screen-wake-lock',
  'storage-access',
  'window-management',
]

/** Ways to ask for something, and what an answer that gives nothing away looks like. */
const ATTEMPTS: Record<string, { code: string; refusal: RegExp }> = {
  camera: { code: 'navigator.mediaDevices.getUserMedia({ video: true })', refusal: /NotAllowed/ },
  'camera and microphone': {
    code: 'navigator.mediaDevices.getUserMedia({ audio: true, video: true })',
    refusal: /NotAllowed/,
  },
  screen: { code: 'navigator.mediaDevices.getDisplayMedia()', refusal: /NotAllowed/ },
  'screen, the old way': {
    code: `navigator.mediaDevices.getUserMedia({
      video: { mandatory: { chromeMediaSource: 'desktop' } } })`,
    refusal: /NotAllowed/,
  },
  'sound of the page': {
    code: `navigator.mediaDevices.getUserMedia({ audio: { mandatory: { chromeMediaSource: 'tab' } } })`,
    refusal: /NotAllowed|Abort/,
  },
  notifications: { code: 'Notification.requestPermission()', refusal: /^denied$/ },
  place: {
    code: `new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve,
      ({ code }) => reject(code === 1 ? new DOMException('', 'NotAllowedError') : code)))`,
    refusal: /NotAllowed/,
  },
  MIDI: { code: 'navigator.requestMIDIAccess({ sysex: true })', refusal: /NotAllowed/ },
  'reading the clipboard': { code: 'navigator.clipboard.readText()', refusal: /NotAllowed/ },
  'writing the clipboard': { code: `navigator.clipboard.writeText('x')`, refusal: /NotAllowed/ },
  USB: { code: 'navigator.usb.requestDevice({ filters: [] })', refusal: /NotFound/ },
  'USB known': { code: 'navigator.usb.getDevices()', refusal: /^$/ },
  HID: { code: 'navigator.hid.requestDevice({ filters: [] })', refusal: /^$/ },
  serial: { code: 'navigator.serial.requestPort()', refusal: /NotFound/ },
  'idle state': { code: 'IdleDetector.requestPermission()', refusal: /^denied$/ },
  'other screens': { code: 'getScreenDetails()', refusal: /NotAllowed/ },
  'staying awake': { code: 'navigator.wakeLock.request()', refusal: /NotAllowed/ },
  'storage for ever': { code: 'navigator.storage.persist()', refusal: /^false$/ },
  fonts: { code: 'queryLocalFonts()', refusal: /^$/ },
}

/** Runs an attempt in a page; answers with the result as text, or with the name of the error. */
const outcome = (code: string): string =>
  `Promise.race([
    Promise.resolve().then(() => ${code}).then(String, (error) => error.name),
    new Promise((resolve) => setTimeout(() => resolve('no answer'), 5000)),
  ])`

const stateOf = (name: string): string =>
  `navigator.permissions.query({ name: '${name}' }).then(({ state }) => state, () => 'unknown')`

test('our page may listen, and nothing else', async ({ page, running }) => {
  expect(await page.evaluate<string>(stateOf('microphone'))).toBe('granted')
  for (const name of STATES) {
    expect(await page.evaluate<string>(stateOf(name)), name).toMatch(/^(denied|unknown)$/)
  }
  const sound = 'navigator.mediaDevices.getUserMedia({ audio: true })'
  expect(await page.evaluate<string>(outcome(sound))).toBe('[object MediaStream]')
  for (const [what, { code, refusal }] of Object.entries(ATTEMPTS)) {
    expect(await page.evaluate<string>(outcome(code)), what).toMatch(refusal)
  }

  // Refusing full screen gets no answer at all.
  await page.evaluate(() => void document.documentElement.requestFullscreen().catch(() => {}))
  await page.waitForTimeout(1000)
  expect(await page.evaluate(() => document.fullscreenElement)).toBeNull()
  expect(
    await running.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => window.isFullScreen()),
    ),
  ).toEqual([false])
})

test('a page without an origin gets nothing', async ({ running }) => {
  const foreign = await openForeignPage(running.app, { url: 'data:text/html,<p>Foreign</p>' })
  for (const name of ['microphone', ...STATES]) {
    const state = await runInForeignPage(running.app, foreign, stateOf(name))
    expect(state, name).toMatch(/^(denied|unknown)$/)
  }
  const notifications = await runInForeignPage(
    running.app,
    foreign,
    outcome('Notification.requestPermission()'),
  )
  expect(notifications).toBe('denied')
})

test('a page of another origin gets nothing, not even the microphone or its name', async ({
  running,
}) => {
  const foreign = await openForeignPage(running.app, { url: 'app://elsewhere/' })
  for (const name of ['microphone', ...STATES]) {
    const state = await runInForeignPage(running.app, foreign, stateOf(name))
    expect(state, name).toMatch(/^(denied|unknown)$/)
  }
  const microphone = {
    code: 'navigator.mediaDevices.getUserMedia({ audio: true })',
    refusal: /NotAllowed/,
  }
  for (const [what, { code, refusal }] of Object.entries({ ...ATTEMPTS, microphone })) {
    expect(await runInForeignPage(running.app, foreign, outcome(code)), what).toMatch(refusal)
  }
  expect(await runInForeignPage(running.app, foreign, DEVICE_NAMES)).toBe('')
})

test('a foreign frame inside a page of ours gets nothing either', async ({ running }) => {
  const { app } = running
  const host = await openForeignPage(app, { url: 'app://soundcheck/host' })
  const url = 'app://elsewhere/'
  for (const { script, refusal } of [
    { script: stateOf('microphone'), refusal: 'denied' },
    {
      script: outcome('navigator.mediaDevices.getUserMedia({ audio: true })'),
      refusal: 'NotAllowedError',
    },
    { script: DEVICE_NAMES, refusal: '' },
  ]) {
    expect(await runInFrame(app, host, { url, script })).toEqual(['app://elsewhere', refusal])
  }
  // The page itself has them: otherwise their absence above would mean nothing.
  expect(await runInForeignPage(app, host, DEVICE_NAMES)).not.toBe('')
})

const DEVICE_NAMES = `navigator.mediaDevices.enumerateDevices()
  .then((devices) => devices.map(({ label }) => label).join(''))`
