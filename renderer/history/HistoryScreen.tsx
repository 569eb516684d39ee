import { useCallback, useEffect, useState } from 'react'
import { request } from '../api'
import { Page } from '../app/Page'
import { go } from '../app/route'
import { useAnnounce } from '../ui/Announcer'
import { Button } from '../ui/Button'
import { Loading } from '../ui/Loading'
import { Trouble } from '../ui/Trouble'
import { troubleOf } from '../ui/troubleWords'
import { useDebounced } from '../lib/useDebounced'
import { useDeleteSession } from './useDeleteSession'
import { NoSessions } from './NoSessions'
import { SearchField } from '../ui/search/SearchField'
import { Sessions } from './Sessions'
import { useRememberedSearch } from './search/useRememberedSearch'
import type { ListedSession } from './sessionList'
import { useSessionList } from './useSessionList'

/** Results change with each letter; only those of somebody who has paused are read out. */
const READ_OUT_AFTER_MS = 500

/** Every session there was, newest first, and a search through all of them. */
export function HistoryScreen() {
  const [typed, setTyped] = useRememberedSearch()
  const [list, loader] = useSessionList(typed.trim())
  const announce = useAnnounce()
  const deleteSession = useDeleteSession()
  const [trouble, setTrouble] = useState<{ error: unknown } | null>(null)

  const remove = useCallback(
    (sessionId: string) => {
      setTrouble(null)
      loader.hide(sessionId)
      deleteSession(sessionId).catch((error: unknown) => {
        setTrouble({ error })
        loader.reload()
      })
    },
    [loader, deleteSession],
  )

  const chooseFor = useCallback(
    ({ id: sessionId, finishedAtMs }: ListedSession) => {
      request('sessions.menu', { isUnfinished: finishedAtMs === null }).then(
        (chosen) => {
          if (chosen === 'open') go({ screen: 'pastSession', sessionId })
          if (chosen === 'resume') go({ screen: 'session', sessionId })
          if (chosen === 'delete') remove(sessionId)
        },
        (error: unknown) => setTrouble({ error }),
      )
    },
    [remove],
  )

  const found = useDebounced(
    list.state === 'ready' && list.query !== ''
      ? `${list.ids.length}${list.isWhole ? '' : ' or more'}`
      : null,
    READ_OUT_AFTER_MS,
  )
  useEffect(() => {
    if (found) announce(found === '1' ? '1 session found' : `${found} sessions found`)
  }, [found, announce])

  return (
    <Page
      heading="History"
      beside={<SearchField name="Search history" value={typed} onChange={setTyped} />}
    >
      {trouble && <Trouble {...troubleOf(trouble.error)} />}
      {list.state === 'loading' && <Loading>Opening your sessions</Loading>}
      {list.state === 'failed' && (
        <Trouble {...troubleOf(list.error)}>
          <Button onClick={loader.reload}>Try again</Button>
        </Trouble>
      )}
      {list.state === 'ready' && list.ids.length === 0 && list.isWhole && (
        <NoSessions query={list.query} onClear={() => setTyped('')} />
      )}
      {list.state === 'ready' && list.ids.length > 0 && (
        <Sessions
          key={list.query}
          list={list}
          onShown={loader.show}
          onRetry={loader.reload}
          onDelete={remove}
          onMenu={chooseFor}
        />
      )}
    </Page>
  )
}
