// @ts-check
// Shows what today's practice does for people who forget in different ways, beside the habits that one
// has without it: `npm run --silent simulate`. docs/decisions/todays-practice.md says what it is for.
import './typescript-imports.mjs'

const { ALL_CIRCUMSTANCES, compare } = await import('./simulation/compare.mjs')
const { isWorse, isWorseThanGoingOn, verdict } = await import('./simulation/verdict.mjs')

const LEARNERS_EACH = 20

const comparisons = ALL_CIRCUMSTANCES.map((circumstances) => compare(circumstances, LEARNERS_EACH))

console.log(
  'How likely an answer is known on the day of the interview, from 0 to 1; said: of all questions.\n',
)
console.log(
  '| forgets | questions | days | minutes | today | from the first | at random | going on | said | |',
)
console.log('|---|---|---|---|---|---|---|---|---|---|')
for (const one of comparisons) {
  const { kind, questionCount, days, minutes } = one.circumstances
  const { planned, habits } = one
  const figures = [planned, habits['from the first'], habits['at random'], habits['going on']]
  const remark = isWorse(one) ? 'worse' : isWorseThanGoingOn(one) ? 'below going on' : ''
  const said = `${String(Math.floor(one.saidShare * 100))} %${one.hasTimeForAll ? '' : ' (no time for all)'}`
  const cells = [
    kind,
    questionCount,
    days,
    minutes,
    ...figures.map((figure) => figure.toFixed(3)),
    said,
    remark,
  ]
  console.log(`| ${cells.join(' | ')} |`)
}

console.log()
const judged = verdict(comparisons)
for (const { what, holds } of judged) console.log(`${holds ? 'holds' : 'DOES NOT HOLD'}: ${what}`)

const below = comparisons.filter(isWorseThanGoingOn)
if (below.length > 0) {
  console.log(
    `\nBelow going on where one stopped by more than 0.01 in ${String(below.length)} of ${String(comparisons.length)}:`,
  )
  for (const { circumstances, planned, habits } of below) {
    const { kind, questionCount, days, minutes } = circumstances
    const by = (habits['going on'] - planned).toFixed(3)
    console.log(
      `  by ${by}: ${kind}, ${String(questionCount)} questions, ${String(days)} days, ${String(minutes)} minutes`,
    )
  }
  console.log(
    'What was forgotten comes again there although others were never said, and on the evening before nothing new is begun.',
  )
}
process.exitCode = judged.every(({ holds }) => holds) ? 0 : 1
