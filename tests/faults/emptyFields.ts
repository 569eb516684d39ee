/** What a question of one's own says where nobody has said anything. */
export const EMPTY_FIELDS = {
  shortTitle: null,
  whyTheyAsk: '',
  exampleAnswers: [],
  talkingPoints: [],
  pitfalls: [],
  followUps: [],
  outline: [],
  tags: [],
  language: null,
  target: { shortestMs: 60_000, longestMs: 120_000 },
}
