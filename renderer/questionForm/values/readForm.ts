import {
  MAX_FOLLOW_UP_CHARACTERS,
  MAX_ITEMS,
  MAX_OUTLINE_LINE_CHARACTERS,
  MAX_OUTLINE_LINES,
  MAX_TAG_CHARACTERS,
  USUAL_EXAMPLE_LABEL,
} from '../../../shared/defaults'
import { tagsIn, tidyText } from '../../../shared/questionLists/tidyText'
import type { QuestionFields } from '../../../shared/questions/questionFields'
import type { FormField, FormValues } from './formValues'
import { readClock } from './readClock'

/** What is wrong with a field, in words. */
export type Problems = { readonly [Field in FormField]?: string }

export type FormRead =
  | {
      readonly ok: true
      readonly fields: Omit<QuestionFields, 'outline'>
      /** Of the person's own layer. */
      readonly outline: string[]
    }
  | { readonly ok: false; readonly problems: Problems }

const MAX_TARGET_MS = 60 * 60 * 1000

/**
 * What the form says, as main takes it, or what is wrong with it.
 * @param labels who speaks in each of the examples that were there, by their places
 */
export function readForm(values: FormValues, labels: readonly string[] = []): FormRead {
  const target = {
    shortestMs: readClock(values.shortest) ?? 0,
    longestMs: readClock(values.longest) ?? 0,
  }
  const fields = {
    question: tidyText(values.question),
    shortTitle: tidyText(values.shortTitle) || null,
    whyTheyAsk: tidyText(values.whyTheyAsk),
    exampleAnswers: values.exampleAnswers
      .map((text, index) => ({
        label: labels[index] ?? USUAL_EXAMPLE_LABEL,
        text: tidyText(text),
      }))
      .filter(({ text }) => text !== ''),
    talkingPoints: linesOf(values.talkingPoints),
    pitfalls: linesOf(values.pitfalls),
    followUps: linesOf(values.followUps),
    tags: tagsIn(values.tags),
    language: values.language || null,
    target,
  }
  const outline = linesOf(values.outline)
  const problems: Problems = {
    ...(values.packId === '' &&
      tidyText(values.packTitle) === '' && { packTitle: 'Give the new pack a name.' }),
    ...(fields.question === '' && { question: 'Write the question; the rest can wait.' }),
    ...(outline.length > MAX_OUTLINE_LINES && {
      outline: `An outline has ${MAX_OUTLINE_LINES} lines at most; these are ${outline.length}.`,
    }),
    ...tooLong('outline', 'A line', outline, MAX_OUTLINE_LINE_CHARACTERS),
    ...tooLong('followUps', 'A follow-up question', fields.followUps, MAX_FOLLOW_UP_CHARACTERS),
    ...tooLong('tags', 'A tag', fields.tags, MAX_TAG_CHARACTERS),
    ...tooMany('followUps', fields.followUps),
    ...tooMany('talkingPoints', fields.talkingPoints),
    ...tooMany('pitfalls', fields.pitfalls),
    ...tooMany('tags', fields.tags),
    ...wrongTarget(target),
  }
  if (Object.keys(problems).length > 0) return { ok: false, problems }
  return { ok: true, fields, outline }
}

function linesOf(text: string): string[] {
  return text
    .split(/\r\n?|\n/)
    .map(tidyText)
    .filter((line) => line !== '')
}

function tooLong(field: FormField, one: string, parts: readonly string[], most: number): Problems {
  const longest = Math.max(0, ...parts.map(({ length }) => length))
  return longest > most
    ? { [field]: `${one} has ${most} characters at most; the longest here has ${longest}.` }
    : {}
}

function tooMany(field: FormField, parts: readonly string[]): Problems {
  return parts.length > MAX_ITEMS
    ? { [field]: `There can be ${MAX_ITEMS}; these are ${parts.length}.` }
    : {}
}

function wrongTarget({ shortestMs, longestMs }: QuestionFields['target']): Problems {
  const isLength = (ms: number) => ms >= 1000 && ms <= MAX_TARGET_MS
  if (!isLength(shortestMs)) return { shortest: 'Write a length such as 1:30, up to an hour.' }
  if (!isLength(longestMs)) return { longest: 'Write a length such as 1:30, up to an hour.' }
  return shortestMs < longestMs ? {} : { longest: 'This has to be more than the shortest.' }
}
