import { unzipSync } from 'fflate'
import type { Element, Nodes, Root } from 'xast'
import { fromXml } from 'xast-util-from-xml'

/** The parts of a PowerPoint file. */
export interface Package {
  readonly bytes: ReadonlyMap<string, Uint8Array>
  /** The parts that are XML, by path. */
  readonly parts: ReadonlyMap<string, Root>
  /** The targets of a part's relations, by id. */
  relationsOf(path: string): ReadonlyMap<string, Relation>
}

export interface Relation {
  readonly type: string
  /** A path within the package, or an external address. */
  readonly target: string
  readonly isExternal: boolean
}

export function openPackage(zip: Uint8Array): Package {
  const bytes = new Map(Object.entries(unzipSync(zip)))
  const parts = new Map(
    [...bytes]
      .filter(([path]) => /\.(?:xml|rels)$/.test(path))
      .map(([path, data]) => [path, fromXml(new TextDecoder().decode(data))] as const),
  )
  const relationsOf = (path: string) => {
    const slash = path.lastIndexOf('/') + 1
    const file = parts.get(`${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`)
    const found = file === undefined ? [] : all(file, 'Relationship')
    return new Map(
      found.map(({ attributes }) => {
        const isExternal = attributes.TargetMode === 'External'
        const target = attributes.Target ?? ''
        const relation = {
          type: attributes.Type ?? '',
          target: isExternal ? target : resolved(path, target),
          isExternal,
        }
        return [attributes.Id ?? '', relation] as const
      }),
    )
  }
  return { bytes, parts, relationsOf }
}

function resolved(from: string, target: string): string {
  return new URL(target, `file:///${from}`).pathname.slice(1)
}

/** Every element with a name, in document order. */
export function all(node: Nodes, name: string): readonly Element[] {
  if (!('children' in node)) return []
  return node.children.flatMap((child) => [
    ...(child.type === 'element' && child.name === name ? [child] : []),
    ...all(child, name),
  ])
}

export function textIn(node: Nodes): string {
  return all(node, 'a:t')
    .map(({ children }) => children.map((child) => ('value' in child ? child.value : '')).join(''))
    .join('')
}

/** The slides in the order in which they are shown. */
export function slidePaths({ parts, relationsOf }: Package): readonly string[] {
  const relations = relationsOf('ppt/presentation.xml')
  const presentation = parts.get('ppt/presentation.xml')
  return presentation === undefined
    ? []
    : all(presentation, 'p:sldId').map(({ attributes }) => relations.get(attributes['r:id'] ?? '')?.target ?? '')
}

/**
 * Faults of a package: parts without a type, relations without a target, parts that nothing refers to, ids that are not
 * unique, children out of order, slides without exactly one title.
 */
export function faultsIn(pack: Package): readonly string[] {
  return [
    ...missingTypes(pack),
    ...brokenRelations(pack),
    ...unusedParts(pack),
    ...repeatedIds(pack),
    ...misplacedChildren(pack),
    ...slideFaults(pack),
  ]
}

function missingTypes({ bytes, parts }: Package): readonly string[] {
  const types = parts.get('[Content_Types].xml')
  if (types === undefined) return ['There is no [Content_Types].xml.']
  const extensions = new Set(all(types, 'Default').map(({ attributes }) => attributes.Extension))
  const named = new Set(all(types, 'Override').map(({ attributes }) => attributes.PartName?.slice(1)))
  const untyped = [...bytes.keys()].filter((path) => {
    if (path === '[Content_Types].xml' || named.has(path)) return false
    const extension = path.slice(path.lastIndexOf('.') + 1)
    return !extensions.has(extension) || extension === 'xml'
  })
  const absent = [...named].filter((path) => !bytes.has(path ?? ''))
  return [
    ...untyped.map((path) => `${path} has no type.`),
    ...absent.map((path) => `${path} has a type, but does not exist.`),
  ]
}

function brokenRelations({ bytes, parts, relationsOf }: Package): readonly string[] {
  return [...parts].flatMap(([path, root]) => {
    if (path.endsWith('.rels')) return []
    const relations = relationsOf(path)
    const broken = [...relations].filter(([, { target, isExternal }]) => !isExternal && !bytes.has(target))
    const unknown = references(root).filter((id) => !relations.has(id))
    return [
      ...broken.map(([id, { target }]) => `${path} ${id} refers to ${target}, which does not exist.`),
      ...unknown.map((id) => `${path} refers to ${id}, which is not among its relations.`),
    ]
  })
}

function unusedParts({ bytes, relationsOf }: Package): readonly string[] {
  const paths = [...bytes.keys()].filter((path) => !/^\[Content_Types\]\.xml$|\.rels$/.test(path))
  const used = new Set(['', ...paths].flatMap((path) => [...relationsOf(path).values()].map(({ target }) => target)))
  return paths.filter((path) => !used.has(path)).map((path) => `Nothing refers to ${path}.`)
}

function references(node: Nodes): readonly string[] {
  if (!('children' in node)) return []
  const own = node.type === 'element' ? Object.entries(node.attributes) : []
  return [
    ...own.filter(([name, value]) => name.startsWith('r:') && value !== '').map(([, value]) => value ?? ''),
    ...node.children.flatMap(references),
  ]
}

function repeatedIds({ parts }: Package): readonly string[] {
  const repeated = (ids: readonly (string | null | undefined)[]) => ids.filter((id, index) => ids.indexOf(id) < index)
  const shapes = [...parts].flatMap(([path, root]) =>
    repeated(all(root, 'p:cNvPr').map(({ attributes }) => attributes.id)).map(
      (id) => `${path} has two shapes with the id ${id}.`,
    ),
  )
  const roots = [...parts.values()]
  const idsOf = (name: string) => roots.flatMap((root) => all(root, name).map(({ attributes }) => attributes.id))
  const masters = repeated([...idsOf('p:sldMasterId'), ...idsOf('p:sldLayoutId')])
  return [
    ...shapes,
    ...masters.map((id) => `Two masters or layouts have the id ${id}.`),
    ...repeated(idsOf('p:sldId')).map((id) => `Two slides have the id ${id}.`),
  ]
}

/** The children that an element may have, in their order: ECMA-376 part 1, annex A. Required ones end in `!`. */
const CHILDREN: Readonly<Record<string, string>> = {
  'p:presentation':
    'p:sldMasterIdLst! p:notesMasterIdLst p:handoutMasterIdLst p:sldIdLst p:sldSz! p:notesSz! p:embeddedFontLst p:defaultTextStyle p:extLst',
  'p:sldMaster': 'p:cSld! p:clrMap! p:sldLayoutIdLst! p:transition p:timing p:hf p:txStyles! p:extLst',
  'p:sldLayout': 'p:cSld! p:clrMapOvr p:transition p:timing p:hf p:extLst',
  'p:sld': 'p:cSld! p:clrMapOvr p:transition p:timing p:extLst',
  'p:notes': 'p:cSld! p:clrMapOvr p:extLst',
  'p:cSld': 'p:bg p:spTree! p:custDataLst p:controls p:extLst',
  'p:sp': 'p:nvSpPr! p:spPr! p:style p:txBody p:extLst',
  'p:pic': 'p:nvPicPr! p:blipFill! p:spPr! p:style p:extLst',
  'p:graphicFrame': 'p:nvGraphicFramePr! p:xfrm! a:graphic! p:extLst',
  'p:txBody': 'a:bodyPr! a:lstStyle a:p!',
  'a:txBody': 'a:bodyPr! a:lstStyle a:p!',
  'a:p': 'a:pPr a:r|a:br|a:fld a:endParaRPr',
  'a:pPr': 'a:lnSpc a:spcBef a:spcAft a:buClr a:buSzPct a:buFont a:buNone|a:buAutoNum|a:buChar a:tabLst a:defRPr',
  'a:rPr': 'a:ln a:solidFill a:highlight a:latin a:ea a:cs a:sym a:hlinkClick',
  'a:r': 'a:rPr a:t!',
  'a:tbl': 'a:tblPr a:tblGrid! a:tr',
  'a:tcPr': 'a:lnL a:lnR a:lnT a:lnB a:noFill|a:solidFill',
  'a:theme': 'a:themeElements! a:objectDefaults a:extraClrSchemeLst',
}

function misplacedChildren({ parts }: Package): readonly string[] {
  return [...parts].flatMap(([path, root]) =>
    Object.entries(CHILDREN).flatMap(([name, order]) =>
      all(root, name).flatMap((element) => misplaced(element, order.split(' ')).map((fault) => `${path} ${fault}`)),
    ),
  )
}

function misplaced({ name, children }: Element, order: readonly string[]): readonly string[] {
  const names = children.flatMap((child) => (child.type === 'element' ? [child.name] : []))
  const steps = order.map((step) => ({ names: step.replace('!', '').split('|'), isRequired: step.endsWith('!') }))
  const indexes = names.map((child) => steps.findIndex((step) => step.names.includes(child)))
  const unknown = names.filter((_, index) => indexes[index] === -1)
  const isSorted = indexes.every((place, index) => index === 0 || place >= (indexes[index - 1] ?? 0))
  const absent = steps.filter(({ names: own, isRequired }) => isRequired && !own.some((each) => names.includes(each)))
  return [
    ...unknown.map((child) => `${name} must not contain ${child}.`),
    ...(isSorted ? [] : [`The children of ${name} are not in order: ${names.join(' ')}.`]),
    ...absent.map((step) => `${name} lacks ${step.names.join(' or ')}.`),
  ]
}

/**
 * Checks that each slide has one layout, one title, a note, alternative texts for its pictures, no placeholder that is
 * missing in its layout, and none twice.
 */
function slideFaults(pack: Package): readonly string[] {
  const { parts, relationsOf } = pack
  return slidePaths(pack).flatMap((path) => {
    const root = parts.get(path)
    if (root === undefined) return [`${path} does not exist.`]
    const relations = [...relationsOf(path).values()]
    const [layout, ...more] = relations.filter(({ type }) => type.endsWith('/slideLayout'))
    const places = all(root, 'p:ph')
    const titles = places.filter(({ attributes }) => /^(?:title|ctrTitle)$/.test(attributes.type ?? ''))
    const known = new Set(all(parts.get(layout?.target ?? '') ?? root, 'p:ph').map(placeholderKey))
    const keys = places.map(placeholderKey)
    const shared = keys.filter((key, index) => keys.indexOf(key) < index)
    const unknown = places.filter((place) => !known.has(placeholderKey(place)))
    const undescribed = all(root, 'p:pic').filter((picture) => {
      const [name] = all(picture, 'p:cNvPr')
      return name !== undefined && !name.attributes.descr && all(name, 'adec:decorative').length === 0
    })
    return [
      ...(layout === undefined || more.length > 0 ? [`${path} does not have exactly one layout.`] : []),
      ...(titles.length === 1 ? [] : [`${path} has ${titles.length} titles.`]),
      ...(relations.some(({ type }) => type.endsWith('/notesSlide')) ? [] : [`${path} has no notes.`]),
      ...shared.map((key) => `${path} has two texts in the placeholder ${key}.`),
      ...unknown.map((place) => `${path} has a placeholder ${placeholderKey(place)} that its layout lacks.`),
      ...undescribed.map(() => `${path} has a picture without an alternative text.`),
    ]
  })
}

function placeholderKey({ attributes }: Element): string {
  return `${attributes.type ?? 'obj'} ${attributes.idx ?? ''}`
}
