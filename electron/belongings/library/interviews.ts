import { z } from 'zod'
import {
  INTERVIEWS_JSON,
  replaceInterviews,
  StoredInterviewSchema,
  type StoredInterview,
} from '../../store/interviews/interviewRows'
import { recordedBelonging } from '../belonging'

/** The interviews that one practises for, and those that one has been to. */
export const interviews = recordedBelonging({
  tables: [
    { name: 'interviews', owner: 'id' },
    { name: 'interview_questions', owner: 'interview_id' },
  ],
  shape: { interviews: z.array(StoredInterviewSchema).default([]) },
  json: `json_object('interviews', json(${INTERVIEWS_JSON}))`,
  write: (db, _library, fields) => replaceInterviews(db, fields.interviews),
  merge: (here, there) => ({
    interviews: [
      ...here.interviews.map((interview) => {
        const other = there.interviews.find(({ id }) => id === interview.id)
        return other ? both(interview, other) : interview
      }),
      ...there.interviews.filter(({ id }) => !here.interviews.some((one) => one.id === id)),
    ].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  }),
  onRestore: 'stays',
  isSearched: false,
})

/** Of one interview the place and the date that it has here; whatever they asked in either. */
function both(here: StoredInterview, there: StoredInterview): StoredInterview {
  const isThereNewer = (there.calendar?.sequence ?? -1) > (here.calendar?.sequence ?? -1)
  return {
    ...here,
    askedQuestionIds: [
      ...new Set([...here.askedQuestionIds, ...there.askedQuestionIds]),
    ].toSorted(),
    toldAtMs: here.toldAtMs ?? there.toldAtMs,
    calendar: isThereNewer ? there.calendar : here.calendar,
    deletedAtMs: there.deletedAtMs === null ? null : here.deletedAtMs,
  }
}
