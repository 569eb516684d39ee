import type { Meant } from './faults'

/** In a test's annotations: the place in the list of an entry that excused something there. */
export const EXCUSED = 'meant layout'

/**
 * All that is meant to be cut, to overlap or to scroll, and why. An entry that excuses nothing in a
 * whole run is reported: what it was for is gone.
 */
export const MEANT: readonly Meant[] = [
  {
    kind: 'cut',
    what: 'ul[aria-label="Interviews"] p > :first-child, #after-interview + p > :first-child',
    because:
      'Where an interview is gives way to the days that are left; the tooltip has all of it.',
  },
  {
    kind: 'cut',
    what: 'ul[aria-label="Past interviews"] li > p[title]',
    because:
      'An interview that is past is one line, whatever it is called; the tooltip has all of it.',
  },
  {
    kind: 'cut',
    what: 'ul[aria-label="Questions"] li > div > *',
    because: 'A question is one line of the list, whatever its length; tooltips have all of it.',
  },
  {
    kind: 'cut',
    what: ':has(> button) > [data-folded="true"]',
    because: 'A long question, or why they ask it: "more" stands beside it.',
  },
  {
    kind: 'cut',
    what: '[aria-label="Your answer"] [aria-label="Takes"] li',
    because: "A take's rating and notes, as much as its line has room for; all of it is below.",
  },
  {
    kind: 'scroller',
    what: ':has(> table[aria-labelledby="every-take"])',
    because: 'Ten columns have no room in a window of 700 px; the page itself keeps its place.',
  },
  {
    kind: 'cut',
    what: 'select[aria-label="Microphone"]',
    because: 'Names of microphones are as long as their makers like. Open, the menu has all of it.',
  },
  {
    kind: 'cut',
    what: 'select[aria-label="Which example"]',
    because: 'Who speaks is told at length. Open, the menu has all of it.',
  },
  {
    kind: 'cut',
    what: '[aria-label="Example answer"] header span',
    in: ['session-long-texts'],
    because: 'Who speaks is told at length; the tooltip has all of it.',
  },
  {
    kind: 'cut',
    what: '[aria-label="Questions of this session"] button',
    in: ['session-long-texts'],
    because: 'A title gives way to a length of 45:00; the tooltip has the whole question.',
  },
  {
    kind: 'cut',
    what: '[aria-label="Questions of this session"] button',
    in: ['own-question'],
    because: "A question of one's own has no short title; the tooltip has all of it.",
  },
  {
    kind: 'overlap',
    what: '[role="toolbar"][aria-label="Pauses"] button',
    over: '[role="toolbar"][aria-label="Pauses"] > span',
    because:
      'What a pause says lies on the foot of the wave, over pauses and what the keyboard moves.',
  },
  {
    kind: 'overlap',
    what: 'input[aria-label="Position"]',
    over: '[role="toolbar"][aria-label="Pauses"] > span',
    because:
      'What a pause says lies on the foot of the wave, over pauses and what the keyboard moves.',
  },
  {
    kind: 'scroller',
    what: 'ul[aria-label="Marks"]',
    because: 'Of many marks three rows are shown, so that the rating below keeps its place.',
  },
  {
    kind: 'overlap',
    what: 'input[aria-label="Position"]',
    over: '[role="toolbar"][aria-label="Pauses"] button',
    because: 'The wave is the slider: what the keyboard moves lies in it unseen.',
  },
  {
    kind: 'overlap',
    what: 'input[aria-label="Position"]',
    over: 'input[aria-label^="Loop "]',
    because: 'The edges of a loop are on the wave, which is the slider.',
  },
  {
    kind: 'overlap',
    what: 'input[aria-label="Loop start"]',
    over: 'input[aria-label="Loop end"]',
    because: 'Both lie over the whole wave; only their edges can be taken hold of.',
  },
]
