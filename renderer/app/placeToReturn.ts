import type { Route } from './route'

/*
 * A question's page and a comparison are looked into from somewhere: a session, a past session, the
 * list of sessions, that of questions, Progress. The way back leads there, however many such pages were opened in between.
 */

let place: Route = { screen: 'history' }

/** Call with every route that is shown. */
export function rememberPlaceToReturn(route: Route): void {
  switch (route.screen) {
    case 'question':
    case 'compare':
      return
    case 'session':
    case 'pastSession':
    case 'questions':
    case 'progress':
      place = route
      return
    case 'practice':
    case 'finished':
    case 'interviewFinished':
    case 'history':
    case 'settings':
      place = { screen: 'history' }
  }
}

/** Where one was before looking into a question. */
export function placeToReturn(): Route {
  return place
}
