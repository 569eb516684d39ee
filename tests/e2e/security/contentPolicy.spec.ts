import { readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { storedTakes } from '../../helpers/library'
import { expect, test } from '../fixtures'
import { SessionPage } from '../pages/session'
import { request } from './request'

const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'nonce-NONCE'",
  "font-src 'self'",
  "img-src 'self'",
  'media-src take: blob:',
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types default',
].join('; ')

const INERT_POLICY = [
  "default-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'sandbox',
].join('; ')

// In parts: Electron's fetch in main reads some fifty bodies one after the other, and may then wait
// for ever for the end of the next one. The page's own requests are not made by it.
const PARTS = 3
for (let part = 0; part < PARTS; part += 1) {
  test(`every file of the page comes with the whole policy, and a nonce used once (${String(part + 1)} of ${String(PARTS)})`, async ({
    running,
  }) => {
    const files = filesOfPage()
    expect(new Set(files.map((file) => file.split('.').at(-1)))).toEqual(
      new Set(['html', 'js', 'css', 'woff2']),
    )
    const asked = [...files.filter((_, index) => index % PARTS === part), 'index.html']
    const nonces = new Set<string>()
    for (const file of asked) {
      const answer = await request(running.app, `app://soundcheck/${file}`)
      expect(answer.status, file).toBe(200)
      const policy = answer.headers['content-security-policy']!
      expect(policy.replace(/'nonce-[^']+'/, "'nonce-NONCE'"), file).toBe(PAGE_POLICY)
      expect(answer.headers['x-content-type-options'], file).toBe('nosniff')
      expect(answer.headers['referrer-policy'], file).toBe('no-referrer')
      nonces.add(/'nonce-([^']+)'/.exec(policy)![1]!)
    }
    expect(nonces.size).toBe(asked.length)
    for (const nonce of nonces) expect(Buffer.from(nonce, 'base64')).toHaveLength(16)
  })
}

function filesOfPage(): string[] {
  return readdirSync('out/renderer', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative('out/renderer', join(parentPath, name)))
    .map((file) => file.replaceAll(sep, '/'))
}

test('what is no page comes with a policy that allows nothing', async ({ running, dataFolder }) => {
  const session = await SessionPage.start(running.page)
  await session.recordTake(1000)
  const [take] = storedTakes(dataFolder)
  for (const { url, status, range } of [
    { url: 'app://soundcheck/nothing.html', status: 404 },
    { url: 'app://soundcheck/', status: 404 },
    { url: 'app://elsewhere/index.html', status: 404 },
    { url: 'app://soundcheck/..%2fmain%2fmain.js', status: 404 },
    { url: `take://${take!.id}/`, status: 200 },
    { url: `take://${take!.id}/`, status: 206, range: 'bytes=0-9' },
    { url: `take://${take!.id}/`, status: 416, range: 'bytes=99999999-' },
    { url: `take://${take!.id}/more`, status: 404 },
    { url: 'take://0190a8f0-0000-7000-8000-000000000000/', status: 404 },
  ]) {
    const answer = await request(running.app, url, range ? { headers: { range } } : {})
    const told = `${url} ${range ?? ''}`
    expect(answer.status, told).toBe(status)
    expect(answer.headers['content-security-policy'], told).toBe(INERT_POLICY)
    expect(answer.headers['x-content-type-options'], told).toBe('nosniff')
  }
})
