/** An HTML document in two parts, so that the body can be replaced while the document is shown. */
export interface Html {
  /** Everything before the content of the body, including its opening tag. */
  readonly head: string
  readonly body: string
}

const END = '</body></html>'

export function joinHtml({ head, body }: Html): string {
  return `${head}${body}${END}\n`
}

/** Splits a document with an empty body into its head and its body, and fills the body with this content. */
export function splitHtml(emptyDocument: string, body: string): Html {
  if (!emptyDocument.endsWith(END)) throw new Error(`The document does not end with ${END}.`)
  return { head: emptyDocument.slice(0, -END.length), body }
}
