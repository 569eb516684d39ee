import { ArrowLeft } from 'lucide-react'
import { useState } from 'react'
import styles from './BackLink.module.css'
import { placeToReturn } from './placeToReturn'
import { href, type Route } from './route'

interface BackLinkProps {
  readonly to: Route
  readonly children: string
}

/** The way up, above the heading. */
export function BackLink({ to, children }: BackLinkProps) {
  return (
    <a href={href(to)} className={styles['back']} draggable={false} data-way-back>
      <ArrowLeft size={18} strokeWidth={1.75} aria-hidden="true" />
      {children}
    </a>
  )
}

/** From a question's page to where one was before: a session goes on at the question it was left at. */
export function BackToPlace() {
  const [place] = useState(placeToReturn)
  return <BackLink to={place}>{wordsOf(place)}</BackLink>
}

function wordsOf({ screen }: Route): string {
  switch (screen) {
    case 'session':
      return 'Back to the session'
    case 'pastSession':
      return 'Back to the past session'
    case 'questions':
      return 'Back to Questions'
    case 'progress':
      return 'Back to Progress'
    default:
      return 'Back to History'
  }
}
