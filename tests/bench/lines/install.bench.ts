import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { packageFolder, root } from '../../../scripts/setup/places.mjs'
import { stated } from '../figures/result'
import { line } from '../line'

const MEGABYTE = 2 ** 20
/** What a package brings for building itself, or for other systems. */
const NOT_SHIPPED = /(?:^|\/)(?:src|deps|build|test|docs?)\/|\.(?:md|gyp|gypi)$/

/**
 * The size of what would ship beside Electron itself: the built app, the licences, and the packages
 * that are not bundled, with the binary of this system alone.
 */
line('install', async () => {
  const files = (...path: string[]) => sizeMb(join(root, ...path), () => true)
  const app = files('out')
  const resources = files('resources', 'licences')
  const packages = packagesNeeded(dependenciesOf(root))
    .map((name) => sizeMb(packageFolder(name), isShipped))
    .reduce((sum, size) => sum + size, 0)
  const value = app + resources + packages
  const beside = { app: [app], resources: [resources], packages: [packages] }
  return Promise.resolve(stated({ unit: 'MB', value, beside }))
})

/** These and what they need in turn. */
function packagesNeeded(names: readonly string[], known = new Set<string>()): string[] {
  for (const name of names) {
    if (known.has(name)) continue
    known.add(name)
    packagesNeeded(dependenciesOf(packageFolder(name)), known)
  }
  return [...known]
}

function dependenciesOf(folder: string): string[] {
  const { dependencies = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    dependencies?: Record<string, string>
  }
  return Object.keys(dependencies)
}

function isShipped(name: string): boolean {
  const isOtherSystem =
    name.startsWith('prebuilds/') && !name.includes(`${process.platform}-${process.arch}.`)
  return !isOtherSystem && !NOT_SHIPPED.test(name)
}

function sizeMb(folder: string, counts: (name: string) => boolean): number {
  const sizes = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => counts(name.replaceAll('\\', '/')))
    .map((name) => statSync(join(folder, name)))
    .map((status) => (status.isFile() ? status.size : 0))
  return sizes.reduce((sum, size) => sum + size, 0) / MEGABYTE
}
