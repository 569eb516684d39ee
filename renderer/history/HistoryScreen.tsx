import { useEffect, useState } from 'react'
import { Page } from '../app/Page'
import { useAnnounce } from '../ui/Announcer'
import { Button } from '../ui/Button'
import { Loading } from '../ui/Loading'
import { Trouble } from '../ui/Trouble'
import { troubleOf } from '../ui/troubleWords'
import { useDebounced } from '../ui/useDebounced'
import { NoSessions } from './NoSessions'
import { SearchField } from './SearchField'
import { Sessions } from './Sessions'
import { useSessionList } from './useSessionList'

const SEARCH_DELAY_MS = 150

/** Every session there was, newest first, and a search through all of them. */
export function HistoryScreen() {
  const [typed, setTyped] = useState('')
  const query = useDebounced(typed.trim(), SEARCH_DELAY_MS)
  const [list, { reload, loadMore, hide }] = useSessionList(query)
  const announce = useAnnounce()

  const found =
    list.state === 'ready' && list.query !== ''
      ? `${list.sessions.length}${list.more === 'none' ? '' : ' or more'}`
      : null
  useEffect(() => {
    if (found) announce(found === '1' ? '1 session found' : `${found} sessions found`)
  }, [found, announce])

  return (
    <Page heading="History" beside={<SearchField value={typed} onChange={setTyped} />}>
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
          onHide={hide}
          onReload={reload}
        />
      )}
    </Page>
  )
}
