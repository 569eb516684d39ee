import type { RequestInput, RequestName, RequestOutput } from '../../shared/contract'

/** What a handler may return: nothing at all where the contract says `undefined`. */
type Answer<Output> = Output extends undefined ? void : Output

/** A handler for every request of one domain, as in HandlersOf<'sessions'>: none can be forgotten. */
export type HandlersOf<Domain extends string> = {
  [Name in Extract<RequestName, `${Domain}.${string}`>]: (
    input: RequestInput<Name>,
  ) => Answer<RequestOutput<Name>> | Promise<Answer<RequestOutput<Name>>>
}
