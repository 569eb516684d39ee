// @ts-check
// Writes resources/packs/pack.schema.json, the format of packs for editors and other programs, from
// the schema in the code. Run it when that changes; a test compares.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { format } from 'prettier'
import './typescript-imports.mjs'

const { packJsonSchema } = await import('../shared/questionLists/packFile')
const json = await format(JSON.stringify(packJsonSchema()), { parser: 'json', printWidth: 100 })
writeFileSync(join('resources', 'packs', 'pack.schema.json'), json)
