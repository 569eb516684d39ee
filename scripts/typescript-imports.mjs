// @ts-check
// For `node --import`, or to import first: lets Node import the source as it is, without its file
// endings.
import { registerHooks } from 'node:module'
import { extname } from 'node:path'

registerHooks({
  resolve: (specifier, context, nextResolve) => {
    const isOurs = context.parentURL && !context.parentURL.includes('/node_modules/')
    const isSource = isOurs && specifier.startsWith('.') && extname(specifier) === ''
    return nextResolve(isSource ? `${specifier}.ts` : specifier, context)
  },
})
