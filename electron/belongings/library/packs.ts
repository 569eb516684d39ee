import { z } from 'zod'
import { PackKindSchema } from '../../../shared/model'
import { PackIdSchema } from '../../../shared/pack'
import { replaceOwnPacks } from '../../store/questions/ownPacks'
import { recordedBelonging } from '../belonging'

const StoredPackSchema = z.object({
  id: PackIdSchema,
  /** A kind of a newer Soundcheck is a pack of one's own all the same. */
  kind: PackKindSchema.catch('own'),
  title: z.string(),
  description: z.string(),
  language: z.string(),
  position: z.number().int(),
  deletedAtMs: z.number().int().nonnegative().nullable(),
})
export type StoredPack = z.infer<typeof StoredPackSchema>

/** The packs that the person has made or brought in. Those of the app come with the app. */
export const packs = recordedBelonging({
  tables: [{ name: 'packs', owner: 'id', except: ['digest'] }],
  shape: { packs: z.array(StoredPackSchema).default([]) },
  json: `json_object('packs', json((SELECT json_group_array(json_object('id', id, 'kind', kind,
      'title', title, 'description', description, 'language', language, 'position', position,
      'deletedAtMs', deleted_at_ms))
    FROM (SELECT * FROM packs WHERE kind <> 'built-in' AND is_deleted = 0 ORDER BY position, id))))`,
  write: (db, _library, fields) => replaceOwnPacks(db, fields.packs),
  // Of one pack the name that it has here.
  merge: (here, there) => ({
    packs: [
      ...here.packs,
      ...there.packs.filter(({ id }) => !here.packs.some((pack) => pack.id === id)),
    ].toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1)),
  }),
  onRestore: 'stays',
  isSearched: false,
})
