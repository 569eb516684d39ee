import { useCallback, useState } from 'react'
import { request } from '../api'
import { Page } from '../app/Page'
import { href } from '../app/route'
import { useAnswer } from '../lib/useAnswer'
import { Button } from '../ui/Button'
import { Loading } from '../ui/Loading'
import { Trouble } from '../ui/Trouble'
import { troubleOf } from '../ui/troubleWords'
import type { QuestionsDialog } from './questionsDialog'
import { QuestionsDialogs } from './QuestionsDialogs'
import { QuestionsHead } from './QuestionsHead'

/** Every question of every pack. */
export function QuestionsScreen() {
  const [dialog, setDialog] = useState<QuestionsDialog | null>(null)
  const [list, askAgain] = useAnswer(
    useCallback(async () => {
      const all = { query: '', packId: null, tag: null, filter: 'all' } as const
      const { questionIds } = await request('questions.list', all)
      const rows = await request('questions.rows', { questionIds: questionIds.slice(0, 200) })
      return { questionIds, rows }
    }, []),
  )
  return (
    <Page
      heading="Questions"
      beside={
        <QuestionsHead
          shownIds={list.state === 'ready' ? list.value.questionIds : []}
          onOpen={setDialog}
        />
      }
    >
      {list.state === 'loading' && <Loading>Opening your questions</Loading>}
      {list.state === 'failed' && (
        <Trouble {...troubleOf(list.error)}>
          <Button onClick={askAgain}>Try again</Button>
        </Trouble>
      )}
      {list.state === 'ready' && (
        <ul aria-label="Questions">
          {list.value.rows.map(({ id, question }) => (
            <li key={id}>
              <a href={href({ screen: 'question', questionId: id })}>{question}</a>
            </li>
          ))}
        </ul>
      )}
      <QuestionsDialogs
        open={dialog}
        packId={null}
        onClose={() => setDialog(null)}
        onChanged={askAgain}
      />
    </Page>
  )
}
