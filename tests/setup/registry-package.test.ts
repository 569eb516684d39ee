import { readFileSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fetchPackage } from '../../scripts/setup/electron/registry-package.mjs'
import { problemOf } from './helpers/problem'
import { makeTarball, startRegistry, withRegistry } from './helpers/registry'
import { scratchFolder } from './helpers/scratch'
import { nobodyThere, serve } from './helpers/server'

// The real npm talks to a real server here; only the registry's content is made up.
describe('fetching a package from the registry', { timeout: 60_000 }, () => {
  const tarball = makeTarball([{ name: 'file', content: 'content' }])

  test('brings the tarball, and leaves nothing else behind', async () => {
    const { pin, env } = await startRegistry(tarball)
    const folder = scratchFolder()
    const file = await fetchPackage(pin, folder, { env })
    expect(readFileSync(file).equals(tarball)).toBe(true)
    expect(readdirSync(folder)).toEqual([basename(file)])
  })

  test('refuses a tarball that is not the pinned one, although the registry vouches for it', async () => {
    const { pin, env } = await startRegistry(tarball)
    const other = { ...pin, integrity: `sha512-${Buffer.alloc(64).toString('base64')}` }
    const { message } = await problemOf(() => fetchPackage(other, scratchFolder(), { env }))
    expect(message).toContain('is not the file that this project expects')
  })

  test('refuses a tarball that was changed on the way', async () => {
    const { pin, env } = await startRegistry(tarball, (response, bytes) => {
      response.end(Buffer.concat([bytes, Buffer.from('!')]))
    })
    const { message } = await problemOf(() => fetchPackage(pin, scratchFolder(), { env }))
    expect(message).toContain('is not the file that this project expects')
  })

  test('says that nobody answers', async () => {
    const { pin } = await startRegistry(tarball)
    const env = withRegistry(await nobodyThere())
    const { message, remedy } = await problemOf(() => fetchPackage(pin, scratchFolder(), { env }))
    expect(message).toContain('The npm registry could not be reached')
    expect(remedy).toContain('npm config list')
  })

  test('says so also inside `npm --silent`, where npm keeps its reasons to itself', async () => {
    const { pin } = await startRegistry(tarball)
    const env = { ...withRegistry(await nobodyThere()), npm_config_loglevel: 'silent' }
    const { message } = await problemOf(() => fetchPackage(pin, scratchFolder(), { env }))
    expect(message).toContain('The npm registry could not be reached')
  })

  test('gives up on a registry that stops in the middle of the tarball', async () => {
    const { pin, env } = await startRegistry(tarball, (response, bytes) => {
      response.writeHead(200, { 'content-length': bytes.length })
      response.write(bytes.subarray(0, 20))
    })
    const { message } = await problemOf(() =>
      fetchPackage(pin, scratchFolder(), { env, idleMs: 3000 }),
    )
    expect(message).toContain('it stopped answering')
  })

  test('says that the registry does not have it', async () => {
    const { pin } = await startRegistry(tarball)
    const env = withRegistry(await serve((_request, response) => response.writeHead(404).end('{}')))
    const { message } = await problemOf(() => fetchPackage(pin, scratchFolder(), { env }))
    expect(message).toBe(`The npm registry in use does not have ${pin.name}@${pin.version}.`)
  })

  test('passes on what npm says about anything else', async () => {
    const { pin } = await startRegistry(tarball)
    const env = withRegistry(await serve((_request, response) => response.writeHead(403).end('{}')))
    const { message } = await problemOf(() => fetchPackage(pin, scratchFolder(), { env }))
    expect(message).toMatch(/npm could not fetch .*\n[^]*403/)
  })

  test('keeps to its folder: the user’s npm cache does not grow', async () => {
    const { pin, env } = await startRegistry(tarball)
    const userCache = scratchFolder()
    await fetchPackage(pin, join(scratchFolder(), 'new'), {
      env: { ...env, npm_config_cache: userCache },
    })
    expect(readdirSync(userCache)).toEqual([])
  })
})
