// @ts-check
// Measures a recording and prints what was measured as JSON: `npm run --silent analyse -- FILE`.
// What each figure means is said in shared/measures.ts.
import './typescript-imports.mjs'

const [file, ...rest] = process.argv.slice(2)

/** @param {string} message */
function refuse(message) {
  console.error(message)
  process.exitCode = 1
}

async function analyse() {
  if (!file || rest.length > 0) return refuse('Usage: npm run --silent analyse -- FILE')
  const { measureTake } = await import('../electron/measures/measureTake')
  try {
    const measured = await measureTake(file)
    const { durationMs, timeToFirstWordMs, speech, pauses } = measured
    const { integratedLufs, noiseDb, clippedSamples, paceWpm } = measured
    const shown = { durationMs, timeToFirstWordMs, speech, pauses }
    console.log(
      JSON.stringify({ ...shown, integratedLufs, noiseDb, clippedSamples, paceWpm }, null, 2),
    )
  } catch (error) {
    refuse(`${file}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

await analyse()
