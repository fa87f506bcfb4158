import type { Element, Root } from 'hast'
import { type PluggableList, unified } from 'unified'
import type { Node } from 'unist'
import type { LayoutName } from '../model/deck.ts'
import type { Layout, Layouts } from '../model/layout.ts'

/**
 * Wraps layouts so that rehype plugins run over the content of each slide, before it is measured and sanitized. The
 * plugins must be synchronous. Rendering throws a `TypeError` if they return anything but a root.
 */
export function withPlugins(layouts: Layouts, plugins: PluggableList): Layouts {
  if (plugins.length === 0) return layouts
  const processor = unified().use(plugins).freeze()
  const wrap = <L extends LayoutName>(layout: Layout<L>): Layout<L> => ({
    ...layout,
    render(slots, context) {
      const root: Root = { type: 'root', children: [...layout.render(slots, context)] }
      const result = processor.runSync(root)
      if (!isRoot(result)) throw new TypeError('A rehype plugin must return a hast root.')
      return result.children.filter(isElement)
    },
  })
  // Each draft is offered to the layouts in this order.
  return {
    title: wrap(layouts.title),
    agenda: wrap(layouts.agenda),
    part: wrap(layouts.part),
    takeaways: wrap(layouts.takeaways),
    closing: wrap(layouts.closing),
    chart: wrap(layouts.chart),
    table: wrap(layouts.table),
    code: wrap(layouts.code),
    image: wrap(layouts.image),
    number: wrap(layouts.number),
    quote: wrap(layouts.quote),
    comparison: wrap(layouts.comparison),
    timeline: wrap(layouts.timeline),
    statement: wrap(layouts.statement),
    points: wrap(layouts.points),
  }
}

function isRoot(node: Node): node is Root {
  return node.type === 'root'
}

function isElement(node: Root['children'][number]): node is Element {
  return node.type === 'element'
}
