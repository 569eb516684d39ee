import { COMMAND_IDS, type CommandId, shortcutOf } from '../../shared/keys/keymap'
import { commandOf, type KeyPress, type PressedCommand } from '../../shared/keys/keyPress'
import { currentPlatform } from '../lib/platform'
import { followFocus } from './focusOrigin'
import { isKept } from './keptKeys'

/**
 * Which of its keys was pressed, from 0, and the press, unless it was made earlier. False says: not
 * now, ask the next scope.
 */
export type CommandHandler = (nth: number, event: KeyboardEvent | null) => void | false

/** What commands do at the moment; undefined: nothing. */
export type Handlers = { readonly [Command in CommandId]?: CommandHandler | undefined }

/**
 * Who is asked first. Marks come before all: while a take plays their letters are marks, whatever
 * else these are, also for what has the focus. So these hear of a press on its way down.
 */
const LAYERS = ['marks', 'screen', 'app'] as const
export type Layer = (typeof LAYERS)[number]

interface Scope {
  readonly layer: Layer
  readonly handlers: () => Handlers
}

const scopes: Scope[] = []
let modalCount = 0
let stopListening: (() => void) | null = null

/** Asks these handlers too, before those that were there before, until the returned function is called. */
export function addScope(scope: Scope): () => void {
  scopes.unshift(scope)
  stopListening ??= listen()
  return () => {
    scopes.splice(scopes.indexOf(scope), 1)
    if (scopes.length > 0) return
    stopListening?.()
    stopListening = null
  }
}

/** Carries out a command as if its key was pressed now; for a press that came a moment too early. */
export function perform(command: CommandId, nth: number): void {
  for (const layer of LAYERS) {
    for (const { handlers } of scopes.filter((scope) => scope.layer === layer)) {
      const handler = handlers()[command]
      if (handler && handler(nth, null) !== false) return
    }
  }
}

/** A modal dialog is open: no command is carried out behind it until the returned function is called. */
export function blockKeys(): () => void {
  modalCount += 1
  return () => void (modalCount -= 1)
}

export function areKeysBlocked(): boolean {
  return modalCount > 0
}

/** What is pressed while words are composed belongs to the input method, Enter and Escape too. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229
}

/** The first of these commands that the press stands for, for what handles its own keys while it has the focus. */
export function commandIn<Command extends CommandId>(
  event: KeyboardEvent,
  commands: readonly Command[],
): PressedCommand<Command> | null {
  if (isComposing(event)) return null
  return commandOf(pressOf(event), commands, currentPlatform() === 'mac')
}

function pressOf(event: KeyboardEvent): KeyPress {
  return {
    key: event.key,
    code: event.code,
    shift: event.shiftKey,
    control: event.ctrlKey,
    alt: event.altKey,
    meta: event.metaKey,
    altGraph: event.getModifierState('AltGraph'),
  }
}

function listen(): () => void {
  const onWayDown = (event: KeyboardEvent) => dispatch(event, ['marks'])
  const onWayUp = (event: KeyboardEvent) => dispatch(event, ['screen', 'app'])
  const stopFollowing = followFocus()
  window.addEventListener('keydown', onWayDown, { capture: true })
  window.addEventListener('keydown', onWayUp)
  return () => {
    stopFollowing()
    window.removeEventListener('keydown', onWayDown, { capture: true })
    window.removeEventListener('keydown', onWayUp)
  }
}

/** The guards that hold for every command, once. */
function dispatch(event: KeyboardEvent, layers: readonly Layer[]): void {
  if (event.defaultPrevented || areKeysBlocked()) return
  for (const layer of layers) {
    for (const { handlers } of scopes.filter((scope) => scope.layer === layer)) {
      if (carryOut(event, handlers())) return
    }
  }
}

/** Whether these handlers had a use for the press; then nobody else gets it. */
function carryOut(event: KeyboardEvent, handlers: Handlers): boolean {
  const commands = COMMAND_IDS.filter((command) => handlers[command])
  const pressed = commandIn(event, commands)
  if (!pressed || isKept(pressed.command, event.key, event.target)) return false
  // A key that is held down repeats: it is taken all the same, or Space would scroll the page.
  const goesOn = !event.repeat || shortcutOf(pressed.command).repeats === true
  if (goesOn && handlers[pressed.command]?.(pressed.nth, event) === false) return false
  event.preventDefault()
  return true
}
