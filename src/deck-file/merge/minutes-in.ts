/** Finds the minutes in front matter that Lectern wrote. */
export function minutesIn(frontMatter: string): number | undefined {
  const [, minutes] = /^minutes: *["']?(\d+(?:\.\d+)?)/m.exec(frontMatter) ?? []
  return minutes === undefined ? undefined : Number(minutes)
}
