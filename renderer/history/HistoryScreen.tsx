import { useEffect, useState } from 'react'
import { Page } from '../app/Page'
import { useAnnounce } from '../ui/Announcer'
import { Button } from '../ui/Button'
import { Loading } from '../ui/Loading'
import { Trouble } from '../ui/Trouble'
import { troubleOf } from '../ui/troubleWords'
import { useDebounced } from '../ui/useDebounced'
import { useDeleteSession } from './useDeleteSession'
import { NoSessions } from './NoSessions'
import { SearchField } from './SearchField'
import { Sessions } from './Sessions'
import { useRememberedSearch } from './useRememberedSearch'
import { useSessionList } from './useSessionList'

const SEARCH_DELAY_MS = 150

/** Every session there was, newest first, and a search through all of them. */
export function HistoryScreen() {
  const [typed, setTyped] = useRememberedSearch()
  const query = useDebounced(typed.trim(), SEARCH_DELAY_MS)
  const [list, { reload, loadMore, hide }] = useSessionList(query)
  const announce = useAnnounce()
  const deleteSession = useDeleteSession()
  const [trouble, setTrouble] = useState<{ error: unknown } | null>(null)

  const remove = (sessionId: string) => {
    setTrouble(null)
    hide(sessionId)
    deleteSession(sessionId).catch((error: unknown) => {
      setTrouble({ error })
      reload()
    })
  }

  const found =
    list.state === 'ready' && list.query !== ''
      ? `${list.sessions.length}${list.more === 'none' ? '' : ' or more'}`
      : null
  useEffect(() => {
    if (found) announce(found === '1' ? '1 session found' : `${found} sessions found`)
  }, [found, announce])

  return (
    <Page heading="History" beside={<SearchField value={typed} onChange={setTyped} />}>
      {trouble && <Trouble {...troubleOf(trouble.error)} />}
      {list.state === 'loading' && <Loading>Opening your sessions</Loading>}
      {list.state === 'failed' && (
        <Trouble {...troubleOf(list.error)}>
          <Button onClick={reload}>Try again</Button>
        </Trouble>
      )}
      {list.state === 'ready' && list.sessions.length === 0 && list.more === 'none' && (
        <NoSessions query={list.query} onClear={() => setTyped('')} />
      )}
      {list.state === 'ready' && list.sessions.length > 0 && (
        <Sessions
          query={list.query}
          sessions={list.sessions}
          more={list.more}
          onMore={loadMore}
          onDelete={remove}
        />
      )}
    </Page>
  )
}
