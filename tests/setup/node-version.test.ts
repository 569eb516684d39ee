import { expect, test } from 'vitest'
import { checkNode } from '../../scripts/setup/node-version.mjs'
import { problemOf } from './helpers/problem'

test.each([
  { node: '22.14.0', napi: '10' },
  { node: '24.21.0', napi: '10' },
  { node: '26.0.0', napi: '12' },
])('Node $node will do', (versions) => {
  expect(() => checkNode(versions)).not.toThrow()
})

test.each([
  { node: '20.20.2', napi: '9' },
  { node: '22.12.0', napi: '9' },
  // Newer than the minimum, but from before Node-API 10: the database module would crash it.
  { node: '23.5.0', napi: '9' },
])('Node $node is too old, and the message names it', async (versions) => {
  const { message } = await problemOf(() => checkNode(versions))
  expect(message).toContain(`this is Node ${versions.node}`)
})

test('on macOS, where npm brings no Node along, the remedy is to install one', async () => {
  const old = { node: '20.20.2', napi: '9' }
  expect((await problemOf(() => checkNode(old, 'darwin'))).remedy).toContain('Install Node 24')
  expect((await problemOf(() => checkNode(old, 'linux'))).remedy).toContain('npm ci')
})
