// @ts-check
// Puts what a command has measured into its document, so that nobody types figures.
import { readFile, writeFile } from 'node:fs/promises'
import { format, resolveConfig } from 'prettier'
import { SetupError } from '../setup/messages.mjs'

const BEGIN = '<!-- figures: their command writes them -->'
const END = '<!-- end of figures -->'

/**
 * Replaces what stands between the markers of a Markdown file.
 *
 * @param {string} file
 * @param {string} figures in Markdown
 * @throws {SetupError} when the file has no such place
 */
export async function writeFigures(file, figures) {
  const text = await readFile(file, 'utf8')
  const begin = text.indexOf(BEGIN)
  const end = text.indexOf(END)
  if (begin === -1 || end < begin) {
    throw new SetupError(
      `${file} has no place for figures.`,
      `Put "${BEGIN}" and "${END}" where they belong.`,
    )
  }
  const filled = `${text.slice(0, begin)}${BEGIN}\n\n${figures}\n\n${text.slice(end)}`
  await writeFile(file, await format(filled, { ...(await resolveConfig(file)), filepath: file }))
}
