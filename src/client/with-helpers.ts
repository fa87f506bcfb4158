/** A function of the page, of any kind. */
type PageFunction = (...args: never[]) => unknown

/**
 * A function of the page together with the functions of its file that it calls. A page gets functions as text, and this one's text has
 * them all, so they see each other there by their names. They have to be declared with `function`, and may use nothing else from outside.
 */
export function withHelpers<Main extends PageFunction>(main: Main, helpers: readonly PageFunction[]): Main {
  const text = `(...args) => {\n${helpers.join('\n')}\nreturn (${main})(...args)\n}`
  return Object.assign(main, { toString: () => text })
}
