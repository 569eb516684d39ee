/**
 * Every way in which a request to main can fail. The code is for machines; the words are for
 * people: what happened, what was kept, what to do next.
 */
export type ErrorCode =
  | 'BAD_REQUEST'
  | 'FOREIGN_SENDER'
  | 'NOT_FOUND'
  | 'TAKE_NOT_RECORDING'
  | 'TAKE_OUT_OF_ORDER'
  | 'DISK_FULL'
  | 'DISK_REFUSED'
  | 'FOLDER_UNUSABLE'
  | 'FOLDER_IN_USE'
  | 'DATA_NEWER'
  | 'DATA_DAMAGED'
  | 'BACKUP_CORRUPT'
  | 'VERSION_NEWER'
  | 'INTERNAL'

export interface ErrorWords {
  happened: string
  kept: string
  next: string
}

export const ERROR_WORDS: Record<ErrorCode, ErrorWords> = {
  BAD_REQUEST: {
    happened: 'Soundcheck asked itself for something that makes no sense.',
    kept: 'Nothing was changed.',
    next: 'Try again. If it happens twice, restart Soundcheck.',
  },
  FOREIGN_SENDER: {
    happened: 'A request came from outside the Soundcheck window and was refused.',
    kept: 'Nothing was changed.',
    next: 'Restart Soundcheck.',
  },
  NOT_FOUND: {
    happened: 'That is not here any more.',
    kept: 'Everything else is where it was.',
    next: 'Go back and open it again from the list.',
  },
  TAKE_NOT_RECORDING: {
    happened: 'This take was closed already.',
    kept: 'What was recorded until then is saved.',
    next: 'Record again.',
  },
  TAKE_OUT_OF_ORDER: {
    happened: 'A piece of the recording went missing on its way to the disk.',
    kept: 'Everything before it is saved.',
    next: 'Record again.',
  },
  DISK_FULL: {
    happened: 'The disk is full.',
    kept: 'Everything that was saved until now is kept.',
    next: 'Free some space, then try again. Deleting takes works too.',
  },
  DISK_REFUSED: {
    happened: 'The system did not let Soundcheck write to its data folder.',
    kept: 'Everything that was saved until now is kept.',
    next: 'Check that the folder in Settings can be written to.',
  },
  FOLDER_UNUSABLE: {
    happened: 'Soundcheck cannot use the folder that it should keep everything in.',
    kept: 'Nothing was written, there or anywhere else.',
    next: 'If it is on a disk of its own, plug that in. Otherwise check its name, and that you may write to it. Then start Soundcheck again.',
  },
  FOLDER_IN_USE: {
    happened: 'Soundcheck cannot make sure that nobody else uses its data folder right now.',
    kept: 'Nothing was changed.',
    next: 'Close Soundcheck wherever else it is open, then start it again.',
  },
  DATA_NEWER: {
    happened: 'A newer Soundcheck has written this data folder.',
    kept: 'Nothing was changed.',
    next: 'Start the newer version, or update this one.',
  },
  DATA_DAMAGED: {
    happened: 'The database is damaged.',
    kept: 'Every recording is still in its file, and every backup stays as it is.',
    next: 'Quit Soundcheck and start it again: it then goes back to its newest backup and finds every take.',
  },
  BACKUP_CORRUPT: {
    happened: 'This backup is damaged.',
    kept: 'Nothing was changed.',
    next: 'Choose another backup.',
  },
  VERSION_NEWER: {
    happened: 'This backup was made by a newer Soundcheck.',
    kept: 'Nothing was changed.',
    next: 'Restore it with the newer version, or choose an older backup.',
  },
  INTERNAL: {
    happened: 'Something went wrong inside Soundcheck.',
    kept: 'Everything that was saved until now is kept.',
    next: 'Try again. If it happens twice, restart Soundcheck.',
  },
}

/** An error with a code that crosses the contract unchanged. */
export class AppError extends Error {
  readonly code: ErrorCode

  constructor(code: ErrorCode, detail?: string, options?: ErrorOptions) {
    super(detail ?? ERROR_WORDS[code].happened, options)
    this.name = 'AppError'
    this.code = code
  }
}
