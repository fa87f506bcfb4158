/** The action of a hostile script: it writes to the console, without using quotation marks. */
export const RUN = 'console.log(/hostile/.source)'

/** What the watcher then records. */
export const RAN = 'hostile'

export interface Payload {
  readonly name: string
  readonly path: 'talk.md' | 'talk.txt' | 'talk.html'
  /** The whole document. `canary` is the address of a server that nobody may contact. */
  readonly article: (canary: string) => string
  /** Headings that the deck must have: what stands before them has not swallowed them. */
  readonly headings: readonly string[]
}

/** A hostile section of a document. Its name is its heading, with a capital letter. */
interface Section {
  readonly name: string
  readonly body: (canary: string) => string
}

const PROSE =
  'The harbour master kept a diary of every tide for thirty years. She noted the height, the wind and the ships that waited. ' +
  'Her diary is the longest record of its kind on this coast.'

/** The heading of the last section, which is harmless. */
const LAST = 'What it is for'

/** Sections of one document: opening a deck takes far longer than reading a section. */
function together(kind: string, path: Payload['path'], sections: readonly Section[]): Payload {
  const titled = sections.map(({ name, body }) => ({ heading: `${name[0]?.toUpperCase()}${name.slice(1)}`, body }))
  const write = WRITERS[path]
  return {
    name: `${kind}: ${sections.map(({ name }) => name).join(', ')}`,
    path,
    article: (canary) => write([...titled.map(({ heading, body }) => [heading, body(canary)] as const), [LAST, null]]),
    // In plain text, some of these lines are not headings, and there is no markup that swallows others.
    headings: path === 'talk.txt' ? [LAST] : [...titled.map(({ heading }) => heading), LAST],
  }
}

/** How a document is written from headings and what is under each; null for prose alone. */
const WRITERS: Record<Payload['path'], (sections: readonly (readonly [string, string | null])[]) => string> = {
  'talk.md': (sections) =>
    ['# The diary', PROSE, ...sections.flatMap(([name, body]) => [`## ${name}`, body ?? PROSE])].join('\n\n'),
  'talk.txt': (sections) =>
    ['The diary', PROSE, ...sections.flatMap(([name, body]) => [name, body ?? PROSE])].join('\n\n'),
  'talk.html': (sections) =>
    '<!doctype html><html><head><meta charset="utf-8"><title>The diary</title></head><body><article>' +
    `<h1>The diary</h1><p>${PROSE}</p><p>${PROSE}</p>` +
    `${sections.map(([name, body]) => `<h2>${name}</h2>${body ?? `<p>${PROSE}</p>`}`).join('')}</article></body></html>`,
}

const encoded = (text: string): string => Buffer.from(text).toString('base64')

/** Is short for an object with these properties. */
const section = (name: string, body: Section['body']): Section => ({ name, body })

const MARKDOWN: readonly Section[] = [
  section(
    'a script',
    () =>
      `<script>${RUN}</script>\n\nWords <script>${RUN}</script> and words.\n\n<ScRiPt >${RUN}</sCrIpT\t>\n\n</script>`,
  ),
  section('diagrams', (canary) =>
    [
      `flowchart TD\n  A["<script>${RUN}</script> Start"] --> B["<img src=x onerror=${RUN}> End"]\n  click A call eval(${RUN})\n  click B "javascript:${RUN}"`,
      `%%{init: {"securityLevel": "loose", "htmlLabels": true, "flowchart": {"htmlLabels": true}}}%%\nflowchart TD\n  A["<iframe srcdoc='<script>${RUN}</script>'></iframe> Start"] --> B["<svg onload=${RUN}> End"]`,
      `---\nconfig:\n  securityLevel: loose\n  themeCSS: "@import url(${canary}/a.css); rect{fill:url(${canary}/a.svg)}"\n---\nflowchart TD\n  A@{ img: "${canary}/a.png", label: "Start" } --> B[End]\n  style B fill:url(${canary}/b.svg),background:url(${canary}/c)`,
      `sequenceDiagram\n  participant A as <foreignObject><body onload=${RUN}></foreignObject>\n  A->>A: <a href="javascript:${RUN}">press</a>\n  link A: Home @ javascript:${RUN}`,
    ]
      .map((source) => `\`\`\`mermaid\n${source}\n\`\`\``)
      .join('\n\nMore of it.\n\n'),
  ),
  section(
    'an image that fails',
    () => `Words <img src=x onerror="${RUN}"> and words.\n\n<img src=x onerror=${RUN}>\n\n<img/src/onerror=${RUN}//`,
  ),
  section(
    'drawings',
    (canary) =>
      `<svg onload="${RUN}"><circle r="9"/></svg>\n\n<svg><animate onbegin="${RUN}" attributeName="x" dur="1s"/>` +
      `<a xlink:href="javascript:${RUN}"><text y="9">Press</text></a><use href="${canary}/use.svg#a"/></svg>`,
  ),
  section('links that run', () =>
    [
      `[plain](javascript:${RUN})`,
      `[case](JaVaScRiPt:${RUN})`,
      `[entity](javascript&colon;${RUN})`,
      `[number](&#106;avascript:${RUN})`,
      `[tab](<java\tscript:${RUN}>)`,
      `[written tab](java&Tab;script:${RUN})`,
      `[control](<\u0001javascript:${RUN}>)`,
      `[slashes](javascript://host/%0a${RUN})`,
      `[other](vbscript:${RUN})`,
      `<a href=" javascript:${RUN}">raw</a>`,
      `<a href="java&NewLine;script:${RUN}">raw</a>`,
      `[named][run]\n\n[run]: javascript:${RUN}`,
    ].join('\n\n'),
  ),
  section('links that hold a page', () => {
    const document = `<script>${RUN}</script>`
    return [
      `[page](<data:text/html,${document}>)`,
      `[coded](data:text/html;base64,${encoded(document)})`,
      `[drawing](data:image/svg+xml;base64,${encoded(`<svg xmlns="http://www.w3.org/2000/svg" onload="${RUN}"/>`)})`,
      `<a href="data:text/html,${document}" target="_blank">raw</a>`,
    ].join('\n\n')
  }),
  section(
    'frames',
    (canary) =>
      `<iframe srcdoc="<script>parent.${RUN}</script>"></iframe>\n\n<iframe src="javascript:parent.${RUN}"></iframe>\n\n` +
      `<iframe src="${canary}/frame"></iframe>\n\n<frameset><frame src="${canary}/frame"></frameset>`,
  ),
  section(
    'a way elsewhere',
    (canary) =>
      `<meta http-equiv="refresh" content="0;url=${canary}/refresh">\n\n<base href="${canary}/">\n\n` +
      `<link rel="stylesheet" href="${canary}/style.css">\n\n<link rel="preconnect" href="${canary}">\n\nWords after it.`,
  ),
  section(
    'forms',
    (canary) =>
      `<form action="${canary}/form"><input name="a" autofocus onfocus="${RUN}"><button>Press</button></form>\n\n` +
      `<button formaction="javascript:${RUN}" form="f">Press</button>\n\n<isindex action="javascript:${RUN}" type="image">`,
  ),
  section(
    'styles',
    (canary) =>
      `<style>@import url(${canary}/a.css); .slide { background: url(${canary}/b.png) }</style>\n\n` +
      `<p style="background: url(${canary}/c.png)">Words</p>\n\n<div style="behavior: url(${canary}/d)">Words</div>`,
  ),
  section('a title that closes', () => `Words.\n\n## </title><script>${RUN}</script>\n\n${PROSE}`),
  section(
    'math',
    (canary) =>
      `Words $\\href{javascript:${RUN}}{x}$ and $\\url{javascript:${RUN}}$ and $\\htmlClass{a"onload="${RUN}}{x}$.\n\n` +
      `$$\n\\includegraphics{${canary}/math.png} \\text{</div><img src=x onerror=${RUN}>}\n$$\n\n` +
      `\`\`\`math\n\\def\\a{\\a\\a}\\a <script>${RUN}</script>\n\`\`\``,
  ),
  section(
    'footnotes',
    () =>
      `${PROSE}[^a]\n\n[^a]: A note <img src=x onerror=${RUN}> with [a link](javascript:${RUN}) of its own.\n\n` +
      `Words[^"><script>${RUN}</script>].\n\n[^"><script>${RUN}</script>]: Another note that is long enough to be one.`,
  ),
  section(
    'a diagram',
    (canary) =>
      `\`\`\`mermaid\n%%{init: {"securityLevel": "loose", "themeCSS": "@import url(${canary}/a.css)"}}%%\ngraph TD\n` +
      `A["<img src=x onerror=${RUN}>"] --> B\nclick A "javascript:${RUN}"\nclick B call ${RUN}\n\`\`\``,
  ),
  section(
    'addresses in angles and bare',
    (canary) =>
      `<javascript:${RUN}>\n\n<JAVASCRIPT:${RUN}>\n\n<data:text/html,hostile>\n\n<${canary}/auto>\n\n${canary}/bare`,
  ),
  section(
    'markup in code',
    () =>
      `Words \`<img src=x onerror=${RUN}>\` and \`</code><script>${RUN}</script>\`.\n\n` +
      `\`\`\`js"><img src=x onerror=${RUN}>\n</code></pre></div><script>${RUN}</script>\n\`\`\`\n\n    <script>${RUN}</script>`,
  ),
  section(
    'prose that closes its note',
    () =>
      `She wrote: \\</aside>\\</section>\\</script>\\<script>${RUN}\\</script> and went home before the tide.\n\n` +
      `She wrote &lt;/aside&gt;&lt;img src=x onerror=${RUN}&gt; in her diary. And &amp;lt;script&amp;gt;${RUN}&amp;lt;/script&amp;gt;.`,
  ),
  section(
    'what breaks data in a script',
    () =>
      `The line\u2028ends"});${RUN};//\u2029here. And '-${RUN}-' and \\\\u003cscript\\\\u003e and \`\${${RUN}}\`.\n\n` +
      `- \\</script>\\<!--\\<script>\n- ]]> and {{constructor.constructor('${RUN}')()}}\n- \\u0000\uFFFE\uFEFF${PROSE}`,
  ),
  section('images from elsewhere', (canary) =>
    [
      `![remote](${canary}/remote.png)`,
      `![no scheme](${canary.replace('http:', '')}/bare.png)`,
      '![file](file:///etc/hostname)',
      '![up](../../../../../../etc/hostname)',
      `![drawing](data:image/svg+xml;base64,${encoded(`<svg xmlns="http://www.w3.org/2000/svg" onload="${RUN}"><image href="${canary}/in.png"/></svg>`)})`,
      `![page](data:text/html;base64,${encoded(`<script>${RUN}</script>`)})`,
      `![script](javascript:${RUN})`,
      `![named][image]\n\n[image]: ${canary}/named.png`,
      `<img src="${canary}/raw.png" srcset="${canary}/raw2.png 2x" lowsrc="${canary}/low.png">`,
      `<picture><source srcset="${canary}/source.png"><img alt="A picture" src="${canary}/inner.png"></picture>`,
    ].join('\n\n'),
  ),
  section(
    'a table',
    () =>
      `| <img src=x onerror=${RUN}> | [run](javascript:${RUN}) |\n|---|---|\n| <script>${RUN}</script> | \\</td>\\<script>${RUN}\\</script> |\n| Words | "><svg onload=${RUN}> |`,
  ),
  section(
    'markup that changes when it is parsed again',
    () =>
      `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=${RUN}&gt;">\n\n` +
      `<noscript><p title="</noscript><img src=x onerror=${RUN}>">Words</p></noscript>\n\n` +
      `<svg><title><style><img src=x onerror=${RUN}></style></title></svg>\n\n` +
      `<template><script>${RUN}</script></template><xmp><p title="</xmp><img src=x onerror=${RUN}>"></xmp>`,
  ),
  section(
    'events of all kinds',
    (canary) =>
      `<details open ontoggle="${RUN}"><summary>More</summary>Words</details>\n\n<video src="${canary}/v.mp4" onerror="${RUN}" poster="${canary}/p.png"></video>\n\n` +
      `<audio autoplay onloadstart="${RUN}"><source src="x" onerror="${RUN}"></audio>\n\n<marquee onstart="${RUN}">Words</marquee>\n\n` +
      `<body onload="${RUN}" onpageshow="${RUN}" onhashchange="${RUN}">\n\n<p onmouseover="${RUN}" onclick="${RUN}" tabindex=0 onfocus="${RUN}">Words</p>`,
  ),
  section(
    'things to plug in',
    (canary) =>
      `<object data="data:text/html,<script>${RUN}</script>"></object>\n\n<embed src="${canary}/embed">\n\n` +
      `<applet code="${canary}/a"></applet>\n\n<portal src="${canary}/portal"></portal>`,
  ),
  section(
    'words of an image that leave their attribute',
    () =>
      `![x" onerror="${RUN}](missing.png "y\\" onerror=\\"${RUN}")\n\n![<img src=x onerror=${RUN}>](missing.png)\n\n` +
      `[words](missing "t\\"><script>${RUN}</script>")`,
  ),
  section(
    'names that a script relies on',
    () =>
      `## Reveal {#Reveal}\n\n${PROSE}\n\n<a id="Reveal" name="Reveal" href="javascript:${RUN}">Words</a>\n\n` +
      `<form id="document"><input name="cookie"></form>\n\n[__proto__] and [constructor]\n\n[__proto__]: javascript:${RUN}\n[constructor]: data:,x`,
  ),
]

const PLAIN: readonly Section[] = [
  section(
    'what is marked up',
    (canary) =>
      `<script>${RUN}</script>\n\n<img src=x onerror=${RUN}>\n\n<iframe src="${canary}/frame"></iframe>\n\njavascript:${RUN}\n\n${canary}/bare`,
  ),
  section(
    'what breaks data in a script',
    () =>
      `The line\u2028ends"});${RUN};//\u2029here, she wrote.\n\n</script><!--<script>${RUN}</script>\n\n` +
      `\${${RUN}} and {{${RUN}}} and <%= ${RUN} %>\n\n&lt;img src=x onerror=${RUN}&gt;\n\n\u0000\u000B\u202E${PROSE}`,
  ),
]

const PAGE: readonly Section[] = [
  section(
    'scripts and events',
    (canary) =>
      `<p onclick="${RUN}">${PROSE}<script>${RUN}</script></p><img src=x onerror="${RUN}" alt="A picture of the harbour">` +
      `<svg onload="${RUN}"></svg><script src="${canary}/script.js"></script><p><a href="javascript:${RUN}">Words</a></p>`,
  ),
  section(
    'frames, plugs and forms',
    (canary) =>
      `<p>${PROSE}</p><iframe srcdoc="&lt;script&gt;parent.${RUN}&lt;/script&gt;"></iframe><iframe src="${canary}/frame"></iframe>` +
      `<object data="${canary}/o"><p>Words</p></object><embed src="${canary}/e"><form action="${canary}/f"><button>Press</button></form>`,
  ),
  section(
    'what waits to be parsed again',
    () =>
      `<p>${PROSE}</p><template><img src=x onerror=${RUN}></template><noscript><img src=x onerror=${RUN}></noscript>` +
      `<svg><foreignObject><body onload="${RUN}"><p>Words</p></foreignObject></svg><!--[if gte IE 4]><script>${RUN}</script><![endif]-->` +
      `<math><annotation-xml encoding="text/html"><img src=x onerror=${RUN}></annotation-xml></math>`,
  ),
  section(
    'markup as words',
    () =>
      `<p>She wrote &lt;script&gt;${RUN}&lt;/script&gt; and &amp;lt;img src=x onerror=${RUN}&amp;gt; and &lt;/aside&gt;.</p>` +
      `<pre><code class="language-x&quot;&gt;&lt;img src=x onerror=${RUN}&gt;">&lt;/code&gt;&lt;script&gt;${RUN}&lt;/script&gt;</code></pre>` +
      `<ul><li>&lt;svg onload=${RUN}&gt;</li><li>&lt;/li&gt;&lt;script&gt;${RUN}&lt;/script&gt;</li></ul>`,
  ),
]

/** Payloads at the beginning of a document, and one that makes it a deck of another tool. */
const WHOLE: readonly Payload[] = [
  {
    name: 'Markdown: what reveal.js understands',
    path: 'talk.md',
    article: (canary) =>
      `# The diary\n\n${PROSE}\n\n## What it holds\n\n` +
      `<!-- .slide: data-background-iframe="${canary}/frame" data-background-image="${canary}/b.png" -->\n\n` +
      `<section data-background-iframe="javascript:parent.${RUN}" data-notes="<img src=x onerror=${RUN}>">Words</section>\n\n` +
      `Words <!-- .element: onclick="${RUN}" data-src="${canary}/lazy.png" -->\n\n` +
      `<a href="#" data-preview-link="${canary}/preview">Preview</a>\n\nNote: <img src=x onerror=${RUN}> to say.` +
      `\n\n## ${LAST}\n\n${PROSE}\n`,
    headings: [],
  },
  {
    name: 'Markdown: front matter',
    path: 'talk.md',
    article: (canary) =>
      `---\ntitle: "</title><script>${RUN}</script>"\nsubtitle: "<img src=x onerror=${RUN}>"\nauthor: "\\"><svg onload=${RUN}>"\n` +
      `date: "<b onclick=${RUN}>1 May 2020</b>"\nlang: "en\\" onload=\\"${RUN}"\nimage: ${canary}/image.png\n` +
      `theme: ${canary}/theme.css\ncss: "@import url(${canary}/a.css)"\n---\n\n${PROSE}\n\n## Part\n\n${PROSE}\n`,
    headings: ['Part'],
  },
  {
    name: 'plain text: a title that closes',
    path: 'talk.txt',
    article: () =>
      `</title><script>${RUN}</script>\n\nBy "><img src=x onerror=${RUN}>\n\n${PROSE}\n\n</aside><svg onload=${RUN}>\n\n${PROSE}\n`,
    headings: [],
  },
  {
    name: 'page: a hostile head',
    path: 'talk.html',
    article: (canary) =>
      `<!doctype html><html><head><meta charset="utf-8"><title>The diary</title>` +
      `<meta http-equiv="refresh" content="0;url=${canary}/refresh"><base href="${canary}/"><link rel="stylesheet" href="${canary}/a.css">` +
      `<meta property="og:image" content="${canary}/og.png"><meta property="og:title" content="</title><script>${RUN}</script>">` +
      `<meta name="author" content="&quot;><img src=x onerror=${RUN}>"><link rel="canonical" href="javascript:${RUN}">` +
      `<script type="application/ld+json">{"headline": "<img src=x onerror=${RUN}>", "author": "<\\/script><script>${RUN}"}</script>` +
      `</head><body><article><h1>The diary</h1><p>${PROSE}</p><p>${PROSE}</p><h2>${LAST}</h2><p>${PROSE}</p></article></body></html>`,
    headings: [LAST],
  },
]

/** Few enough that a failure is found, and many enough that few decks are opened. */
const AT_ONCE = 7

const MARKDOWN_PAYLOADS = Array.from({ length: Math.ceil(MARKDOWN.length / AT_ONCE) }, (_, group) =>
  together('Markdown', 'talk.md', MARKDOWN.slice(group * AT_ONCE, (group + 1) * AT_ONCE)),
)

export const PAYLOADS: readonly Payload[] = [
  ...MARKDOWN_PAYLOADS,
  together('plain text', 'talk.txt', PLAIN),
  together('page', 'talk.html', PAGE),
  ...WHOLE,
]
