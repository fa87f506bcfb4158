import type { Element, Root } from 'hast'
import { type PluggableList, unified } from 'unified'
import type { Node } from 'unist'
import type { LayoutName } from '../model/deck.ts'
import type { Layout, Layouts } from '../model/layout.ts'

/**
 * Wraps layouts so that rehype plugins run over the content of each slide, before it is measured and sanitized. The
 * plugins must be synchronous.
 */
export function withPlugins(layouts: Layouts, plugins: PluggableList): Layouts {
  if (plugins.length === 0) return layouts
  const processor = unified().use(plugins).freeze()
  const plugged = <L extends LayoutName>(layout: Layout<L>): Layout<L> => ({
    ...layout,
    render(slots, surroundings) {
      const root: Root = { type: 'root', children: [...layout.render(slots, surroundings)] }
      const made = processor.runSync(root)
      if (!isRoot(made)) throw new TypeError('A rehype plugin must return a hast root.')
      return made.children.filter(isElement)
    },
  })
  // The layouts in the order in which drafts are offered to them.
  return {
    title: plugged(layouts.title),
    agenda: plugged(layouts.agenda),
    part: plugged(layouts.part),
    takeaways: plugged(layouts.takeaways),
    closing: plugged(layouts.closing),
    chart: plugged(layouts.chart),
    table: plugged(layouts.table),
    code: plugged(layouts.code),
    image: plugged(layouts.image),
    number: plugged(layouts.number),
    quote: plugged(layouts.quote),
    comparison: plugged(layouts.comparison),
    timeline: plugged(layouts.timeline),
    statement: plugged(layouts.statement),
    points: plugged(layouts.points),
  }
}

function isRoot(node: Node): node is Root {
  return node.type === 'root'
}

function isElement(node: Root['children'][number]): node is Element {
  return node.type === 'element'
}
