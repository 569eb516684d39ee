import { z } from 'zod'
import { ExampleAnswerSchema } from '../../../shared/pack'
import { OriginSchema } from '../../store/questions/origin'
import { bothLists, bothTexts } from '../bothVersions'
import { recordedBelonging } from '../belonging'

const Texts = z.array(z.string())

/** Whatever is written about the question: its words, why they ask, examples, points, tags. */
export const text = recordedBelonging({
  tables: [
    {
      name: 'questions',
      owner: 'id',
      // Its words stay, for the takes that answer it.
      blank: {
        short_title: null,
        why_they_ask: '',
        example_answers: '[]',
        talking_points: '[]',
        pitfalls: '[]',
        follow_ups: '[]',
        outline: '[]',
        tags: '[]',
        origin: null,
      },
    },
  ],
  shape: {
    question: z.string(),
    shortTitle: z.string().nullable(),
    whyTheyAsk: z.string(),
    exampleAnswers: z.array(ExampleAnswerSchema),
    talkingPoints: Texts,
    pitfalls: Texts,
    followUps: Texts,
    outline: Texts,
    tags: Texts,
    language: z.string().nullable(),
    target: z.object({ shortestMs: z.number().nonnegative(), longestMs: z.number().nonnegative() }),
    /** Older records know of no lists that were brought in. */
    origin: OriginSchema.nullable().default(null),
  },
  json: `json_object('question', question, 'shortTitle', short_title, 'whyTheyAsk', why_they_ask,
    'exampleAnswers', json(example_answers), 'talkingPoints', json(talking_points),
    'pitfalls', json(pitfalls), 'followUps', json(follow_ups), 'outline', json(outline),
    'tags', json(tags), 'language', questions.language,
    'target', json_object('shortestMs', target_shortest_ms, 'longestMs', target_longest_ms),
    'origin', json(origin))`,
  write: (db, questionId, fields) => {
    const json = (value: unknown): string => JSON.stringify(value)
    db.prepare(
      `UPDATE questions SET question = @question, short_title = @shortTitle,
         why_they_ask = @whyTheyAsk, example_answers = @exampleAnswers,
         talking_points = @talkingPoints, pitfalls = @pitfalls, follow_ups = @followUps,
         outline = @outline, tags = @tags, language = @language,
         target_shortest_ms = @shortestMs, target_longest_ms = @longestMs,
         origin = @origin
       WHERE id = @questionId`,
    ).run({
      questionId,
      question: fields.question,
      shortTitle: fields.shortTitle,
      whyTheyAsk: fields.whyTheyAsk,
      exampleAnswers: json(fields.exampleAnswers),
      talkingPoints: json(fields.talkingPoints),
      pitfalls: json(fields.pitfalls),
      followUps: json(fields.followUps),
      outline: json(fields.outline),
      tags: json(fields.tags),
      language: fields.language,
      origin: fields.origin === null ? null : json(fields.origin),
      ...fields.target,
    })
  },
  merge: (here, there) => ({
    question: bothTexts(here.question, there.question),
    shortTitle: here.shortTitle ?? there.shortTitle,
    whyTheyAsk: bothTexts(here.whyTheyAsk, there.whyTheyAsk),
    exampleAnswers: bothLists(here.exampleAnswers, there.exampleAnswers),
    talkingPoints: bothLists(here.talkingPoints, there.talkingPoints),
    pitfalls: bothLists(here.pitfalls, there.pitfalls),
    followUps: bothLists(here.followUps, there.followUps),
    outline: bothLists(here.outline, there.outline),
    tags: bothLists(here.tags, there.tags),
    language: here.language ?? there.language,
    target: here.target,
    origin: here.origin ?? there.origin,
  }),
  onRestore: 'stays',
  isSearched: true,
})
