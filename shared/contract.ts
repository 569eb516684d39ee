/**
 * THE contract between main and renderer: every request with what goes in and what comes out, and
 * every event. The compiler checks both sides against the types inferred here; main checks every
 * call at run time against the same schemas.
 */
import { z } from 'zod'
import { MAX_NOTES_CHARACTERS } from './defaults'
import {
  BackupNameSchema,
  BackupSchema,
  DatabaseRescueSchema,
  RestoreChangesSchema,
} from './backup'
import { interviewRequests } from './interviews/interviewRequests'
import { MarkKindSchema, MarkNoteSchema, MarkSchema } from './marks'
import { MeasuringSchema } from './measures'
import { mockRequests } from './mock/mockRequests'
import {
  IdSchema,
  ProcessingSchema,
  QuestionIdSchema,
  RatingSchema,
  SessionIdSchema,
  SettingsSchema,
  TakeIdSchema,
  TakeSchema,
} from './model'
import { FollowUpSchema } from './pack'
import { practiceRequests } from './practice/practiceRequests'
import { progressRequests } from './progress/progressRequests'
import { listRequests } from './questionLists/listRequests'
import { questionRequests } from './questions/questionRequests'
import { sessionRequests } from './sessions/sessionRequests'
import { RubricItemSchema, RubricSchema, RubricStepSchema } from './rubric'

/** No take is longer than a day. */
const MAX_TAKE_MS = 24 * 60 * 60 * 1000

const Nothing = z.undefined()
const SessionRef = z.strictObject({ sessionId: SessionIdSchema })
const TakeRef = z.strictObject({ takeId: TakeIdSchema })
const MarkRef = z.strictObject({ markId: IdSchema })
const AtMs = z.number().min(0).max(MAX_TAKE_MS)
const BackupRef = z.strictObject({ name: BackupNameSchema })

/** A second of Opus is about 16 KB; a chunk of more than this is not one of ours. */
const MAX_CHUNK_BYTES = 4 * 1024 * 1024
const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array)
const Chunk = Bytes.refine((bytes) => bytes.byteLength <= MAX_CHUNK_BYTES)

export const requests = {
  ...sessionRequests,
  ...questionRequests,
  ...listRequests,
  ...interviewRequests,
  ...practiceRequests,
  ...mockRequests,
  ...progressRequests,

  /** Makes the take's row and file, so that nothing recorded can be lost after it answers. */
  'takes.begin': {
    input: SessionRef.extend({
      questionId: QuestionIdSchema,
      /** The words of the follow-up that is answered, when it is not the question itself. */
      followUp: FollowUpSchema.optional(),
      microphone: z.string().max(500),
      processing: ProcessingSchema,
    }),
    output: TakeSchema,
  },
  /** Appends one chunk of WebM and the peaks that belong to it (see peaks.ts); answers when both are on the disk. */
  'takes.append': {
    input: TakeRef.extend({
      /** Counts from 0; a gap is an error. */
      sequence: z.number().int().nonnegative(),
      audio: Chunk,
      peaks: Chunk,
    }),
    output: Nothing,
  },
  /** Closes the file, gives it a length and an index, and answers with the take that can be played. */
  'takes.finish': { input: TakeRef, output: TakeSchema },
  /** Takes back a take in which no sound arrived. One with sound in it is finished instead. */
  'takes.abandon': { input: TakeRef, output: Nothing },
  /** The take's peaks as signed bytes (see peaks.ts); empty when it has none. */
  'takes.peaks': { input: TakeRef, output: Bytes },
  'takes.rate': { input: TakeRef.extend({ rating: RatingSchema.nullable() }), output: Nothing },
  'takes.annotate': {
    input: TakeRef.extend({ notes: z.string().max(MAX_NOTES_CHARACTERS) }),
    output: Nothing,
  },
  /** At most one take of a question in a session is its best one; a follow-up's never is. */
  'takes.keepAsBest': { input: TakeRef.extend({ isBest: z.boolean() }), output: Nothing },
  /** Hides the take; after UNDO_MS, or when the app quits, it is gone for good. */
  'takes.delete': { input: TakeRef, output: Nothing },
  'takes.restore': { input: TakeRef, output: Nothing },
  /**
   * Looks at the file of a take that would not play, and answers with the take as it is now known:
   * damaged, or as long as what can be read of it.
   */
  'takes.examine': { input: TakeRef, output: TakeSchema },

  /** Shows the system's menu for a take, where the pointer is; answers with what was chosen. */
  'takes.menu': {
    /** Null for a take that cannot be the best one. */
    input: z.strictObject({ isBest: z.boolean().nullable() }),
    output: z.enum(['play', 'best', 'delete']).nullable(),
  },

  /** How the take sounds, measured from its signal; starts measuring when it was not measured yet. */
  'measures.read': { input: TakeRef, output: MeasuringSchema },

  /** In the order of the answer. */
  'marks.list': { input: TakeRef, output: z.array(MarkSchema) },
  'marks.add': {
    input: TakeRef.extend({
      kind: MarkKindSchema,
      atMs: AtMs,
      /** A removed mark that comes back brings its note. */
      note: MarkNoteSchema.optional(),
    }),
    output: MarkSchema,
  },
  'marks.change': {
    input: MarkRef.extend({
      kind: MarkKindSchema.optional(),
      atMs: AtMs.optional(),
      note: MarkNoteSchema.optional(),
    }),
    output: MarkSchema,
  },
  'marks.remove': { input: MarkRef, output: Nothing },

  'rubric.read': { input: TakeRef, output: RubricSchema },
  /** Answers one of the four questions, or with null takes the answer back. */
  'rubric.answer': {
    input: TakeRef.extend({ item: RubricItemSchema, step: RubricStepSchema.nullable() }),
    output: Nothing,
  },

  /** Takes that a crash ended and that the person has not decided on yet. */
  'recovery.list': {
    input: Nothing,
    output: z.array(z.strictObject({ take: TakeSchema, question: z.string() })),
  },
  /** The person has decided: it is not asked about again. Discarding is `takes.delete`. */
  'recovery.settle': { input: TakeRef, output: Nothing },
  /** What became of a database that was lost or damaged at this start; null when it was sound. */
  'recovery.database': { input: Nothing, output: DatabaseRescueSchema.nullable() },
  /** The person has read it. */
  'recovery.settleDatabase': { input: Nothing, output: Nothing },

  /** Copies of the database, newest first; sound is not in them. */
  'backups.list': { input: Nothing, output: z.array(BackupSchema) },
  'backups.make': { input: Nothing, output: BackupSchema },
  /** What restoring this backup would change; changes nothing. */
  'backups.preview': { input: BackupRef, output: RestoreChangesSchema },
  /** Brings back what the backup holds; what is newer than it stays. A backup of now is made first. */
  'backups.restore': { input: BackupRef, output: RestoreChangesSchema },

  /** How much more can be recorded before the disk is full, in milliseconds of sound. */
  'disk.room': {
    input: Nothing,
    output: z.strictObject({ recordableMs: z.number().nonnegative() }),
  },

  /**
   * The name of the microphone that the system really records with, where the page is not told:
   * on Linux. Null when it is not known.
   */
  'microphone.source': { input: Nothing, output: z.string().nullable() },

  'settings.read': { input: Nothing, output: SettingsSchema },
  'settings.change': { input: SettingsSchema.partial().strict(), output: SettingsSchema },

  'app.about': {
    input: Nothing,
    output: z.strictObject({ version: z.string(), dataFolder: z.string(), platform: z.string() }),
  },
  'app.openDataFolder': { input: Nothing, output: Nothing },
  /** The renderer's answer to the event `app.closing`: every recording is finished. */
  'app.readyToClose': { input: Nothing, output: Nothing },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>

export const events = {
  /** A command chosen in the application menu, by its key or by hand. */
  'menu.command': z.strictObject({
    command: z.enum([
      'newSession',
      'practice',
      'questions',
      'history',
      'progress',
      'settings',
      'shortcuts',
    ]),
    byKey: z.boolean(),
  }),
  /** The window is about to close: finish the recording, then send `app.readyToClose`. */
  'app.closing': Nothing,
  /** The measuring of a take went on, or ended. */
  'measures.changed': z.object({ takeId: TakeIdSchema, measuring: MeasuringSchema }),
  /** Takes were found or recovered, or a backup was restored: what is on the screen may be old. */
  'library.changed': Nothing,
} as const satisfies Record<string, z.ZodType>

export type RequestName = keyof typeof requests
export type RequestInput<Name extends RequestName> = z.infer<(typeof requests)[Name]['input']>
export type RequestOutput<Name extends RequestName> = z.infer<(typeof requests)[Name]['output']>
export type EventName = keyof typeof events
export type EventPayload<Name extends EventName> = z.infer<(typeof events)[Name]>
