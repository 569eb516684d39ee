import { useState } from 'react'
import { BackLink } from './BackLink'
import { placeToReturn } from './placeToReturn'
import type { Route } from './route'

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
    default:
      return 'Back to History'
  }
}
