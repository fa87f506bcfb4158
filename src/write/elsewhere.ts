import type { Nodes } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Group } from './group.ts'

/**
 * Whether a group stands under a heading that turns from the matter to who made it, what else to read and whom to write to: an
 * audience is told so, if at all. What may be the matter itself ("References" of a language) is so only where it is a list of links.
 */
export function isElsewhere({ form, under, lead, block }: Group): boolean {
  if (form === 'list' && MAKERS.test(under.trim())) return true
  const heading = under.replace(/^\P{L}+|[^\p{L}!?]+$/gu, '')
  if (CREDITS.test(heading)) return form === 'image' || form === 'list' || form === 'prose'
  const isOfLinks = form === 'list' && block !== null && mostlyLeads(block.node)
  // "Resources:", "The fact sheets of the harbour:"
  if (isOfLinks && SOURCES.test(lead?.text ?? '')) return true
  return isOfLinks ? BESIDE.test(heading) || LINKS.test(heading) : form === 'prose' && BESIDE.test(heading)
}

const CREDITS =
  /^(?:special )?(?:acknowledge?ments?|credits?|thanks?(?: you| to)?|thank yous?)(?: (?:and|&) (?:acknowledge?ments?|contact|thanks))?[!?]*$|^about the authors?$|^other contributors$/i

const BESIDE =
  /^(?:(?:additional|external|further|more|other|related|useful) (?:information|links|materials?|reading|resources?)(?: (?:about|for|on|regarding) .{2,60})?|see also|(?:learn|read) more|(?:like|want) to (?:know|learn) more|(?:how to )?(?:get(?:ting)? involved|get in touch|reach us|stay in touch)|contact(?: us)?|feedback|questions(?: (?:and|or|&) (?:comments|feedback))?|any questions)[!?]*$/i

const MAKERS = /^(?:about )?(?:the |our )?(?:authors|contributors|reviewers)$/i

const LINKS = /^(?:links?|(?:footnotes and |notes and )?references?|resources?|sources?)$/i

const SOURCES =
  /^(?:[\p{L}’'&-]+ ){0,5}(?:articles|blog posts|docs|documentation|fact sheets?|further reading|guides|links|materials|policies|policy|posts|reading|references|resources|tutorials|videos)(?: (?:about|on|for) [^:]{2,40})?\W*$/iu

/** Whether most items of a list lead elsewhere. */
function mostlyLeads(node: Nodes): boolean {
  const items: boolean[] = []
  visit(node, 'listItem', (item) => {
    const links: boolean[] = []
    visit(item, 'link', ({ url }) => void links.push(!url.startsWith('#')))
    items.push(links.some(Boolean))
  })
  return items.filter(Boolean).length * 2 > items.length
}
