import { expect, test } from '../fixtures'
import { request } from './request'

/** Files that are there, outside of the page's folder; each as many steps away as is written. */
const ESCAPES = [
  'app://soundcheck/../main/main.js',
  'app://soundcheck/../../package.json',
  'app://soundcheck/../../../../../../../../etc/hosts',
  'app://soundcheck/assets/../../main/main.js',
  'app://soundcheck/%2e%2e/main/main.js',
  'app://soundcheck/%2E%2E/main/main.js',
  'app://soundcheck/.%2e/main/main.js',
  'app://soundcheck/..%2fmain%2fmain.js',
  'app://soundcheck/..%2Fmain/main.js',
  'app://soundcheck/%2e%2e%2f%2e%2e%2fpackage.json',
  'app://soundcheck/..%5cmain%5cmain.js',
  'app://soundcheck/..\\main\\main.js',
  'app://soundcheck/%252e%252e%252fmain/main.js',
  'app://soundcheck//etc/hosts',
  'app://soundcheck/%2fetc%2fhosts',
  'app://soundcheck/C:/windows/win.ini',
  'app://soundcheck/file:///etc/hosts',
  'app://soundcheck/\\\\server\\share\\x.js',
]

const NOTHING_THERE = [
  'app://soundcheck/',
  'app://soundcheck/.',
  'app://soundcheck/assets',
  'app://soundcheck/assets/',
  'app://soundcheck/index.html/',
  'app://soundcheck/index.html%00',
  'app://soundcheck/index.html%00.js',
  'app://soundcheck/%00index.html',
  'app://soundcheck/%',
  'app://soundcheck/%ff.js',
  `app://soundcheck/${'x'.repeat(5000)}.js`,
  'app://elsewhere/index.html',
  'app://soundcheck.evil/index.html',
  'app://index.html',
]

test('no way of writing a path leads out of the page’s folder', async ({ running }) => {
  for (const url of [...ESCAPES, ...NOTHING_THERE]) {
    const answer = await request(running.app, url)
    expect({ ...answer, headers: {} }, url).toEqual({ status: 404, headers: {}, body: '' })
  }
  // Ways of writing a path that is inside are all the same to it.
  for (const url of [
    'app://soundcheck/index.html',
    'app://SoundCheck/assets/../%69ndex.html?x#y',
  ]) {
    const answer = await request(running.app, url)
    expect(answer.status, url).toBe(200)
    expect(answer.body, url).toContain('<title>Soundcheck</title>')
  }
})

test('only reading is possible', async ({ running }) => {
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS']) {
    const answer = await request(running.app, 'app://soundcheck/index.html', { method })
    expect({ ...answer, headers: {} }, method).toEqual({ status: 404, headers: {}, body: '' })
  }
})
