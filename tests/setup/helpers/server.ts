import { createServer, type RequestListener } from 'node:http'
import { afterEach } from 'vitest'

const closers: (() => void)[] = []

afterEach(() => {
  for (const close of closers.splice(0)) close()
})

/** A real HTTP server on this machine, gone after the test. Returns its address, ending in "/". */
export async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  closers.push(() => {
    server.close()
    server.closeAllConnections()
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return `http://127.0.0.1:${address.port}/`
}

/** An address where nobody answers: a server that has closed again. */
export async function nobodyThere(): Promise<string> {
  const address = await serve(() => {})
  for (const close of closers.splice(-1)) close()
  return address
}
