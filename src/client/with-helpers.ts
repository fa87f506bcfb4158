/** Any function that runs in the page. */
type PageFunction = (...args: never[]) => unknown

/**
 * Bundles a function that runs in the page with the functions of its file that it needs. Functions are sent to the page
 * as text, and the text of the result contains them all, so that they find each other by name. They must be declared
 * with `function` and use nothing else from outside.
 */
export function withHelpers<Main extends PageFunction>(main: Main, helpers: readonly PageFunction[]): Main {
  const text = `(...args) => {\n${helpers.join('\n')}\nreturn (${main})(...args)\n}`
  return Object.assign(main, { toString: () => text })
}
