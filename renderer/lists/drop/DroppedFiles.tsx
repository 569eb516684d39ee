import { lazy, Suspense, useEffect, useState } from 'react'
import { go } from '../../app/route'
import styles from './DroppedFiles.module.css'
import { receiveFiles } from './fileDrops'

// Most people never drop one: the first paint must not wait for it.
const ImportDialog = lazy(async () => ({
  default: (await import('../import/ImportDialog')).ImportDialog,
}))

/** A file that is dropped on the window, whatever screen is shown, is a list to import. */
export function DroppedFiles() {
  const [files, setFiles] = useState<readonly File[] | null>(null)
  const [isOver, setIsOver] = useState(false)
  useEffect(() => receiveFiles({ receive: setFiles, isDialog: false, hover: setIsOver }), [])
  return (
    <>
      {isOver && <p className={styles['hint']}>Drop to import questions</p>}
      {files && (
        <Suspense>
          <ImportDialog
            files={files}
            onImported={({ packId }) => void showQuestions(packId)}
            onClose={() => setFiles(null)}
          />
        </Suspense>
      )}
    </>
  )
}

async function showQuestions(packId: string): Promise<void> {
  const { lookAtPackNext } = await import('../../questions/list/rememberedQuestions')
  lookAtPackNext(packId)
  go({ screen: 'questions' })
}
