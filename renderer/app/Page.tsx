import type { ReactNode } from 'react'
import styles from './Page.module.css'

interface PageProps {
  heading: string
  /** Stands at the right end of the heading's line. */
  beside?: ReactNode
  children: ReactNode
}

/** A screen that is read from top to bottom: Practice, History, Settings. */
export function Page({ heading, beside, children }: PageProps) {
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <h1 className={styles['heading']}>{heading}</h1>
        {beside}
      </header>
      {children}
    </div>
  )
}
