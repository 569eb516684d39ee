import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { LICENCES_FILE, thirdPartyLicences } from '../../scripts/licences.mjs'

it('the licences that ship are those of the installed versions', () => {
  expect(readFileSync(LICENCES_FILE, 'utf8')).toBe(thirdPartyLicences())
})
