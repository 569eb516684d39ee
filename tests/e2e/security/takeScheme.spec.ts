import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Session, Take } from '../../../shared/model'
import { ask } from '../../helpers/ask'
import { storeTake } from '../../helpers/storeTake'
import { expect, test } from '../fixtures'
import { request } from './request'

const NOT_FOUND = { status: 404, headers: expect.any(Object), body: '' }

/** A new session's questions, to store takes for. */
async function questionsOf(page: Page): Promise<{ sessionId: string; questionId: string }[]> {
  const reply = await ask(page, 'sessions.start', { kind: 'pack', packId: 'backend-developer' })
  if (!reply.ok) throw new Error(reply.error.detail)
  const { id: sessionId, questions } = reply.value as Session
  return questions.map(({ id: questionId }) => ({ sessionId, questionId }))
}

async function storeOne(page: Page): Promise<Take> {
  const [question] = await questionsOf(page)
  return storeTake(page, question!)
}

test('a take is served by its id and by nothing else', async ({ page, running, dataFolder }) => {
  const [first, second, third] = await questionsOf(page)
  const ready = await storeTake(page, first!)
  const hidden = await storeTake(page, second!)
  await ask(page, 'takes.delete', { takeId: hidden.id })
  const recording = await storeTake(page, third!, { finish: false })
  const { app } = running
  const folder = join(dataFolder, 'takes', ready.sessionId)
  // A sound file that belongs to no take, under a name that one could have.
  const stray = '0190a8f0-0000-7000-8000-000000000000'
  writeFileSync(join(folder, `${stray}.webm`), 'stray')
  const strayFolder = join(dataFolder, 'takes', stray)
  mkdirSync(strayFolder)
  writeFileSync(join(strayFolder, `${stray}.webm`), 'stray')

  const whole = await request(app, `take://${ready.id}/`)
  expect(whole.status).toBe(200)
  const file = readFileSync(join(folder, `${ready.id}.webm`))
  expect(Buffer.from(whole.body, 'latin1').equals(file)).toBe(true)

  for (const url of [
    `take://${hidden.id}/`,
    `take://${recording.id}/`,
    `take://${stray}/`,
    `take://${ready.sessionId}/`,
    `take://${ready.id}/${ready.id}.webm`,
    `take://${ready.id}/../${ready.id}`,
    `take://${ready.id}/%2e%2e/soundcheck.db`,
    `take://${ready.id}//`,
    `take://${ready.id}.webm/`,
    `take://${ready.sessionId}/${ready.id}.webm`,
    'take://soundcheck.db/',
    'take://../',
    'take://soundcheck/',
  ]) {
    const { status, body } = await request(app, url)
    expect({ status, bytes: body.length }, url).toEqual({ status: 404, bytes: 0 })
  }
  // These are no addresses at all: nobody is asked.
  for (const url of ['take://..%2f..%2fsoundcheck.db/', 'take://%00/']) {
    await expect(request(app, url), url).rejects.toThrow('Invalid URL')
  }
})

test('a take of a deleted session is not served while it can be brought back', async ({
  page,
  running,
}) => {
  const { id, sessionId } = await storeOne(page)
  const status = async () => (await request(running.app, `take://${id}/`)).status
  expect(await status()).toBe(200)
  await ask(page, 'sessions.delete', { sessionId })
  expect(await status()).toBe(404)
  await ask(page, 'sessions.restore', { sessionId })
  expect(await status()).toBe(200)
})

test('other spellings of its address are the same take', async ({ page, running }) => {
  const take = await storeOne(page)
  const whole = await request(running.app, `take://${take.id}/`)
  for (const url of [
    `take://${take.id.toUpperCase()}/`,
    `take://${take.id}:80/`,
    `take:${take.id}`,
    `take:///${take.id}/.?x#y`,
  ]) {
    const answer = await request(running.app, url)
    expect(answer.body === whole.body, url).toBe(true)
  }
})

test('parts are answered to the byte', async ({ page, running, dataFolder }) => {
  const take = await storeOne(page)
  const file = readFileSync(join(dataFolder, 'takes', take.sessionId, `${take.id}.webm`))
  const size = file.byteLength
  const part = (first: number, last: number) => ({ first, last })
  for (const { range, expected } of [
    { range: 'bytes=0-0', expected: part(0, 0) },
    { range: 'bytes=0-', expected: part(0, size - 1) },
    { range: 'bytes=100-299', expected: part(100, 299) },
    { range: `bytes=${size - 1}-`, expected: part(size - 1, size - 1) },
    { range: `bytes=${size - 1}-${size + 1000}`, expected: part(size - 1, size - 1) },
    { range: 'bytes=-10', expected: part(size - 10, size - 1) },
    { range: `bytes=-${size * 2}`, expected: part(0, size - 1) },
  ]) {
    const answer = await request(running.app, `take://${take.id}/`, { headers: { range } })
    const { first, last } = expected
    expect(answer.status, range).toBe(206)
    expect(answer.headers, range).toMatchObject({
      'content-range': `bytes ${first}-${last}/${size}`,
      'content-length': String(last - first + 1),
      'content-type': 'audio/webm',
      'accept-ranges': 'bytes',
      'cache-control': 'no-store',
    })
    const bytes = Buffer.from(answer.body, 'latin1')
    expect(bytes.equals(file.subarray(first, last + 1)), range).toBe(true)
  }
})

test('parts that are not there are refused, and nonsense gets the whole', async ({
  page,
  running,
  dataFolder,
}) => {
  const take = await storeOne(page)
  const file = readFileSync(join(dataFolder, 'takes', take.sessionId, `${take.id}.webm`))
  const url = `take://${take.id}/`
  for (const range of [`bytes=${file.byteLength}-`, 'bytes=99999999999-', 'bytes=-0']) {
    const answer = await request(running.app, url, { headers: { range } })
    expect(answer.status, range).toBe(416)
    expect(answer.headers['content-range'], range).toBe(`bytes */${file.byteLength}`)
    expect(answer.body, range).toBe('')
  }
  for (const range of ['bytes=', 'bytes=5-1', 'bytes=a-b', 'bytes=0-1,5-6', 'lines=1-2', '../..']) {
    const answer = await request(running.app, url, { headers: { range } })
    expect(answer.status, range).toBe(200)
    expect(answer.headers['content-length'], range).toBe(String(file.byteLength))
  }
})

test('only reading is possible', async ({ page, running }) => {
  const take = await storeOne(page)
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS']) {
    expect(await request(running.app, `take://${take.id}/`, { method }), method).toEqual(NOT_FOUND)
  }
})
