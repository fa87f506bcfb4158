/** An HTML document in two parts, so that the body can be replaced while the document is shown. */
export interface Html {
  /** Everything before the content of the body, including its opening tag. */
  readonly head: string
  readonly body: string
}

const END = '</body></html>'

export function wholeHtml({ head, body }: Html): string {
  return `${head}${body}${END}\n`
}

/** Splits a document with an empty body into two halves, to put content between them. */
export function splitHtml(empty: string, body: string): Html {
  if (!empty.endsWith(END)) throw new Error(`A document does not end with ${END}.`)
  return { head: empty.slice(0, -END.length), body }
}
