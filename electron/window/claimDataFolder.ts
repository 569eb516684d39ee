import { app } from 'electron'
import { AppError } from '../../shared/errors'
import { type DataFolder, dataFolderAt } from '../disk/dataFolder'
import { otherComputer, usableFolder, whyLocked } from '../disk/usableFolder'

const SWITCH = 'user-data-dir'

/**
 * Takes the data folder for this instance alone: two at once would write to the same files. Call it
 * before anything is written.
 * @returns null when another instance has it, which has come to the front then
 * @throws {AppError} FOLDER_UNUSABLE, FOLDER_IN_USE; each names the folder
 */
export function claimDataFolder(): DataFolder | null {
  const path = usableFolder({ asked: askedFolder(), given: givenFolder })
  const computer = otherComputer(path)
  if (computer !== null) {
    const words = `the computer ${computer} has it open; if that is over, remove SingletonLock from it`
    throw new AppError('FOLDER_IN_USE', `${path}: ${words}`)
  }
  if (app.requestSingleInstanceLock()) return dataFolderAt(path)
  const reason = whyLocked(path)
  if (reason === null) return null
  throw new AppError('FOLDER_IN_USE', `${path}: ${reason}`)
}

function askedFolder(): string | null {
  // With a blank in place of the =, or after a lone --, it is no switch to Chromium.
  const isAsked = process.argv.some((argument) => /^--?user-data-dir(?:=|$)/.test(argument))
  if (!isAsked && !app.commandLine.hasSwitch(SWITCH)) return null
  return app.commandLine.getSwitchValue(SWITCH)
}

function givenFolder(): string | null {
  try {
    return app.getPath('userData')
  } catch {
    return null
  }
}
