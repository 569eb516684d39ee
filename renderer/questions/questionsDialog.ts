/** What is open above the list of questions. */
export type QuestionsDialog =
  | { readonly kind: 'new' }
  | { readonly kind: 'paste' }
  /** Files that were dropped; null: one is to be chosen. */
  | { readonly kind: 'import'; readonly files: readonly File[] | null }
  | { readonly kind: 'export'; readonly questionIds: readonly string[] }
