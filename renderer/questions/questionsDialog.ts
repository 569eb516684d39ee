/** What is open above the list of questions. */
export type QuestionsDialog =
  | { readonly kind: 'new' }
  | { readonly kind: 'paste' }
  | { readonly kind: 'import' }
  | { readonly kind: 'export'; readonly questionIds: readonly string[] }
