// Writes resources/licences/third-party.md: the licence of every package whose code or fonts are
// in what ships. Run it when the list below or a version changes; a test compares.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Bundled by the build or copied beside it; Electron brings its own notices. */
const SHIPPED = [
  '@fontsource-variable/inter',
  '@fontsource-variable/source-serif-4',
  '@tanstack/react-virtual',
  '@tanstack/virtual-core',
  'better-sqlite3',
  'd3-array',
  'd3-color',
  'd3-format',
  'd3-interpolate',
  'd3-path',
  'd3-scale',
  'd3-shape',
  'd3-time',
  'd3-time-format',
  'internmap',
  'lucide-react',
  'mediabunny',
  'react',
  'react-dom',
  'scheduler',
  'uuid',
  'wavesurfer.js',
  'zod',
]

export const LICENCES_FILE = join('resources', 'licences', 'third-party.md')

/**
 * The text of the notices, from the packages as they are installed.
 * @returns {string}
 * @throws {Error} when a shipped package is not installed or brings no licence text
 */
export function thirdPartyLicences() {
  const sections = SHIPPED.map((name) => {
    const folder = join('node_modules', name)
    const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.md|\.txt)?$/i.test(entry))
    if (!file) throw new Error(`${name} brings no licence text`)
    const text = readFileSync(join(folder, file), 'utf8').trim().replaceAll('\r\n', '\n')
    return `## ${name} ${version} (${license})\n\n${text}\n`
  })
  return `# Licences of what ships with Soundcheck\n\nElectron and Chromium bring theirs in files of their own.\n\n${sections.join('\n')}`
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (!existsSync('node_modules')) throw new Error('Run npm ci first')
  writeFileSync(LICENCES_FILE, thirdPartyLicences())
}
