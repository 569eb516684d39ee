import type { ImportRowInput } from '../questions/questionFields'
import type { ReadQuestion } from './listedQuestion'

/** What a list says of a question: its text, and whatever else it has. */
type Said = Partial<Omit<ReadQuestion, 'row'>> & Pick<ReadQuestion, 'question'>

interface Languages {
  /** Of questions that say nothing of it. */
  readonly list: string
  /** Of the pack that they go into: what is in it needs not be said. */
  readonly pack: string
}

/**
 * A question of a list as it is asked to be kept: what the list says, and nothing else. A field that
 * it leaves empty is absent, so that it changes nothing in a question that is there.
 */
export function importRowOf(said: Said, languages: Languages): ImportRowInput {
  const { id = null, question, shortTitle, whyTheyAsk = '', exampleAnswers = [], outline } = said
  const { talkingPoints, pitfalls, followUps, tags, targetSeconds } = said
  const language = said.language ?? languages.list
  const fields: ImportRowInput['fields'] = {
    question,
    ...(shortTitle === undefined ? {} : { shortTitle }),
    ...(whyTheyAsk === '' ? {} : { whyTheyAsk }),
    ...(exampleAnswers.length === 0 ? {} : { exampleAnswers: exampleAnswers.map(labelled) }),
    ...unlessEmpty('talkingPoints', talkingPoints),
    ...unlessEmpty('pitfalls', pitfalls),
    ...unlessEmpty('followUps', followUps),
    ...unlessEmpty('outline', outline),
    ...unlessEmpty('tags', tags),
    ...(language === languages.pack ? {} : { language }),
    ...(targetSeconds === undefined ? {} : { target: inMs(targetSeconds) }),
  }
  return { questionId: null, fileId: id, fields }
}

type ListField = 'talkingPoints' | 'pitfalls' | 'followUps' | 'outline' | 'tags'

function unlessEmpty(
  name: ListField,
  texts: readonly string[] = [],
): { [Name in ListField]?: string[] } {
  return texts.length === 0 ? {} : { [name]: [...texts] }
}

/** Nobody has said who speaks: it has the usual label then. */
function labelled({ label, text }: { label: string; text: string }) {
  return label === '' ? { text } : { label, text }
}

function inMs([shortest, longest]: readonly [number, number]) {
  return { shortestMs: shortest * 1000, longestMs: longest * 1000 }
}
