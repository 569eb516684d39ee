import { request } from '../api'
import { useAnswer } from '../lib/useAnswer'

const readAbout = () => request('app.about')

/** What main knows of the app itself: its version and where its data lies. */
export function useAbout() {
  return useAnswer(readAbout)
}
