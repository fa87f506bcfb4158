// Makes functions that can be sent to the page as text.

/** Any function that runs in the page. */
type PageFunction = (...args: never[]) => unknown

/**
 * Makes a function that runs in the page from `main` and the functions of its file that it needs. Functions are sent to
 * the page as text, and the text of the result contains them all, so that they can find each other by name. They must
 * be declared with `function` and use nothing else from outside.
 */
export function pageFunction<Main extends PageFunction>(main: Main, helpers: readonly PageFunction[]): Main {
  const text = `(() => {\n${helpers.join('\n')}\nreturn ${main}\n})()`
  return Object.assign(main, { toString: () => text })
}

/**
 * Makes a function that runs in the page as `pageFunction` does, from functions of several files. Those of other files
 * are `tools`, which `main` gets as its first argument: bundlers and test runners rename imports, so a function that is
 * sent as text cannot use them.
 */
export function pageFunctionWithTools<
  Tools extends Readonly<Record<string, PageFunction>>,
  Args extends readonly unknown[],
  Result,
>(
  tools: Tools,
  main: (tools: Tools, ...args: Args) => Result,
  helpers: readonly PageFunction[],
): (...args: Args) => Result {
  const entries = Object.entries(tools).map(([name, tool]) => `${name}: ${tool}`)
  const text = `(() => {\n${helpers.join('\n')}\nconst tools = {\n${entries.join(',\n')}\n}\nreturn (...args) => (${main})(tools, ...args)\n})()`
  return Object.assign((...args: Args) => main(tools, ...args), { toString: () => text })
}
