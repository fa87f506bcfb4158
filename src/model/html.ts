/** A document as HTML, in two, so that another body can take the place of one that is shown. */
export interface Html {
  /** All before the content of the body, with its opening tag. */
  readonly head: string
  /** The content of the body. */
  readonly body: string
}

const END = '</body></html>'

export function wholeOf({ head, body }: Html): string {
  return `${head}${body}${END}\n`
}

/** The two halves of a document with an empty body, and what is to stand in it. */
export function halvesOf(empty: string, body: string): Html {
  if (!empty.endsWith(END)) throw new Error(`A document does not end with ${END}.`)
  return { head: empty.slice(0, -END.length), body }
}
