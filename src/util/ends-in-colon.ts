/** Whether a text introduces what follows it: it ends in a colon, also one as wide as a Chinese character. */
export function endsInColon(text: string): boolean {
  return /[:：]\s*$/.test(text)
}
