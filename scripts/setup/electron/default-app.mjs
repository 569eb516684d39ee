// What an Electron runtime does when it is started on a folder: `electron <folder>`.
// The ordinary Electron brings this inside itself (resources/default_app.asar). The runtime from
// the registry was made for one application and lacks it, so this file is packed into it. It runs
// inside Electron's main process, never in Node.
import { createRequire } from 'node:module'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const require = createRequire(import.meta.url)

/** @param {string[]} args everything after the executable's name */
function parse(args) {
  const wish = { version: false, preload: /** @type {string[]} */ ([]), folder: '' }
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i] ?? ''
    if (arg === '-v' || arg === '--version') wish.version = true
    else if (arg === '-r' || arg === '--require') wish.preload.push(args[(i += 1)] ?? '')
    else if (!arg.startsWith('-')) {
      // The first bare word is the app; what follows belongs to the app.
      wish.folder = arg
      break
    }
  }
  return wish
}

/** @param {string} path the app's folder, or its main file */
async function load(path) {
  Object.defineProperty(process, 'defaultApp', {
    configurable: false,
    enumerable: true,
    value: true,
  })
  const manifestFile = join(path, 'package.json')
  if (existsSync(manifestFile)) {
    const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'))
    if (manifest.version) app.setVersion(manifest.version)
    app.name = manifest.productName ?? manifest.name ?? app.name
    app.setDesktopName(manifest.desktopName ?? `${app.name}.desktop`)
  }
  const entry = require.resolve(path)
  app.setAppPath(existsSync(manifestFile) ? path : dirname(entry))
  await import(pathToFileURL(entry).href)
}

const wish = parse(process.argv.slice(1))
// Electron itself reads these with Module._preloadModules; requiring them does the same.
for (const file of wish.preload) require(resolve(file))
if (wish.version) {
  console.log(`v${process.versions.electron}`)
  process.exit(0)
} else if (wish.folder) {
  try {
    // Awaited here, at the top level: Electron waits for it before it emits "ready".
    await load(resolve(wish.folder))
  } catch (error) {
    console.error('App threw an error during load')
    console.error(error)
    process.exit(1)
  }
} else {
  console.error('Usage: electron <folder of an app>')
  process.exit(1)
}
