import type { FormValues } from './values/formValues'

/** Of a pack that is made for a question: the question's, else the system's. */
export function newPackLanguage({ language }: FormValues): string {
  return language || new Intl.Locale(navigator.language || 'en').language
}
