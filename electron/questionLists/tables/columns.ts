/** What a column of a table, or a field of a note, is for us. */
export type ColumnRole =
  | 'id'
  | 'question'
  | 'shortTitle'
  | 'whyTheyAsk'
  | 'answer'
  | 'answerLabel'
  | 'talkingPoints'
  | 'pitfalls'
  | 'followUps'
  | 'outline'
  | 'tags'
  | 'targetSeconds'
  | 'language'

export interface Column {
  readonly role: ColumnRole
  /** As the file calls it. */
  readonly name: string
  /** Its place in a row, from 0. */
  readonly index: number
  /** Of "Example answer 2" the 2; of a name without a number 1. */
  readonly number: number
}

/** The header that only our own exports have: their cells are escaped (`ownCells.ts`). */
export const OWN_ID_HEADER = 'Soundcheck id'

/** Names without their spaces, dashes, accents and capitals, best first. */
const NAMES: Record<ColumnRole, string> = {
  id: 'soundcheckid id guid uuid questionid noteid',
  question:
    'question questions front prompt interviewquestion questiontext q frage fragen pregunta preguntas pergunta domanda vraag vorderseite anverso recto frente fronte voorkant text term title',
  shortTitle: 'shorttitle shortname',
  whyTheyAsk: 'whytheyask whyask why reason rationale intent purpose',
  answer:
    'exampleanswer exampleanswers answer answers back sampleanswer modelanswer idealanswer expectedanswer correctanswer suggestedanswer example examples response reply a definition myanswer antwort antworten respuesta resposta reponse risposta antwoord beispielantwort ruckseite reverso verso retro achterkant backextra',
  answerLabel: 'whoanswers answeredby answerlabel exampleanswerlabel speaker',
  talkingPoints: 'talkingpoints talkingpoint keypoints points worthsaying',
  pitfalls: 'pitfalls pitfall mistakes redflags whatgoeswrong',
  followUps:
    'followups followup followupquestions followupquestion theymayasknext nachfragen nextquestions probes subquestions',
  outline: 'outline myoutline keywordstospeakfrom bulletpoints',
  tags: 'tags tag category categories topic topics section subject label labels schlagworte kategorie thema etiquetas categoria',
  targetSeconds: 'targetseconds targetlength seconds',
  language: 'language lang sprache',
}

/** Of these a question has one; several columns for it are taken by their best name. */
const SINGLE: ReadonlySet<ColumnRole> = new Set([
  'id',
  'question',
  'shortTitle',
  'whyTheyAsk',
  'targetSeconds',
  'language',
])

const ROLES = new Map(
  (Object.keys(NAMES) as ColumnRole[]).flatMap((role) =>
    NAMES[role]
      .split(' ')
      .map((name, rank): [string, { role: ColumnRole; rank: number }] => [name, { role, rank }]),
  ),
)

/** What is longer is a text and no name. */
const MAX_NAME_CHARACTERS = 200

/** "Follow-up questions", "followUpQuestions" and "follow_up_questions" are one name. */
export function plainName(name: string): string {
  const plain = name.normalize('NFKD').toLowerCase()
  return plain.replace(/[^\p{L}\p{N}]/gu, '')
}

/**
 * The columns that mean something to us, in any order and under any of their names.
 * @returns `leftOut` are the names of the others
 */
export function columnsOf(names: readonly string[]): { columns: Column[]; leftOut: string[] } {
  const found = names.flatMap((name, index) => {
    if (name.length > MAX_NAME_CHARACTERS) return []
    const [, bare = '', number = ''] = /^(.*?)(\d*)$/u.exec(plainName(name)) ?? []
    const known = ROLES.get(bare)
    return known
      ? [{ ...known, name: name.trim(), index, number: number === '' ? 1 : Number(number) }]
      : []
  })
  const best = new Map<ColumnRole, (typeof found)[number]>()
  for (const column of found) {
    const before = best.get(column.role)
    if (!before || compare(column, before) < 0) best.set(column.role, column)
  }
  const isBest = (column: (typeof found)[number]): boolean =>
    !SINGLE.has(column.role) || best.get(column.role) === column
  const columns = found
    .filter(isBest)
    .map(({ role, name, index, number }) => ({ role, name, index, number }))
  const used = new Set(columns.map(({ index }) => index))
  const leftOut = names.filter((name, index) => !used.has(index) && name.trim() !== '')
  return { columns, leftOut: leftOut.map((name) => name.trim()) }
}

interface Ranked {
  rank: number
  index: number
}

function compare(one: Ranked, other: Ranked): number {
  return one.rank - other.rank || one.index - other.index
}

export function hasQuestion(columns: readonly Column[]): boolean {
  return columns.some(({ role }) => role === 'question')
}
