import type { Part } from '../faults'

const ROLES: Readonly<Record<string, string>> = {
  A: 'link',
  BUTTON: 'button',
  SELECT: 'combobox',
  TEXTAREA: 'textbox',
  SUMMARY: 'button',
  DIALOG: 'dialog',
  NAV: 'navigation',
  MAIN: 'main',
  UL: 'list',
  OL: 'list',
  TABLE: 'table',
  SECTION: 'region',
  FIELDSET: 'group',
}
const INPUT_ROLES: Readonly<Record<string, string>> = {
  checkbox: 'checkbox',
  radio: 'radio',
  range: 'slider',
  search: 'searchbox',
}
const PLACES =
  'dialog, nav, main, section, table, fieldset, ul[aria-label], ol[aria-label], [role="region"], [role="radiogroup"], [role="toolbar"], [role="group"]'
const LONGEST_NAME = 60

/** How a test or a screen reader would name it, the place where it is, and its box. */
export function partOf(element: Element, box: DOMRectReadOnly, text?: string): Part {
  const { x, y, width, height } = box
  const own = text === undefined ? named(element) : `text "${shortened(text)}"`
  const place = element.parentElement?.closest(PLACES)
  return {
    what: place ? `${own} in ${named(place)}` : own,
    box: { x, y, width, height },
  }
}

/** Its role or tag, and its name or its first class. */
export function named(element: Element): string {
  const role = element.getAttribute('role') ?? roleOf(element)
  const name = nameOf(element, role)
  if (role !== null && name !== '') return `${role} "${name}"`
  const [firstClass] = element.classList
  const tag = element.localName + (firstClass === undefined ? '' : `.${firstClass}`)
  return role === null || role === element.localName ? tag : `${role} ${tag}`
}

function roleOf(element: Element): string | null {
  if (element instanceof HTMLInputElement) return INPUT_ROLES[element.type] ?? 'textbox'
  return ROLES[element.tagName] ?? null
}

function nameOf(element: Element, role: string | null): string {
  const label = element.getAttribute('aria-label')
  if (label !== null) return shortened(label)
  const labelIds = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? []
  const labels = labelIds.map((id) => document.getElementById(id)?.textContent ?? '')
  if (labels.length > 0) return shortened(labels.join(' '))
  if (element instanceof HTMLInputElement || element instanceof HTMLSelectElement) {
    return shortened([...(element.labels ?? [])].map(({ textContent }) => textContent).join(' '))
  }
  const namesItself = role === 'button' || role === 'link' || role === 'tab'
  return namesItself ? shortened(element.textContent) : ''
}

function shortened(text: string): string {
  const words = text.replaceAll(/\s+/g, ' ').trim()
  return words.length > LONGEST_NAME ? `${words.slice(0, LONGEST_NAME - 1)}…` : words
}
