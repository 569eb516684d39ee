// Writes resources/licences/third-party.md: the licence of every package whose code or fonts are
// in what ships. Run it when the list below or a version changes; a test compares.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Bundled by the build or copied beside it; Electron brings its own notices. */
const SHIPPED = [
  '@fontsource-variable/inter',
  '@fontsource-variable/source-serif-4',
  '@tanstack/react-virtual',
  '@tanstack/virtual-core',
  'better-sqlite3',
  'csv-parse',
  'd3-array',
  'd3-color',
  'd3-format',
  'd3-interpolate',
  'd3-path',
  'd3-scale',
  'd3-shape',
  'd3-time',
  'd3-time-format',
  'entities',
  'fzstd',
  'ical-generator',
  'internmap',
  'linkify-it',
  'lucide-react',
  'markdown-it',
  'markdown-it/node_modules/entities',
  'mdurl',
  'mediabunny',
  'opus-decoder',
  'parse5',
  'pend',
  'punycode.js',
  'react',
  'react-dom',
  'scheduler',
  'simple-yenc',
  'ts-fsrs',
  'uc.micro',
  'uuid',
  'wavesurfer.js',
  'yauzl',
  'zod',
]

/** Other people's work inside of packages, and packages that bring no licence text. */
const TEXTS = join('scripts', 'licences')

export const LICENCES_FILE = join('resources', 'licences', 'third-party.md')

/**
 * The text of the notices, from the packages as they are installed.
 * @returns {string}
 * @throws {Error} when a shipped package is not installed or brings no licence text
 */
export function thirdPartyLicences() {
  const sections = SHIPPED.map((place) => {
    const folder = join('node_modules', place)
    const { name, version, license } = JSON.parse(
      readFileSync(join(folder, 'package.json'), 'utf8'),
    )
    const entry = readdirSync(folder).find((found) =>
      /^licen[cs]e(-mit)?(\.md|\.txt)?$/i.test(found),
    )
    const file = entry ? join(folder, entry) : join(TEXTS, `${name}.txt`)
    if (!existsSync(file)) throw new Error(`${name} brings no licence text`)
    const text = readFileSync(file, 'utf8').trim().replaceAll('\r\n', '\n')
    return `## ${name} ${version} (${license})\n\n${text}\n`
  })
  const inside = readdirSync(TEXTS)
    .filter((entry) => !SHIPPED.includes(basename(entry, '.txt')))
    .map((entry) => `## ${basename(entry, '.txt')}\n\n${readFileSync(join(TEXTS, entry), 'utf8')}`)
  sections.push(...inside)
  return `# Licences of what ships with Soundcheck\n\nElectron and Chromium bring theirs in files of their own.\n\n${sections.join('\n')}`
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (!existsSync('node_modules')) throw new Error('Run npm ci first')
  writeFileSync(LICENCES_FILE, thirdPartyLicences())
}
