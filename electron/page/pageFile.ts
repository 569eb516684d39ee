import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import type { ProtocolRequest, ProtocolResponse } from 'electron'
import { INERT_HEADERS, securityHeaders, withNonce } from './contentPolicy'
import { codeOf } from '../disk/durableFiles'
import { APP_HOST } from './origin'

const MIME_TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain',
}

const NO_FILE_CODES = ['ENOENT', 'EISDIR', 'ENOTDIR', 'ENAMETOOLONG']

/**
 * One of the page's own files, or "not found" for whatever else is asked for.
 * @param folder where they all are
 */
export async function pageFile(
  folder: string,
  { url, method }: Pick<ProtocolRequest, 'url' | 'method'>,
): Promise<ProtocolResponse> {
  const { host, pathname } = new URL(url)
  if (host !== APP_HOST || method !== 'GET') return NOT_FOUND
  const path = insideOf(folder, pathname)
  const mimeType = MIME_TYPES[extname(pathname)]
  if (path === null || mimeType === undefined) return NOT_FOUND
  try {
    const nonce = randomBytes(16).toString('base64')
    const bytes = await readFile(path)
    const isPage = mimeType === 'text/html'
    const data = isPage ? Buffer.from(withNonce(bytes.toString('utf8'), nonce)) : bytes
    return { data, mimeType, charset: 'utf-8', headers: securityHeaders(nonce) }
  } catch (error) {
    if (NO_FILE_CODES.includes(codeOf(error) ?? '')) return NOT_FOUND
    console.error(`${path} cannot be read`, error)
    return { ...NOT_FOUND, statusCode: 500 }
  }
}

const NOT_FOUND: ProtocolResponse = {
  statusCode: 404,
  data: Buffer.alloc(0),
  headers: INERT_HEADERS,
}

/** The file that a URL's path names, or null when that would be outside of the folder. */
function insideOf(folder: string, pathname: string): string | null {
  let decoded: string
  try {
    decoded = decodeURIComponent(pathname)
  } catch {
    return null
  }
  if (decoded.includes('\0')) return null
  const path = normalize(join(folder, decoded))
  return path.startsWith(folder + sep) ? path : null
}
