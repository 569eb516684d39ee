import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ErrorWords } from '../../shared/errors'
import styles from './Trouble.module.css'

interface TroubleProps {
  words: ErrorWords
  /** For machines and bug reports; small, at the end. */
  code?: string
  children?: ReactNode
}

/** Something went wrong: what happened, what was kept, what to do next; `children` are the ways out. */
export function Trouble({ words, code, children }: TroubleProps) {
  return (
    <div role="alert" className={styles['trouble']}>
      <CircleAlert className={styles['icon']} aria-hidden="true" size={18} />
      <div className={styles['words']}>
        <p className={styles['happened']}>{words.happened}</p>
        <p className={styles['rest']}>
          {words.kept} {words.next} {code && <span className={styles['code']}>{code}</span>}
        </p>
      </div>
      {children && <div className={styles['ways']}>{children}</div>}
    </div>
  )
}
