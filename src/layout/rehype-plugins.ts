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
  const withPluginsOn = <L extends LayoutName>(layout: Layout<L>): Layout<L> => ({
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
    title: withPluginsOn(layouts.title),
    agenda: withPluginsOn(layouts.agenda),
    part: withPluginsOn(layouts.part),
    takeaways: withPluginsOn(layouts.takeaways),
    closing: withPluginsOn(layouts.closing),
    chart: withPluginsOn(layouts.chart),
    table: withPluginsOn(layouts.table),
    code: withPluginsOn(layouts.code),
    image: withPluginsOn(layouts.image),
    number: withPluginsOn(layouts.number),
    quote: withPluginsOn(layouts.quote),
    comparison: withPluginsOn(layouts.comparison),
    timeline: withPluginsOn(layouts.timeline),
    statement: withPluginsOn(layouts.statement),
    points: withPluginsOn(layouts.points),
  }
}

function isRoot(node: Node): node is Root {
  return node.type === 'root'
}

function isElement(node: Root['children'][number]): node is Element {
  return node.type === 'element'
}
