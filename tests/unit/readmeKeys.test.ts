import { readFileSync } from 'node:fs'
import { format } from 'prettier'
import { expect, test } from 'vitest'
import { COMMAND_IDS, KEY_PLACES, type Shortcut, shortcutOf } from '../../shared/keys/keymap'

/** A key as the README writes it. */
function written(key: string): string {
  return key.split('+').join(' + ').replace('Mod', 'Ctrl or Cmd').replace('Plus', '+')
}

function row({ keys, does, place }: Shortcut): string {
  return `| ${keys.map(written).join(', ')} | ${does} | ${KEY_PLACES[place]} |`
}

test('the table of keys in the README is that of the keymap', async () => {
  const rows = COMMAND_IDS.map(shortcutOf).map(row)
  const table = ['| key | does | where |', '| --- | --- | --- |', ...rows].join('\n')
  const [, section = ''] = readFileSync('README.md', 'utf8').split('## Keys\n')
  expect(section.slice(0, section.indexOf('\nSingle keys rest')).trim()).toBe(
    (await format(table, { parser: 'markdown' })).trim(),
  )
})
