import type { Element, Root } from 'hast'
import { type PluggableList, unified } from 'unified'
import type { Node } from 'unist'
import { LAYOUT_NAMES, type LayoutName } from '../model/deck.ts'
import type { Layout, Layouts } from '../model/layout.ts'

/**
 * Wraps layouts so that rehype plugins run over the content of each slide, before it is measured and sanitized. The
 * plugins must be synchronous. Rendering throws a `TypeError` if they return anything but a root.
 */
export function withPlugins(layouts: Layouts, plugins: PluggableList): Layouts {
  if (plugins.length === 0) return layouts
  const processor = unified().use(plugins).freeze()
  // The copy keeps the order in which each draft is offered to the layouts.
  const wrapped: { -readonly [L in LayoutName]: Layout<L> } = { ...layouts }
  const wrap = <L extends LayoutName>(name: L) => {
    const layout = layouts[name]
    wrapped[name] = {
      ...layout,
      render(slots, context) {
        const root: Root = { type: 'root', children: [...layout.render(slots, context)] }
        const result = processor.runSync(root)
        if (!isRoot(result)) throw new TypeError('A rehype plugin must return a hast root.')
        return result.children.filter(isElement)
      },
    }
  }
  LAYOUT_NAMES.forEach(wrap)
  return wrapped
}

function isRoot(node: Node): node is Root {
  return node.type === 'root'
}

function isElement(node: Root['children'][number]): node is Element {
  return node.type === 'element'
}
