// @ts-check
// For `node --import`: lets a child process import the source as it is, without its file endings.
import { registerHooks } from 'node:module'

registerHooks({
  resolve: (specifier, context, nextResolve) => {
    const isSource = specifier.startsWith('.') && context.parentURL?.endsWith('.ts')
    return nextResolve(isSource ? `${specifier}.ts` : specifier, context)
  },
})
