import {
  type RefObject,
  useCallback,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { Page } from '../app/Page'
import { useCommands } from '../keys/useCommands'
import { count } from '../lib/format'
import { useDebounced } from '../lib/useDebounced'
import { receiveFiles } from '../lists/drop/fileDrops'
import { useAnnounce } from '../ui/Announcer'
import { Button } from '../ui/Button'
import { Loading } from '../ui/Loading'
import { Trouble } from '../ui/Trouble'
import { troubleOf } from '../ui/troubleWords'
import { QuestionFilters } from './filters/QuestionFilters'
import { ListHead } from './list/ListHead'
import { EVERY_QUESTION, isEveryQuestion, type QuestionSearch } from './list/questionList'
import { QuestionTable, type QuestionTableHandle } from './list/QuestionTable'
import { leaveQuestionsPlace, questionsPlace } from './list/rememberedQuestions'
import { NoQuestions } from './NoQuestions'
import { PacksDialog } from './packs/PacksDialog'
import type { QuestionsDialog } from './questionsDialog'
import { QuestionsDialogs } from './QuestionsDialogs'
import { QuestionsFoot } from './QuestionsFoot'
import { QuestionsHead } from './QuestionsHead'
import styles from './QuestionsScreen.module.css'
import { SelectedDialogs } from './selected/SelectedDialogs'
import { useSelectedActions } from './selected/useSelectedActions'
import { usePacksAndTags } from './usePacksAndTags'

/** Results change with each letter; only those of somebody who has paused are read out. */
const READ_OUT_AFTER_MS = 500

const NO_IDS: readonly string[] = []

/** Every question of every pack, and what can be done with several of them at once. */
export function QuestionsScreen() {
  const [place] = useState(questionsPlace)
  const { loader, selection } = place
  const [search, setSearch] = useState(place.search)
  const [dialog, setDialog] = useState<QuestionsDialog | null>(null)
  const [editsPacks, setEditsPacks] = useState(false)
  const table = useRef<QuestionTableHandle>(null)
  const list = useSyncExternalStore(loader.list.subscribe, loader.list.get)
  const checked = useSyncExternalStore(selection.ids.subscribe, selection.ids.get)
  const { packs, tags } = usePacksAndTags(loader)
  const ids = list.state === 'ready' ? list.ids : NO_IDS
  const isWhole = list.state === 'ready' && list.isWhole
  const checkedIds = inListOrder(checked, ids)
  const shownCheckedCount = checkedIds.length === 0 ? 0 : ids.filter((id) => checked.has(id)).length
  const selected = useSelectedActions(checkedIds, place)
  useFocusKept(checkedIds.length > 0, table)
  useReadOut(isWhole && list.search.query !== '' ? ids.length : null)

  const look = useCallback(
    (next: QuestionSearch) => {
      setSearch(next)
      place.look(next)
    },
    [place],
  )
  useEffect(() => {
    const disconnect = loader.connect()
    return () => {
      disconnect()
      leaveQuestionsPlace(place)
    }
  }, [loader, place])
  // What comes from a file is seen here at once.
  useEffect(
    () =>
      receiveFiles({ receive: (files) => setDialog({ kind: 'import', files }), isDialog: false }),
    [],
  )
  useCommands({ newQuestion: () => setDialog({ kind: 'new' }) })

  return (
    <Page
      heading="Questions"
      beside={<QuestionsHead shownIds={isWhole ? ids : NO_IDS} onOpen={setDialog} />}
    >
      <div className={styles['screen']}>
        <div className={styles['head']}>
          <QuestionFilters
            search={search}
            packs={packs}
            tags={tags}
            onChange={look}
            onDown={() => table.current?.focusFirst()}
            onEditPacks={() => setEditsPacks(true)}
          />
          {ids.length > 0 && (
            <ListHead
              checkedCount={shownCheckedCount}
              shownCount={ids.length}
              onToggleAll={() => isWhole && selection.toggleAll(ids)}
            />
          )}
        </div>
        {selected.trouble && <Trouble {...troubleOf(selected.trouble.error)} />}
        {list.state === 'loading' && <Loading>Opening your questions</Loading>}
        {list.state === 'failed' && (
          <Trouble {...troubleOf(list.error)}>
            <Button onClick={loader.reload}>Try again</Button>
          </Trouble>
        )}
        {list.state === 'ready' && ids.length === 0 && (
          <NoQuestions search={list.search} onClear={look} />
        )}
        {list.state === 'ready' && ids.length > 0 && (
          <QuestionTable ref={table} list={list} checked={checked} place={place} />
        )}
        {list.state === 'ready' && (
          <QuestionsFoot
            shownCount={list.count}
            checkedCount={checkedIds.length}
            unseenCount={checkedIds.length - shownCheckedCount}
            onPractiseShown={
              isWhole && isNarrowed(list.search)
                ? () => selected.practiseFound(list.search, ids)
                : null
            }
            onPractise={selected.practise}
            onAsk={selected.ask}
            onExport={() => setDialog({ kind: 'export', questionIds: checkedIds })}
            onClear={selection.clear}
          />
        )}
      </div>
      <QuestionsDialogs
        open={dialog}
        packId={search.packId}
        onClose={() => setDialog(null)}
        // What has come is seen at once, whatever was looked for before.
        onChanged={(packId) => look({ ...EVERY_QUESTION, packId })}
      />
      <SelectedDialogs
        action={selected.action}
        packs={packs}
        tags={tags}
        onDelete={selected.remove}
        onDone={() => {
          selected.close()
          selection.clear()
        }}
        onClose={selected.close}
      />
      {editsPacks && (
        <PacksDialog
          packs={packs}
          onDeleted={(packId, questionIds) => {
            selection.remove(questionIds)
            if (search.packId === packId) look({ ...search, packId: null })
          }}
          onClose={() => setEditsPacks(false)}
        />
      )}
    </Page>
  )
}

/** To fewer than all; what is not for the person is not practised. */
function isNarrowed(search: QuestionSearch): boolean {
  return !isEveryQuestion(search) && search.filter !== 'notForMe'
}

/** As they stand in the list; those that it does not show come after them. */
function inListOrder(checked: ReadonlySet<string>, ids: readonly string[]): readonly string[] {
  if (checked.size === 0) return NO_IDS
  const shown = ids.filter((id) => checked.has(id))
  const isShown = new Set(shown)
  return [...shown, ...[...checked].filter((id) => !isShown.has(id))]
}

/** What is done with checked questions is done by buttons that are gone when none is checked. */
function useFocusKept(hasChecked: boolean, table: RefObject<QuestionTableHandle | null>): void {
  const had = useRef(hasChecked)
  useEffect(() => {
    const isFocusLost = document.activeElement === document.body
    if (had.current && !hasChecked && isFocusLost) table.current?.focusCurrent()
    had.current = hasChecked
  }, [hasChecked, table])
}

function useReadOut(foundCount: number | null): void {
  const announce = useAnnounce()
  const found = useDebounced(foundCount, READ_OUT_AFTER_MS)
  useEffect(() => {
    if (found !== null) announce(`${count(found, 'question')} found`)
  }, [found, announce])
}
