// @ts-check
// The process of its own in which `read-questions.mjs` reads a file: prints one line of JSON.
import '../typescript-imports.mjs'

const { readListFile } = await import('../../electron/questionLists/readListFile')
const { ListError } = await import('../../shared/questionLists/listProblem')

/** @param {string} file */
async function read(file) {
  try {
    const { format, questions, skipped, mediaLeftOut, columnsLeftOut } = await readListFile(file)
    // Beside the answer, whose shape is promised.
    if (mediaLeftOut > 0) console.error(`Pictures and sounds left out: ${String(mediaLeftOut)}`)
    if (columnsLeftOut.length > 0) console.error(`Columns left out: ${columnsLeftOut.join(', ')}`)
    return {
      ok: true,
      format,
      questions: questions.map(({ id = null, question, tags, exampleAnswers, followUps }) => {
        return { id, question, tags, exampleAnswers, followUps }
      }),
      skipped,
    }
  } catch (error) {
    if (!(error instanceof ListError)) throw error
    return { ok: false, ...error.problem }
  }
}

console.log(JSON.stringify(await read(process.argv[2] ?? '')))
