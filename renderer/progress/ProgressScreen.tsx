import { Page } from '../app/Page'
import { Button } from '../ui/Button'
import { Loading } from '../ui/Loading'
import { Trouble } from '../ui/Trouble'
import { troubleOf } from '../ui/troubleWords'
import { QuestionStandings } from './questions/QuestionStandings'
import { useProgress } from './useProgress'
import { HowYouSound } from './weeks/HowYouSound'
import { ThisWeek } from './weeks/ThisWeek'
import { sinceBegun } from './weeks/weekWords'

/** What was practised, week by week and question by question. Nothing is scored. */
export function ProgressScreen() {
  const [progress, askAgain] = useProgress()
  return (
    <Page heading="Progress">
      {progress.state === 'loading' && <Loading>Looking back over your takes</Loading>}
      {progress.state === 'failed' && (
        <Trouble {...troubleOf(progress.error)}>
          <Button onClick={askAgain}>Try again</Button>
        </Trouble>
      )}
      {progress.state === 'ready' && (
        <>
          <ThisWeek weeks={sinceBegun(progress.value.weeks)} />
          <HowYouSound weeks={sinceBegun(progress.value.weeks)} />
          <QuestionStandings progress={progress.value} />
        </>
      )}
    </Page>
  )
}
