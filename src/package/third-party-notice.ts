import type { Package } from './packages.ts'

/**
 * Writes the notice about the packages in the program: a list of the packages, then each licence text once, below the
 * names of its packages.
 */
export function thirdPartyNotice(packages: readonly Package[]): string {
  const width = Math.max(...packages.map((each) => nameAndVersion(each).length))
  const list = packages.map((each) => `${nameAndVersion(each).padEnd(width)}  ${each.licence}`)
  const texts = [...new Set(packages.flatMap((each) => each.texts))].map((text) => {
    const owners = packages.filter((each) => each.texts.includes(text)).map(nameAndVersion)
    return `${SEPARATOR}\n${owners.join(', ')}\n\n${text}\n`
  })
  return `${NOTICE_OPENING}\n${list.join('\n')}\n\n${texts.join('\n')}`
}

const NOTICE_OPENING = `The files of Lectern contain code, styles and fonts of these packages, each under its own licence.
Where a package offers a choice of licences, Lectern uses it under the MIT licence. For the fonts of decks and the data of Lectern itself, see src/NOTICE.md.
`

const SEPARATOR = '-'.repeat(80)

function nameAndVersion({ name, version }: Package): string {
  return `${name} ${version}`
}
