import { randomBytes } from 'node:crypto'
import { zstdCompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { CLOZE, deckOf, newCollection, oldCollection, type DeckNote } from './deck'
import { brief, read, refusal } from './reading'
import { zipBytes, type ZipEntry } from './zipBytes'

const NOTES: DeckNote[] = [
  {
    fields: ['What is <b>a heap</b>?&nbsp;', '<div>A tree.</div><ul><li>fast</li></ul>'],
    tags: ' data::trees  easy ',
  },
  { fields: ['{{c1::Paris::city}} is the capital of {{c2::France}}', 'Really'], kind: CLOZE },
]
const EXPECTED = [
  {
    row: 1,
    question: 'What is a heap?',
    id: 'guid-0',
    tags: ['data::trees', 'easy'],
    answers: ['A tree.\n- fast'],
  },
  {
    row: 2,
    question: '[city] is the capital of […]',
    id: 'guid-1',
    answers: ['Paris is the capital of France', 'Really'],
  },
]
const old = oldCollection(NOTES)
const MB = 1024 * 1024

test.each([
  ['collection.anki2', old],
  ['collection.anki21', old],
  ['collection.anki21b', old],
  ['collection.anki21b', newCollection(NOTES)],
])('the notes of %s', async (name, collection) => {
  const list = await read('deck.apkg', deckOf(name, collection))
  expect(list.format).toBe('apkg')
  expect(brief(list)).toEqual(EXPECTED)
})

test('the newest collection counts, under any name of the file', async () => {
  const update = oldCollection([{ fields: ['Please update to the latest Anki version', ''] }])
  const deck = deckOf('collection.anki21b', newCollection(NOTES), [
    { name: 'collection.anki2', content: update },
    { name: 'collection.anki21', content: update },
  ])
  expect(brief(await read('deck.zip', deck))).toEqual(EXPECTED)
})

test('pictures and sounds are left out and counted, however many there are', async () => {
  const pictures = Array.from({ length: 1500 }, (_, index): ZipEntry => ({
    name: String(index),
    content: randomBytes(64),
    method: 0,
  }))
  const notes: DeckNote[] = [
    { fields: ['Which lock? <img src="lock.jpg">', '[sound:a.mp3]A canal lock'] },
    { fields: ['<img src="b.jpg">', 'A weir'] },
    { fields: ['', ''] },
  ]
  const list = await read('deck.apkg', deckOf('collection.anki2', oldCollection(notes), pictures))
  expect(brief(list)).toEqual([
    { row: 1, question: 'Which lock?', id: 'guid-0', answers: ['A canal lock'] },
  ])
  expect(list.mediaLeftOut).toBe(3)
  expect(list.skipped).toEqual([
    { row: 2, reason: 'media' },
    { row: 3, reason: 'empty' },
  ])
})

test('a collection that was left in WAL mode is read', async () => {
  const wal = Buffer.from(old)
  wal.fill(2, 18, 20)
  expect(brief(await read('deck.apkg', deckOf('collection.anki21', wal)))).toEqual(EXPECTED)
})

test('scripts in a note are not even text', async () => {
  const fields = [
    'Why?<script>alert(1)</script>',
    '<a href="javascript:alert(1)" onclick="x()">so</a>',
  ]
  const list = await read('deck.apkg', deckOf('collection.anki2', oldCollection([{ fields }])))
  expect(brief(list)).toMatchObject([{ question: 'Why?', answers: ['so'] }])
})

const harmless: ZipEntry = { name: 'collection.anki2', content: old }
const named = (name: string): ZipEntry[] => [harmless, { name, content: 'x' }]

/** The beginning of a frame of zstd that says it has so many bytes, with a window of 1 KB. */
function frameOf(contentBytes: number): Buffer {
  const frame = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0xc0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
  frame.writeBigUInt64LE(BigInt(contentBytes), 6)
  return frame
}

const REFUSED: [what: string, entries: ZipEntry[], expected: object][] = [
  ['a way out of the folder', named('../x'), { code: 'ZIP_PATH', path: '../x' }],
  ['a way out in the middle', named('a/../../x'), { code: 'ZIP_PATH' }],
  ['an absolute name', named('/etc/passwd'), { code: 'ZIP_PATH' }],
  ['a drive letter', named('C:/x'), { code: 'ZIP_PATH' }],
  ['a backslash', named('..\\x'), { code: 'ZIP_PATH' }],
  ['a NUL', named('a\0b'), { code: 'ZIP_PATH' }],
  ['a device', named('CON'), { code: 'ZIP_PATH' }],
  ['a device with an ending', named('media/aux.txt'), { code: 'ZIP_PATH' }],
  ['no name', named(''), { code: 'ZIP_PATH' }],
  ['names that differ in case', named('Collection.ANKI2'), { code: 'ZIP_PATH' }],
  ['the same name twice', named('collection.anki2'), { code: 'ZIP_PATH' }],
  [
    'a link',
    [harmless, { name: '0', content: '/etc/passwd', mode: 0o120777 }],
    { code: 'ZIP_LINK', path: '0' },
  ],
  ['a device file', [harmless, { name: '0', content: '', mode: 0o020666 }], { code: 'ZIP_LINK' }],
  ['a password', [{ ...harmless, flags: 1 }], { code: 'ZIP_ENCRYPTED' }],
  [
    'a password on a picture',
    [harmless, { name: '0', content: 'x', flags: 1 }],
    { code: 'ZIP_ENCRYPTED' },
  ],
  ['AES', [{ ...harmless, method: 99 }], { code: 'ZIP_ENCRYPTED' }],
  [
    'an archive inside',
    [harmless, { name: 'more.zip', content: zipBytes([]) }],
    { code: 'ZIP_NESTED' },
  ],
  [
    'an archive as the collection',
    [{ name: 'collection.anki2', content: zipBytes([harmless]) }],
    { code: 'ZIP_NESTED' },
  ],
  [
    'zeros without end',
    [{ name: 'collection.anki2', content: Buffer.alloc(30 * MB) }],
    { code: 'ZIP_BOMB' },
  ],
  [
    'zeros without end in zstd',
    [{ name: 'collection.anki21b', content: zstdCompressSync(Buffer.alloc(30 * MB)) }],
    { code: 'ZIP_BOMB' },
  ],
  [
    'over 200 MB, as it says',
    [
      {
        name: 'collection.anki21b',
        content: frameOf(201 * MB),
      },
    ],
    { code: 'ZIP_BOMB' },
  ],
  ['a size that is a lie, too small', [{ ...harmless, size: 100 }], { code: 'ZIP_BOMB' }],
  [
    'a size that is a lie, too large',
    [{ ...harmless, size: old.length + 1 }],
    { code: 'ZIP_BOMB' },
  ],
  [
    'over 1,000 files that are no pictures',
    [
      harmless,
      ...Array.from({ length: 1000 }, (_, index) => ({ name: `a${String(index)}`, content: '' })),
    ],
    { code: 'ZIP_BOMB' },
  ],
  ['a wrong checksum', [{ ...harmless, crc: 1 }], { code: 'ZIP_DAMAGED' }],
  ['no collection', [{ name: 'media', content: '{}' }], { code: 'SCHEMA' }],
  ['a workbook', [{ name: 'xl/workbook.xml', content: '<x/>' }], { code: 'SCHEMA' }],
  [
    'a collection that is no database',
    [{ name: 'collection.anki2', content: 'x'.repeat(5000) }],
    { code: 'SCHEMA' },
  ],
  [
    'a collection that is no zstd',
    [{ name: 'collection.anki21b', content: old }],
    { code: 'ZIP_DAMAGED' },
  ],
]

test.each(REFUSED)('refused: %s', async (_, entries, expected) => {
  expect(await refusal('deck.apkg', zipBytes(entries))).toMatchObject(expected)
})

test('refused: an archive that was cut off, and one that is none', async () => {
  const deck = deckOf('collection.anki2', old)
  expect(await refusal('deck.apkg', deck.subarray(0, deck.length - 10))).toMatchObject({
    code: 'ZIP_DAMAGED',
  })
  expect(await refusal('deck.apkg', 'no archive')).toMatchObject({ code: 'ZIP_DAMAGED' })
  const zstd = zstdCompressSync(old)
  const cut = zipBytes([{ name: 'collection.anki21b', content: zstd.subarray(0, zstd.length / 2) }])
  expect(await refusal('deck.apkg', cut)).toMatchObject({ code: 'ZIP_DAMAGED' })
})

test('refused: zeros without end in a frame that does not say how many', async () => {
  const deck = deckOf('collection.anki21b', Buffer.alloc(30 * MB))
  expect(await refusal('deck.apkg', deck)).toMatchObject({ code: 'ZIP_BOMB' })
})

test('a collection in a frame that says how long it is', async () => {
  const content = zstdCompressSync(newCollection(NOTES))
  expect(
    brief(await read('deck.apkg', zipBytes([{ name: 'collection.anki21b', content }]))),
  ).toEqual(EXPECTED)
})

test('refused: a frame of zstd that asks for a window of 2 GB', async () => {
  const frame = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 21 << 3, 0, 0, 0, 0])
  const deck = zipBytes([{ name: 'collection.anki21b', content: frame }])
  expect(await refusal('deck.apkg', deck)).toMatchObject({ code: 'ZIP_BOMB' })
})

test.each([
  [
    'a view',
    'DROP TABLE notes; CREATE VIEW notes AS SELECT 1 AS id, 1 AS guid, 1 AS mid, 1 AS tags, 1 AS flds',
  ],
  [
    'a virtual table',
    'DROP TABLE notes; CREATE VIRTUAL TABLE notes USING fts5(id, guid, mid, tags, flds)',
  ],
  [
    'a column that is computed',
    'ALTER TABLE notes DROP COLUMN flds; ALTER TABLE notes ADD COLUMN flds AS (hex(zeroblob(1000)))',
  ],
  ['no table at all', 'DROP TABLE notes'],
])('refused: %s instead of the notes', async (_, change) => {
  const deck = deckOf('collection.anki2', oldCollection(NOTES, change))
  expect(await refusal('deck.apkg', deck)).toMatchObject({ code: 'SCHEMA', path: 'notes' })
})

test('refused: pages of the database that are overwritten', async () => {
  const broken = Buffer.from(
    oldCollection(
      Array.from({ length: 500 }, (_, index) => ({ fields: [`Q${String(index)}`, 'a'] })),
    ),
  )
  broken.fill(0xff, 4096 * 2, broken.length - 4096)
  expect(await refusal('deck.apkg', deckOf('collection.anki2', broken))).toMatchObject({
    code: 'ZIP_DAMAGED',
  })
})

test('refused: a note whose id another one has, a text too long', async () => {
  const twice = oldCollection([
    { fields: ['a', ''], guid: 'x' },
    { fields: ['b', ''], guid: 'x' },
  ])
  expect(await refusal('a.apkg', deckOf('collection.anki2', twice))).toMatchObject({
    code: 'DUPLICATE_ID',
    row: 2,
  })
  const long = oldCollection([{ fields: ['a', ''] }, { fields: ['b', 'x'.repeat(20_001)] }])
  expect(await refusal('a.apkg', deckOf('collection.anki2', long))).toMatchObject({
    code: 'FIELD_TOO_LONG',
    row: 2,
    path: 'Back',
  })
})
