// @ts-check
// The process of its own in which `read-questions.mjs` reads a file: prints one line of JSON.
import '../typescript-imports.mjs'

const { readListFile } = await import('../../electron/questionLists/readListFile')
const { ListError } = await import('../../shared/questionLists/listProblem')

/** @param {string} file */
async function read(file) {
  try {
    const { format, questions, skipped, mediaLeftOut, columnsLeftOut } = await readListFile(file)
    return {
      ok: true,
      format,
      questions: questions.map(({ id = null, question, tags, exampleAnswers, followUps }) => {
        return { id, question, tags, exampleAnswers, followUps }
      }),
      skipped,
      // Only where there is something to say.
      ...(mediaLeftOut > 0 ? { mediaLeftOut } : {}),
      ...(columnsLeftOut.length > 0 ? { columnsLeftOut } : {}),
    }
  } catch (error) {
    if (!(error instanceof ListError)) throw error
    return { ok: false, ...error.problem }
  }
}

console.log(JSON.stringify(await read(process.argv[2] ?? '')))
