import { MARK_KEYS } from '../defaults'

/*
 * Every key of the app: what listens, the hints on buttons, the tooltips, the menu, the sheet of
 * shortcuts and the README's table all read this list. A new key is a new line here, and a handler
 * given to useCommands() where it works.
 *
 * A key is written as its letter, digit or sign, or as Space, Left, Right, Up, Down, Esc, Enter,
 * Delete, Backspace; with "Shift+" or "Mod+" before it, which is Ctrl, and Cmd on a Mac. "Plus" is
 * the sign +. Which press is which key on which layout: keyPress.ts.
 */

export type KeyName = string

/** Where keys work, as the sheet of shortcuts says it. */
export const KEY_PLACES = {
  practice: 'Practice',
  recorder: 'The recorder',
  listening: 'Listening',
  marking: 'Marks, while a take plays',
  onMark: 'On a mark',
  afterTake: 'After a take',
  inRubric: 'In the four questions',
  comparing: 'Comparing takes',
  interview: 'Mock interview',
  finished: 'Session finished',
  questions: 'Questions',
  inForm: 'In the form of a question',
  around: 'Going around',
} as const
export type KeyPlace = keyof typeof KEY_PLACES

export interface Shortcut {
  readonly place: KeyPlace
  /** Several of them do the same, or one thing each: the handler hears which one it was. */
  readonly keys: readonly KeyName[]
  readonly does: string
  /** Its item in the menu, as menus write it. */
  readonly menu?: string
  /** Works in a text field too. */
  readonly whileTyping?: true
  /** Goes on while the key is held down. */
  readonly repeats?: true
}

const { situation, task, action, result, strong, filler, wandered } = MARK_KEYS

export const KEYMAP = {
  startToday: { place: 'practice', keys: ['Enter'], does: 'Start today’s practice' },

  record: { place: 'recorder', keys: ['R'], does: 'Record or stop' },
  pause: { place: 'recorder', keys: ['P'], does: 'Pause or resume' },
  outline: { place: 'recorder', keys: ['O'], does: 'Show or hide my outline' },

  play: { place: 'listening', keys: ['Space'], does: 'Play or pause' },
  seek: {
    place: 'listening',
    keys: ['Left', 'Right'],
    does: '5 seconds back or on',
    repeats: true,
  },
  example: { place: 'listening', keys: ['E'], does: 'Show the example, then read it out' },

  markPart: {
    place: 'marking',
    keys: [situation, task, action, result],
    does: 'Situation, task, action, result',
  },
  markHeard: {
    place: 'marking',
    keys: [strong, filler, wandered],
    does: 'Strong, filler, wandered',
  },

  moveMark: {
    place: 'onMark',
    keys: ['Left', 'Right'],
    does: 'A tenth of a second back or on',
    repeats: true,
  },
  moveMarkFar: {
    place: 'onMark',
    keys: ['Shift+Left', 'Shift+Right'],
    does: 'A second back or on',
    repeats: true,
  },
  goToMark: { place: 'onMark', keys: ['Up', 'Down'], does: 'Previous or next mark', repeats: true },
  deleteMark: { place: 'onMark', keys: ['Delete', 'Backspace'], does: 'Delete the mark' },

  rate: { place: 'afterTake', keys: ['1', '2', '3', '4'], does: 'How did it go' },
  rubric: { place: 'afterTake', keys: ['Q'], does: 'Four more questions' },
  best: { place: 'afterTake', keys: ['B'], does: 'Keep as best' },
  undo: {
    place: 'afterTake',
    keys: ['Mod+Z'],
    does: 'Undo a delete',
    whileTyping: true,
    repeats: true,
  },

  answer: { place: 'inRubric', keys: ['1', '2', '3', '4'], does: 'No, partly, mostly, yes' },
  takeBack: { place: 'inRubric', keys: ['Delete', 'Backspace'], does: 'Take the answer back' },
  leave: { place: 'inRubric', keys: ['Esc'], does: 'Leave them' },

  flip: { place: 'comparing', keys: ['F'], does: 'Flip to the other take' },
  loop: { place: 'comparing', keys: ['[', ']'], does: 'Loop from here, to here' },
  cancel: { place: 'comparing', keys: ['Esc'], does: 'Clear the loop; blind: stop' },
  hear: { place: 'comparing', keys: ['1', '2'], does: 'Blind: play X or Y' },

  startAnswering: { place: 'interview', keys: ['Space'], does: 'Start answering' },

  goOn: { place: 'finished', keys: ['Enter'], does: 'The next thing' },

  newQuestion: { place: 'questions', keys: ['N'], does: 'New question' },
  searchQuestions: { place: 'questions', keys: ['/'], does: 'Search questions' },
  goToQuestion: {
    place: 'questions',
    keys: ['Up', 'Down'],
    does: 'Previous or next of the list',
    repeats: true,
  },
  checkQuestion: { place: 'questions', keys: ['Space'], does: 'Select it' },
  openQuestion: { place: 'questions', keys: ['Enter'], does: 'Open it' },
  starQuestion: { place: 'questions', keys: ['S'], does: 'Star it, or take the star away' },
  saveQuestion: {
    place: 'inForm',
    keys: ['Mod+Enter'],
    does: 'Save it',
    whileTyping: true,
  },

  step: {
    place: 'around',
    keys: ['Shift+Left', 'Shift+Right'],
    does: 'Previous or next question',
  },
  find: { place: 'around', keys: ['Mod+F'], does: 'Search this screen', whileTyping: true },
  newSession: {
    place: 'around',
    keys: ['Mod+N'],
    does: 'New session',
    menu: 'New Session…',
    whileTyping: true,
  },
  practice: {
    place: 'around',
    keys: ['Mod+1'],
    does: 'Practice',
    menu: 'Practice',
    whileTyping: true,
  },
  history: {
    place: 'around',
    keys: ['Mod+2'],
    does: 'History',
    menu: 'History',
    whileTyping: true,
  },
  questions: {
    place: 'around',
    keys: ['Mod+3'],
    does: 'Questions',
    menu: 'Questions',
    whileTyping: true,
  },
  progress: {
    place: 'around',
    keys: ['Mod+4'],
    does: 'Progress',
    menu: 'Progress',
    whileTyping: true,
  },
  settings: {
    place: 'around',
    keys: ['Mod+,'],
    does: 'Settings',
    menu: 'Settings',
    whileTyping: true,
  },
  zoomIn: {
    place: 'around',
    keys: ['Mod+Plus', 'Mod+='],
    does: 'Larger',
    menu: 'Zoom In',
    repeats: true,
  },
  zoomOut: {
    place: 'around',
    keys: ['Mod+-'],
    does: 'Smaller',
    menu: 'Zoom Out',
    repeats: true,
  },
  resetZoom: { place: 'around', keys: ['Mod+0'], does: 'Usual size', menu: 'Actual Size' },
  shortcuts: { place: 'around', keys: ['?'], does: 'This list', menu: 'Keyboard Shortcuts' },
} as const satisfies Record<string, Shortcut>

export type CommandId = keyof typeof KEYMAP
export const COMMAND_IDS = Object.keys(KEYMAP) as CommandId[]

/** What the keymap says of a command, whichever it is. */
export function shortcutOf(command: CommandId): Shortcut {
  return KEYMAP[command]
}
