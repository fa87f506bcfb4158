import { describe, expect, test } from 'vitest'
import { headingsIn, PROSE, passagesIn, readPage } from './read-page.ts'

const LEAD = 'The keepers have waited for a month, because nobody can say how high the water will rise this spring.'

describe('unusual uses of HTML elements', () => {
  const page = (body: string): string => `<html><body><article><p>${PROSE.repeat(3)}</p>${body}</article></body></html>`
  const passages = async (body: string): Promise<string[]> => {
    const { article } = await readPage(page(body))
    return passagesIn(article.root)
      .map(({ kind, text }) => `${kind} ${text}`)
      .slice(1)
  }

  test('line breaks may separate paragraphs', async () => {
    expect(
      await passages(`<div>First of the two, here.<br><br>\n<b>Second</b> of them, there.<br>Still it.</div>`),
    ).toEqual(['prose First of the two, here.', 'prose Second of them, there. Still it.'])
  })

  test.each([
    ['line breaks', '<code>first()<br>  second()<br><br>third()</code>'],
    ['blocks', '<code><div>first()</div><div>  second()</div><div><br></div><div>third()</div></code>'],
    ['items', '<ol><li>first()</li><li>  second()</li><li></li><li>third()</li></ol>'],
    ['blocks that end in line breaks', '<div>first()\n</div><div>  second()<br></div>\n<div>third()</div>'],
  ])('a listing may end its lines with %s', async (_, listing) => {
    expect(await passages(`<pre>${listing}</pre><p>${PROSE}</p>`)).toEqual([
      'code first()',
      'code   second()',
      'code ',
      'code third()',
      `prose ${PROSE.trim()}`,
    ])
  })

  test.each([
    ['Hugo', '<span class=ln>1</span>first()\n<span class=ln>2</span>  second()'],
    ['Pygments', '<span class=linenos> 1</span>first()\n<span class=linenos> 2</span>  second()'],
  ])('a listing loses the line numbers of %s', async (_, listing) => {
    expect(await passages(`<pre><code>${listing}</code></pre><p>${PROSE}</p>`)).toEqual([
      'code first()',
      'code   second()',
      `prose ${PROSE.trim()}`,
    ])
  })

  test.each([
    ['GitHub', 'blob-num', 'td'],
    ['GitLab', 'line-number', 'code'],
  ])('a listing in a table loses the line numbers of %s', async (_, name, tag) => {
    const row = (number: number, code: string) =>
      `<tr><td class=${name}>${number}</td><td>${tag === 'td' ? `<pre>${code}</pre>` : `<code>${code}</code>`}</td></tr>`
    const shown = await passages(`<table>${row(1, 'first()')}${row(2, 'second()')}</table><p>${PROSE}</p>`)
    expect(shown.map((line) => line.replace(/^\w+ /, ''))).toEqual(['first()', 'second()', PROSE.trim()])
  })

  test('a number outside a listing stays, whatever its name', async () => {
    const table = '<table><tr><td class=line-number>12</td><td>Harbour</td></tr></table>'
    expect(await passages(`<p class="col no-gutter">42</p>${table}<p>${PROSE}</p>`)).toEqual([
      'prose 42',
      'row 12\tHarbour',
      `prose ${PROSE.trim()}`,
    ])
  })

  const links = '<ul><li><a href=/locks>Locks of the valley</a></li><li><a href=/weirs>Weirs</a></li></ul>'
  const linkItems = ['item Locks of the valley', 'item Weirs']
  const endOfPage = async (end: string, head: string) => {
    const html = `<html><head>${head}</head><body><article>${`<p>${PROSE}</p>`.repeat(6)}${end}</article></body></html>`
    const { article, file } = await readPage(html)
    const shown = passagesIn(article.root).map(({ kind, text }) => `${kind} ${text}`)
    return {
      shown: shown.slice(6),
      headings: headingsIn(article.root),
      messages: file.messages.map(({ reason }) => reason),
    }
  }
  const site = '<link rel=canonical href=https://harbour.example/on-water>'

  test.each([
    ['a list of other articles, below its label', `<p>Lesen Sie auch:</p>${links}`, [], ['Lesen Sie auch:']],
    ['two such lists', `<h2>Lesen Sie auch</h2>${links}<h2>Beliebt</h2>${links}`, [], ['Lesen Sie auch']],
    [
      'items that say more than a link',
      '<ul><li><a href=/locks>Locks</a> are old.</li><li><a href=/weirs>Weirs</a> are new.</li></ul>',
      ['item Locks are old.', 'item Weirs are new.'],
      [],
    ],
    ['a list above other text', `${links}<p>${PROSE}</p>`, [...linkItems, `prose ${PROSE.trim()}`], []],
  ])('at the end of an article: %s', async (_, end, shown, labels) => {
    const found = await endOfPage(end, site)
    expect(found.shown).toEqual(shown)
    expect(found.messages).toEqual(
      labels.map((label) =>
        expect.stringContaining(`Links to other articles were left out of the deck, from "${label}".`),
      ),
    )
  })

  test('in a file that names no site, a list of links below a heading is a section', async () => {
    const found = await endOfPage(`<h2>The three gates that we lost</h2>${links}`, '')
    expect(found).toEqual({ shown: linkItems, headings: ['The three gates that we lost'], messages: [] })
  })

  test('a list that Google Docs divides by level is one list, and comments are left out', async () => {
    const list = (tag: string, level: number, isStart: boolean, ...items: string[]) =>
      `<${tag} class="c1 lst-kix_a-${level}${isStart ? ' start' : ''}">${items.map((words) => `<li>${words}</li>`).join('')}</${tag}>`
    const { article } = await readPage(
      `<html><body class="doc-content"><p class="c9 title"><span>The lock</span></p><p>${PROSE}<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup></p><h1>Steps</h1>${list('ol', 0, true, 'Read it', 'Sign it')}${list('ol', 1, true, 'twice')}${list('ol', 0, false, 'Leave')}<div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a> Really?</p></div></body></html>`,
    )
    expect(article.title?.text).toBe('The lock')
    expect(passagesIn(article.root).map(({ text, depth, marker }) => [text, depth, marker])).toEqual([
      [PROSE.trim(), 0, undefined],
      ['Read it', 1, 1],
      ['Sign it', 1, 2],
      ['twice', 2, 1],
      ['Leave', 1, 3],
    ])
  })

  test('links to places on the page, and lines of asterisks, are not read', async () => {
    const links = '<p><a href="#a">Gates</a> • <a href="#b">Locks</a></p>'
    expect(await passages(`${links}<p>* * *</p><p>The gate closes at noon.</p>`)).toEqual([
      'prose The gate closes at noon.',
    ])
  })

  test.each([
    '<h2>Gates<p>The gates are of oak.</p><h2>Water<p>It is cold.</p><ul><li>So stay out.</ul>',
    '<h2>Gates</h3><p>The gates are of oak.</p><h2><b>Water</b><br>It is cold.<ul><li>So stay out.</ul>',
    '<h2><a name=x>Gates<p>The gates are of oak.</p><h2><font>Wa<b>ter<br>It is cold.<ul><li>So stay out.</ul>',
    '<div><h2>Gates<p>The gates are of oak.</p></div><h2>Water<div>It is cold.</div><ul><li>So stay out.</ul>',
  ])('a heading without an end tag ends where a block or a line break follows its words: %s', async (body) => {
    const { article } = await readPage(page(body))
    expect(headingsIn(article.root)).toEqual(['Gates', 'Water'])
    expect(await passages(body)).toEqual(['prose The gates are of oak.', 'prose It is cold.', 'item So stay out.'])
  })

  test('a heading in blocks, or with a table in it, keeps its words', async () => {
    expect(await passages(`<h2><div>Gates</div></h2><p>${LEAD}</p>`)).toContain(`prose ${LEAD}`)
    expect(
      await passages(
        `<h2>Gates<table><tr><th>Gate</th><th>Year</th></tr><tr><td>Upper</td><td>1850</td></tr></table><p>${LEAD}</p>`,
      ),
    ).toContain(`prose ${LEAD}`)
  })

  test('a layout table is not read as a table', async () => {
    const layoutTable = `<table><tr><td><h2>Left</h2><p>${PROSE}</p></td><td><p>${PROSE}</p></td></tr></table>`
    expect(await passages(layoutTable)).toEqual([`prose ${PROSE.trim()}`, `prose ${PROSE.trim()}`])
  })

  test('a row whose cells have three paragraphs each is three rows', async () => {
    const cell = (...paragraphs: readonly string[]) => `<td>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</td>`
    const table = (...rows: readonly string[]) => `<table><tr>${rows.join('<tr>')}</table>`
    const head = '<th>Lock<th>Built'
    expect(await passages(table(head, cell('Old', 'Sea', 'Town') + cell('1871', '1902', '1950')))).toEqual([
      ...['row Lock\tBuilt', 'row Old\t1871', 'row Sea\t1902', 'row Town\t1950'],
    ])
    expect(await passages(table(head, cell('Old', 'Sea') + cell('1871', '1902')))).toEqual([
      ...['row Lock\tBuilt', 'row Old Sea\t1871 1902'],
    ])
    expect(await passages(table(head, cell('All locks') + cell('1871', '1902', '1950')))).toEqual([
      ...['row Lock\tBuilt', 'row All locks\t1871 1902 1950'],
    ])
  })

  test('a table that only places pictures is read as figures, with the captions in or below its cells', async () => {
    const [left, right] = ['<img src="left.png">', '<img src="right.png">']
    const below = `<table><tr><td>${left}</td><td>${right}</td></tr><tr><td>The weir</td><td>The lock</td></tr></table>`
    const inside = `<table><tr><td>${left}<br>The weir</td><td><p>${right}</p><p>The lock</p></td></tr></table>`
    const captions = ['caption The weir', 'caption The lock']
    expect([await passages(below), await passages(inside)]).toEqual([captions, captions])
    const rows = ['weir', 'lock'].map((name) => `<tr><td>${left}</td><td>${name}</td><td>2.1</td></tr>`)
    expect(await passages(`<table>${rows.join('')}</table>`)).toEqual(['row \tweir\t2.1', 'row \tlock\t2.1'])
  })

  test('footnotes are recognised, and their references left out', async () => {
    const footnotes = `<p>${PROSE}As it was said.<a href="#fn1" id="fnref1"><sup>1</sup></a></p>
      <ol><li id="fn1"><p>By nobody in particular, as far as anyone knows. <a href="#fnref1">↩</a></p></li></ol>`
    expect(await passages(footnotes)).toEqual([
      `prose ${PROSE}As it was said.`,
      'footnote By nobody in particular, as far as anyone knows.',
    ])
  })

  test.each([
    [
      'Word',
      '<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a>',
      '<div id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1"><span>[1]</span></a> By nobody.</p></div>',
    ],
    [
      'Google Docs',
      '<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup>',
      '<div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span>&nbsp;By nobody.</span></p></div>',
    ],
    [
      'MediaWiki',
      '<sup id="cite_ref-1"><a href="https://wiki.example/Lock#cite_note-1">[1]</a></sup>',
      '<ol><li id="cite_note-1"><b><a href="https://wiki.example/Lock#cite_ref-1">^</a></b> By nobody.</li></ol>',
    ],
  ])('footnotes that %s saved are recognised', async (_, mark, note) => {
    expect(await passages(`<p>${PROSE}As it was said.${mark}</p><p>${PROSE}</p>${note}`)).toEqual([
      `prose ${PROSE}As it was said.`,
      `prose ${PROSE.trim()}`,
      'footnote By nobody.',
    ])
  })

  test.each([
    ['Google Docs', '<p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Must Bob see this?</span></p><p>Or Eve?</p>'],
    ['Word', '<p class=MsoCommentText><a href="#_msoanchor_1">[AB1]</a> Must Bob see this? Or Eve?</p>'],
  ])('comments that %s saved with a page are left out', async (_, comment) => {
    const mark = '<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup><a class=msocomanchor href="#_msocom_1">[AB1]</a>'
    const { article } = await readPage(
      page(`<p>${PROSE}As it was said.${mark}</p><p>${PROSE}</p><div>${comment}</div>`),
    )
    expect(article.text).toContain('As it was said.')
    expect(article.text).not.toMatch(/Bob|Eve|\[/)
  })

  test('a short heading in a box with a link for editing it is a heading', async () => {
    const edit = '<span class="mw-editsection">[<a href="/edit">edit</a>]</span>'
    const { article } = await readPage(
      page(`<div class="mw-heading"><h2>Uses</h2>${edit}</div><p>${PROSE}</p><div><h2>Gates</h2></div><p>${PROSE}</p>`),
    )
    expect(headingsIn(article.root)).toEqual(['Uses', 'Gates'])
  })

  test('an infobox is a picture and a table', async () => {
    const rows = '<tr><th>Built</th><td>1796</td></tr><tr><th>Gates</th><td>Oak</td></tr>'
    const picture = '<tr><td colspan=2><img src=lock.png alt=Lock><div class=infobox-caption>The lock</div></td></tr>'
    expect(await passages(`<table class=infobox>${picture}${rows}</table><p>${PROSE}</p>`)).toEqual([
      'caption The lock',
      'row Built\t1796',
      'row Gates\tOak',
      `prose ${PROSE.trim()}`,
    ])
  })

  test('lists that editors save in parts are one list', async () => {
    const notion = '<ul class=bulleted-list><li>Wind</li></ul><ul class=bulleted-list><li>Wait</li></ul>'
    const google =
      '<ol class=lst-kix_a-0 start=1><li>Wind</li><li>Wait</li></ol><ul class=lst-kix_a-1><li>Long</li></ul><ol class=lst-kix_a-0 start=3><li>Go</li></ol>'
    const { article } = await readPage(page(`${notion}<p>${PROSE}</p>${google}`))
    expect(article.root.blocks.map(({ node, passages }) => [node.type, ...passages.map(({ depth }) => depth)])).toEqual(
      [
        ['paragraph', 0],
        ['list', 1, 1],
        ['paragraph', 0],
        ['list', 1, 1, 2, 1],
      ],
    )
  })

  test.each([
    ['of header cells', '<tr><th rowspan=2>Lock<th colspan=2>Depth</tr><tr><th>May<th>June</tr>'],
    ['of which a cell fills both', '<tr><th rowspan=2>Lock<th colspan=2>Depth</tr><tr><td>May<td>June</tr>'],
    ['in the head', '<thead><tr><td>Lock<td colspan=2>Depth</tr><tr><td><td>May<td>June</tr></thead>'],
    ['in bold', '<tr><td><b>Lock</b><td colspan=2><p><b>Depth</b></p></tr><tr><td><td><b>May</b><td><b>June</b></tr>'],
  ])('two rows of headers are joined: %s', async (_, head) => {
    const table = `<table>${head}<tr><td>1<td>2 m<td>3 m</tr></table>`
    expect(await passages(table)).toEqual(['row Lock\tDepth May\tDepth June', 'row 1\t2 m\t3 m'])
  })

  test('a row of words below a header is not a header', async () => {
    const table =
      '<table><tr><th>Lock<th colspan=2>Depth</tr><tr><td>A<td>low<td>high</tr><tr><td>B<td>low<td>low</tr></table>'
    expect(await passages(table)).toEqual(['row Lock\tDepth\t', 'row A\tlow\thigh', 'row B\tlow\tlow'])
  })

  test('tabs, icons and the labels of admonitions are not text', async () => {
    const tabs = '<ul role=tablist><li role=tab>Bash</li><li role=tab>Python</li></ul>'
    const label = '<div class=admonition><div class=admonitionHeading>info</div><p>Mind the gate.</p></div>'
    expect(await passages(`${tabs}<div>💡</div>${label}<p>${PROSE}</p>`)).toEqual([
      'prose Mind the gate.',
      `prose ${PROSE.trim()}`,
    ])
  })

  test('a press release ends where it says so', async () => {
    const notes = '<p>ENDS</p><p>Notes to editors</p><p>1. The lock was built in 1796.</p>'
    expect(await passages(`${`<p>${PROSE}</p>`.repeat(4)}${notes}`)).toHaveLength(4)
  })

  test('a formula of MediaWiki is read once, and displayed where it is indented', async () => {
    const formula = (tex: string) =>
      `<span class=mwe-math-element><span><math><semantics><mi>x</mi><annotation encoding="application/x-tex">{\\displaystyle ${tex}}</annotation></semantics></math></span><img class=mwe-math-fallback-image-inline alt="{\\displaystyle ${tex}}" src=x.svg></span>`
    expect(await passages(`<p>${PROSE}Here ${formula('x^2')} is.</p><dl><dd>${formula('y^2')}</dd></dl>`)).toEqual([
      `prose ${PROSE}Here x^2 is.`,
      'math y^2',
    ])
  })

  test('bold lines above paragraphs are headings if there are no others', async () => {
    const { article } = await readPage(
      page(`<p><b>On water</b></p><p>${PROSE}</p><p><strong>On gates</strong></p><p>${PROSE}</p>`),
    )
    expect(headingsIn(article.root)).toEqual(['On water', 'On gates'])
  })

  test('author and date in heading elements are not headings', async () => {
    const credits = '<h3 class="byline">By Ada Keeper</h3><h3 class="dateline">Published 3 May 2023, 4:07 PM</h3>'
    const { article } = await readPage(
      `<html><head><title>Ice on the cut</title></head><body><article><h1>Ice on the cut</h1>${credits}${`<p>${PROSE}</p>`.repeat(4)}</article></body></html>`,
    )
    expect(headingsIn(article.root)).toEqual([])
    expect(article.date?.text).toContain('3 May 2023')
  })

  test('a MathML formula is read as its TeX', async () => {
    const formula = `<p>${PROSE}Here <math><semantics><mi>x</mi><annotation encoding="application/x-tex">x^2</annotation></semantics></math> is.</p>`
    expect(await passages(formula)).toEqual([`prose ${PROSE}Here x^2 is.`])
    const displayed = formula.replace('<math>', '<math display="block">')
    expect(await passages(displayed)).toEqual([`prose ${PROSE}Here`, 'math x^2', 'prose is.'])
  })

  test.each([
    ['a footer', '<blockquote><p>They hid it.</p><footer>Ada Marsh, keeper</footer></blockquote>'],
    [
      'a footer with a class',
      '<blockquote>They hid it.<footer class="blockquote-footer">Ada Marsh, keeper</footer></blockquote>',
    ],
    ['a cite', '<blockquote><p>They hid it.</p><cite>Ada Marsh, keeper</cite></blockquote>'],
    [
      'a cite at the end of the quotation',
      '<blockquote><p>They hid it. — <cite>Ada Marsh, keeper</cite></p></blockquote>',
    ],
    ['a cite on its own line', '<blockquote><p>They hid it.<br><cite>Ada Marsh, keeper</cite></p></blockquote>'],
    [
      'a footer with a dash',
      '<blockquote><p>They hid it.</p><footer>— <cite>Ada Marsh</cite>, keeper</footer></blockquote>',
    ],
    [
      'the caption of a figure',
      '<figure><blockquote><p>They hid it.</p></blockquote><figcaption>Ada Marsh, keeper</figcaption></figure>',
    ],
  ])('%s names the speaker of a quotation', async (_, quotation) => {
    const named = ['quotation They hid it.', 'quotation — Ada Marsh, keeper']
    expect(await passages(`${quotation}<p>${PROSE}</p>`)).toEqual([...named, `prose ${PROSE.trim()}`])
    const { article } = await readPage(`# Locks\n\n${PROSE}\n\n${quotation}\n`, 'page.md')
    expect(
      passagesIn(article.root)
        .map(({ kind, text }) => `${kind} ${text}`)
        .slice(1),
    ).toEqual(named)
  })

  test('a work that a quotation mentions is not its speaker', async () => {
    expect(
      await passages(`<blockquote><p>I read it in <cite>The Times</cite></p></blockquote><p>${PROSE}</p>`),
    ).toContain('quotation I read it in The Times')
  })

  test('tiny and decorative pictures are left out', async () => {
    const { article } = await readPage(
      page(
        '<p><img src="a.png" alt=""></p><p><img src="b.png" width="1" height="1"></p><p><img src="c.png" alt="Gate"></p>',
      ),
    )
    expect(JSON.stringify(article.root.blocks.map(({ node }) => node))).not.toMatch(/[ab]\.png/)
    expect(JSON.stringify(article.root.blocks.map(({ node }) => node))).toContain('c.png')
  })

  test('a large picture with an empty description, as Google Docs saves it, is kept', async () => {
    const picture = '<p><span><img alt="" src="a.png" style="width: 601px; height: 338px;"></span></p>'
    const { article } = await readPage(page(`${picture}<p>${PROSE}</p>`))
    expect(JSON.stringify(article.root.blocks.map(({ node }) => node))).toContain('a.png')
  })

  test('a figure that is written into the page as SVG is reported', async () => {
    const figure = '<figure><svg viewBox="0 0 9 9"><rect width="9" height="9"/></svg></figure>'
    const { file } = await readPage(page(`<p>${PROSE}<svg></svg></p>\n${figure}<p>${PROSE}</p>`))
    expect(file.messages.map(({ ruleId, line }) => [ruleId, line])).toEqual([['picture', 2]])
  })

  test('a numbered line below a picture is its caption', async () => {
    const picture = '<p><img alt="" src="a.png"></p><p><span>Figure 1: The gate, open</span></p>'
    expect(await passages(`${picture}<p>${PROSE}</p>`)).toEqual([
      'caption Figure 1: The gate, open',
      `prose ${PROSE.trim()}`,
    ])
  })

  test('a placeholder is replaced with its picture, and left out if it has none', async () => {
    const { article } = await readPage(
      page(
        '<p><img src="/img/ajax-loader.gif" data-src="quay.jpg"></p><p><img src="/img/loading.png"></p>' +
          '<figure><img src="placeholder.svg" data-src="lock.jpg"><figcaption>The lock</figcaption></figure>',
      ),
    )
    const shown = JSON.stringify(article.root.blocks.map(({ node }) => node))
    expect(shown.match(/"url":"[^"]*"/g)).toEqual(['"url":"quay.jpg"', '"url":"lock.jpg"'])
  })

  test.each([
    ['two figures in a box', '<div><figure><img src=a.png alt=A></figure><figure><img src=b.png alt=B></figure></div>'],
    [
      'figures in columns',
      '<div><div><figure><img src=a.png alt=A></figure></div><div><figure><img src=b.png alt=B></figure></div></div>',
    ],
    [
      'boxes named as media',
      '<div class=media><img src=a.png alt=A><p class=caption>A</p></div><div class=media><img src=b.png alt=B><p class=caption>B</p></div>',
    ],
  ])('%s are pictures', async (_, figures) => {
    const { article } = await readPage(page(`${figures}<p>${PROSE}</p>`))
    const shown = JSON.stringify(article.root.blocks.map(({ node }) => node))
    expect(shown.match(/"url":"[^"]*"/g)).toEqual(['"url":"a.png"', '"url":"b.png"'])
  })

  test('a picture between the headline and the box with the text opens the article', async () => {
    const lead = '<figure class=lead><img src=a.png alt=A><figcaption>The gate</figcaption></figure>'
    const { article } = await readPage(
      `<html><title>On water</title><body><article><h1>On water</h1><p class=standfirst>The keepers wait.</p>${lead}<div class=article-body>${`<p>${PROSE}</p>`.repeat(4)}</div></article></body></html>`,
    )
    expect(
      passagesIn(article.root)
        .map(({ text }) => text)
        .filter((text) => text === 'The gate'),
    ).toHaveLength(1)
    expect(JSON.stringify(article.root.blocks[0]?.node)).toContain('a.png')
  })

  test.each([
    ['a paragraph', `<p class=intro>${LEAD}</p>`, [LEAD]],
    ['a paragraph in a box', `<div class=hero><div>${LEAD}</div></div>`, [LEAD]],
    ['a heading that is a sentence', `<h2>${LEAD}</h2>`, [LEAD]],
    ['the words in a menu', `<nav><p>${LEAD}</p></nav>`, []],
    ['a link to another article', `<a href=/x><p>${LEAD}</p></a>`, []],
    ['a notice about the site', `<div class=banner>${LEAD}</div>`, []],
    ['a paragraph with hidden words', `<p>${LEAD}<b style="display: none"> Hidden.</b></p>`, [LEAD]],
    ['words that a script shows', `<p style="display: none">${LEAD}</p>`, []],
    ['credits', `<p>Published on 3 May 2024 at 4:56 p.m. | Updated on 4 May 2024 at 6:00 p.m.</p>`, []],
    ['words that the article repeats', `<p>${PROSE}</p>`, []],
  ])('between the headline and the box with the text: %s', async (_, between, opening) => {
    const { article } = await readPage(
      `<html><title>On water</title><body><article><header><h1>On water</h1>${between}</header><div class=article-body>${`<p>${PROSE}</p>`.repeat(4)}</div></article></body></html>`,
    )
    const texts = passagesIn(article.root).map(({ text }) => text)
    expect(texts).toEqual([...opening, ...Array<string>(4).fill(PROSE.trim())])
  })

  test.each([
    ['words for screen readers', '<span class="sr-only"> (opens in a new tab)</span>'],
    ['a button for sharing', '<span class="share-button"> Share this</span>'],
    ['hidden words', '<span style="display:none"> No longer true</span>'],
  ])('an opening paragraph with %s is shown once, without them', async (_, removed) => {
    const opening = (added: string) =>
      `In <a href=/may>May</a> the keepers of the upper lock had <a href=/wait>waited${added}</a>, because nobody could say how high <a href=/tide>the tide</a> would rise, and <a href=/boat>the boat</a> of the harbour could not leave.`
    const { article } = await readPage(
      `<html><title>On water</title><body><article><h1>On water</h1><p>${opening(removed)}</p>${`<p>${PROSE}</p>`.repeat(4)}</article></body></html>`,
    )
    const texts = passagesIn(article.root).map(({ text }) => text)
    expect(texts).toEqual([opening('').replace(/<[^>]*>/g, ''), ...Array<string>(4).fill(PROSE.trim())])
  })

  test('a caption that can be hidden loses its controls, and keeps one copy of its credit', async () => {
    const credit = (tag: string) => `<${tag} class=credit>A. Keeper</${tag}>`
    const inside = `<p>The lock. ${credit('b')} <b class=hide-caption><b>hide caption</b></b></p>`
    const below = `<b class=toggle-caption><b>toggle caption</b></b>${credit('span')}`
    expect(await passages(`<div><img src=a.png></div><div class=caption><div>${inside}</div>${below}</div>`)).toEqual([
      'caption The lock. A. Keeper',
    ])
  })

  test('a pull quote that repeats words of the article is left out, and one that does not is kept', async () => {
    const quote = (words: string) => `<blockquote class=pullquote><p>“${words}”</p></blockquote>`
    const pages = ['The keeper winds the paddles slowly, and waits', 'The keeper never hurries, and the boats know it']
    expect(await Promise.all(pages.map((words) => passages(`${quote(words)}<p>${PROSE}</p>`)))).toEqual([
      [`prose ${PROSE.trim()}`],
      [`quotation “${pages[1]}”`, `prose ${PROSE.trim()}`],
    ])
  })

  test('a figure with several pictures keeps all, and its caption once', async () => {
    const { article } = await readPage(
      page(
        '<figure><img src="before.png" alt="A grey wall"><img src="after.png" alt="A white wall">' +
          '<figcaption>The wall before (left) and after (right)</figcaption></figure>',
      ),
    )
    const shown = JSON.stringify(article.root.blocks.map(({ node }) => node))
    expect(shown.match(/"url":"[^"]*"/g)).toEqual(['"url":"before.png"', '"url":"after.png"'])
    expect(article.root.blocks.flatMap(({ passages }) => passages.map(({ text }) => text))).toContain(
      'The wall before (left) and after (right)',
    )
    expect(article.text).not.toContain('A grey wall')
  })

  test.each(['ad', 'ad-container', 'adSlot', 'google-ads', 'advertisement'])(
    'a box named %s is left out',
    async (name) => {
      const { article } = await readPage(page(`<p>${PROSE}</p><div class="${name}"><p>New boots, 30 % off!</p></div>`))
      expect(article.text).not.toContain('boots')
    },
  )
})
