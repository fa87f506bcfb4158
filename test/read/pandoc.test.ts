import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { VFile } from 'vfile'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Article } from '../../src/model/article.ts'
import { runPandoc } from '../../src/read/pandoc/run-pandoc.ts'
import { read } from '../../src/read/read.ts'
import { UnreadableError } from '../../src/read/unreadable-error.ts'
import { png } from '../illustrate/images.ts'

const state = { folder: '', path: process.env.PATH }

beforeEach(() => {
  state.folder = mkdtempSync(join(tmpdir(), 'lectern-test-pandoc-'))
})

afterEach(() => {
  process.env.PATH = state.path
  rmSync(state.folder, { recursive: true, force: true })
})

function bytesOf(value: string | Uint8Array): Uint8Array {
  return typeof value === 'string' ? new TextEncoder().encode(value) : value
}

async function readAs(
  path: string,
  value: string | Uint8Array,
): Promise<{ readonly article: Article; readonly file: VFile }> {
  const file = new VFile({ path })
  return { article: await read(bytesOf(value), file), file }
}

async function expectRefusal(path: string, value: string | Uint8Array): Promise<VFile> {
  const file = new VFile({ path })
  await expect(read(bytesOf(value), file)).rejects.toBeInstanceOf(UnreadableError)
  expect(file.messages).toMatchObject([{ fatal: true }])
  return file
}

/** Installs a stand-in for Pandoc: a shell script that is found before any other program named `pandoc`. */
function installStandIn(script: string): void {
  const path = join(state.folder, 'pandoc')
  writeFileSync(path, `#!/bin/sh\nhere=${state.folder}\n${script}\n`)
  chmodSync(path, 0o755)
  process.env.PATH = `${state.folder}${delimiter}${state.path}`
}

const TEX = '\\documentclass{article}\n\\begin{document}\nThe river rose.\n\\end{document}\n'

describe('Pandoc', () => {
  test('gets only the bytes, in an empty folder, in its sandbox and with a memory limit', async () => {
    installStandIn(
      `echo "$@" > $here/arguments; pwd > $here/folder; ls -A > $here/files; cat > $here/input; echo '<p>The sea comes and goes.</p>'`,
    )
    const { article } = await readAs('talk.tex', TEX)
    expect(article.text).toBe('The sea comes and goes.')
    const [options, folder, files, input] = ['arguments', 'folder', 'files', 'input'].map((name) =>
      readFileSync(join(state.folder, name), 'utf8'),
    )
    expect(options).toMatch(/^--sandbox --from=latex --to=html5 .*\+RTS -M1g -RTS$/m)
    // These work outside the sandbox: they read files or the network, or write files.
    expect(options).not.toMatch(/self-contained|embed-resources|extract-media/)
    expect({ files, input }).toEqual({ files: '', input: TEX })
    expect(existsSync(folder?.trim() ?? '')).toBe(false)
  })

  test.each([
    [
      'talk.rst',
      'This is reStructuredText, which is read with Pandoc, and Pandoc is not installed.',
      '"pandoc -f rst talk.rst -o talk.md"',
    ],
    [
      "my talk's.odt",
      'This is an OpenDocument text document',
      `"pandoc -f odt 'my talk'\\''s.odt' -o 'my talk'\\''s.md'"`,
    ],
    ['-', 'This is a rich-text file', '"pandoc -f rtf talk -o talk.md"'],
  ])('is named in a message, with the command to run, if it is missing: %s', async (path, fact, command) => {
    process.env.PATH = state.folder
    const value =
      path === '-'
        ? '{\\rtf1 The river rose.}'
        : path.endsWith('odt')
          ? documentOf('<text:p>x</text:p>')
          : 'The river rose.'
    const { messages } = await expectRefusal(path, value)
    expect(messages[0]?.reason).toContain(fact)
    expect(messages[0]?.reason).toContain(`run ${command} where it is`)
  })

  test.each([
    ["echo 'Unknown option --sandbox.' >&2; exit 6", /too old: it has no sandbox\. Install Pandoc 2\.15/],
    ["echo 'pandoc: Heap exhausted;' >&2; exit 251", /takes more than 1GB of memory/],
    ['exit 1', /could not read it: it gave no reason/],
    ['cat /dev/zero', /takes more than 1GB of memory/],
    ['cat > /dev/null', /no text/],
  ])('causes a refusal with a reason if it fails: %s', async (script, reason) => {
    installStandIn(script)
    const { messages } = await expectRefusal('talk.tex', TEX)
    expect(messages[0]?.reason).toMatch(reason)
  })

  test('leaves no program behind if it is a script whose program writes without end', async () => {
    installStandIn('{ cat /dev/zero; : > $here/ended; } & wait')
    await expectRefusal('talk.tex', TEX)
    await expect.poll(() => existsSync(join(state.folder, 'ended')), { timeout: 60_000 }).toBe(true)
  })

  test('reports errors with their line and column', async () => {
    installStandIn(`printf 'Error at "source" (line 7, column 3):\\nunexpected end of input\\n' >&2; exit 64`)
    const { messages } = await expectRefusal('talk.tex', TEX)
    expect(messages[0]).toMatchObject({
      line: 7,
      column: 3,
      reason: expect.stringMatching(/could not read it: unexpected end of input\. Correct/),
    })
  })

  test('is stopped when its time is up, and when the signal aborts', async () => {
    installStandIn('echo $$ > $here/pid; exec sleep 30')
    const alive = () => {
      const pid = Number(readFileSync(join(state.folder, 'pid'), 'utf8'))
      return existsSync(`/proc/${pid}/stat`) && !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'latin1'))
    }
    expect(await runPandoc(bytesOf(TEX), { from: 'latex', signal: undefined, time: 300 })).toEqual({ type: 'too slow' })
    await expect.poll(alive).toBe(false)
    rmSync(join(state.folder, 'pid'))
    const stop = new AbortController()
    const run = runPandoc(bytesOf(TEX), { from: 'latex', signal: stop.signal })
    await expect.poll(() => existsSync(join(state.folder, 'pid'))).toBe(true)
    stop.abort(new Error('Ctrl-C'))
    await expect(run).rejects.toThrow('Ctrl-C')
    await expect.poll(alive).toBe(false)
  })
})

function hasPandoc(): boolean {
  try {
    return execFileSync('pandoc', ['--help'], { encoding: 'utf8' }).includes('--sandbox')
  } catch {
    return false
  }
}

const isInstalled = hasPandoc()
if (!isInstalled)
  console.warn(
    'Pandoc is not installed, so what it converts is not tested. Install it, for example with "apt install pandoc".',
  )

const SOURCE = `---
title: Reading a Tide Gauge
author: Ida Quay
---

# What it shows

The river rose by two metres in a night.[^1] Nobody had seen it so high.

[^1]: Measured at the lock.

| Place | Metres |
|---|---|
| Lock | 2.1 |
| Weir | 1.9 |

# What you need

- A small computer
- A servo for the hand

![A bird at sea](bird.png)
`

/** Converts the source to a format with Pandoc. */
function convertSource(format: string): Buffer {
  writeFileSync(join(state.folder, 'talk.md'), SOURCE)
  writeFileSync(join(state.folder, 'bird.png'), png(640, 480))
  execFileSync('pandoc', ['-s', '-f', 'markdown', 'talk.md', '-t', format, '-o', 'made'], {
    cwd: state.folder,
    stdio: 'pipe',
  })
  return readFileSync(join(state.folder, 'made'))
}

/** An OpenDocument text document with these styles and this body. */
function styledDocument(styles: string, body: string, parts: Readonly<Record<string, Uint8Array>> = {}): Buffer {
  const spaces = ['office', 'style', 'text', 'table']
    .map((name) => ` xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
    .join('')
  const drawing =
    ' xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"'
  const content = `<?xml version="1.0"?><office:document-content${spaces}${drawing} office:version="1.2"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`
  const manifest = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
  const namedStyles = `<?xml version="1.0"?><office:document-styles${spaces} office:version="1.2"><office:styles/></office:document-styles>`
  return Buffer.from(
    zipSync({
      'content.xml': strToU8(content),
      'styles.xml': strToU8(namedStyles),
      'META-INF/manifest.xml': strToU8(manifest),
      ...parts,
    }),
  )
}

function documentOf(body: string): Buffer {
  const manifest = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
  const content = `<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>${body}</office:text></office:body></office:document-content>`
  return Buffer.from(zipSync({ 'content.xml': strToU8(content), 'META-INF/manifest.xml': strToU8(manifest) }))
}

describe.skipIf(!isInstalled)('an installed Pandoc', () => {
  test.each([
    [
      'lock.rst',
      '.. title: The lock\n.. author: Ann Bell\n.. date: 2024-05-03 20:46:25 UTC\n\nGates\n=====\n\nIt is shut.\n',
    ],
    ['lock.org', '+++\ntitle = "The lock"\nauthor = "Ann Bell"\ndate = 2024-05-03\n+++\n\n* Gates\n\nIt is shut.\n'],
    ['lock.org', '#+TITLE: The lock\n#+AUTHOR: Ann Bell\n#+DATE: <2024-05-03 Fri>\n\n* Gates\n\nIt is shut.\n'],
    ['lock.rst', 'The lock\n########\n\n:author: Ann Bell\n:date: 2024-05-03 10:20\n\nGates\n=====\n\nIt is shut.\n'],
  ])('reads the front matter of a site generator: %s', async (path, text) => {
    const { article } = await readAs(path, text)
    expect(article.text).toBe('The lock\nAnn Bell\n3 May 2024\nGates\nIt is shut.')
    expect(article.root.sections.map(({ heading }) => heading?.text)).toEqual(['Gates'])
  })

  test.each(['odt', 'epub', 'rtf', 'latex', 'rst', 'org'])('reads %s', async (format) => {
    const { article, file } = await readAs(`talk.${format}`, convertSource(format))
    expect(file.messages.map(String)).toEqual([])
    const { root, text } = article
    const headings = [article.title?.text, ...root.sections.map(({ heading }) => heading?.text)]
    expect(headings).toEqual(expect.arrayContaining(['What it shows', 'What you need']))
    if (format !== 'rtf') expect(article.title?.text).toBe('Reading a Tide Gauge')
    if (format !== 'rtf' && format !== 'odt') expect(article.byline?.text).toBe('Ida Quay')
    for (const words of ['Nobody had seen it so high.', 'A servo for the hand', 'Place\tMetres', 'Lock\t2.1'])
      expect(text).toContain(words)
    if (format !== 'rtf') expect(text).toContain('Measured at the lock.')
    // The pictures of an archive or an RTF file are in the file; those of other formats are next to it.
    const image = JSON.stringify(root).match(/"type":"image","url":"([^"]{1,60})/)?.[1]
    if (['odt', 'epub', 'rtf'].includes(format)) expect(image).toContain('base64,iVBOR')
    else expect(image).toBe('bird.png')
  })

  test.each([
    ['odt', ['txt', 'doc', 'md', 'pdf']],
    ['epub', ['txt', 'docx', 'html']],
    ['rtf', ['txt', 'doc', 'md', 'html']],
  ])('reads %s whatever the name of the file is', async (format, extensions) => {
    const bytes = convertSource(format)
    for (const extension of extensions) {
      const { article } = await readAs(`talk.${extension}`, bytes)
      expect(article.text).toContain('What you need\nA small computer\n')
    }
  })

  test.each(['talk.txt', 'talk', '-'])('reads the directives of reStructuredText: %s', async (path) => {
    const { article } = await readAs(
      path,
      'Gates\n=====\n\n.. contents:: On this page\n\n.. toctree::\n   :maxdepth: 2\n\n   install\n   usage\n\n.. note::\n\n   It is shut on Mondays.\n\nSee :ref:`locks`. The gate is of oak.\n\n.. code-block:: sh\n\n   open gate\n',
    )
    expect(article.text).toBe('Gates\nNote\nIt is shut on Mondays.\nSee locks. The gate is of oak.\nopen gate')
  })

  test('does not read Markdown that shows directives as examples', async () => {
    const listing = (name: string) => `\n\n\`\`\`\n.. ${name}:: It is shut.\n\`\`\`\n\n`
    const { article } = await readAs(
      'talk.txt',
      `# Gates\n\nA note:${listing('note')}## More\n\nA tip:${listing('tip')}`,
    )
    expect(article.text).toBe('Gates\nA note:\n.. note:: It is shut.\nMore\nA tip:\n.. tip:: It is shut.')
  })

  test('reads markup that is not in UTF-8', async () => {
    const text = 'Schleuse\n========\n\nDas Tor ist groß und schön.\n\n.. note:: Es öffnet früh.\n'
    const { article } = await readAs('talk.txt', Buffer.from(text, 'latin1'))
    expect(article.text).toContain('Das Tor ist groß und schön.\n')
    expect(article.text).toContain('Es öffnet früh.')
  })

  test('reads the quotations of an OpenDocument text document', async () => {
    const quotation = '<text:p text:style-name="P8">'
    const bytes = styledDocument(
      '<style:style style:name="P8" style:family="paragraph" style:parent-style-name="Quotations"/>',
      `<text:p>The river rose.</text:p>${quotation}A tube is worth more than a sensor.</text:p>${quotation}Keep it dry.</text:p><text:p>The river fell.</text:p>`,
    )
    const { article } = await readAs('talk.odt', bytes)
    expect(
      article.root.blocks.map(({ node, passages }) => [node.type, passages.map(({ text }) => text).join(' ')]),
    ).toEqual([
      ['paragraph', 'The river rose.'],
      ['blockquote', 'A tube is worth more than a sensor. Keep it dry.'],
      ['paragraph', 'The river fell.'],
    ])
  })

  test('reads sections, text boxes, numbers of figures, merged and repeated cells and numbered headings of an OpenDocument text document', async () => {
    const cell = (words: string, attributes = '') =>
      `<table:table-cell${attributes}><text:p>${words}</text:p></table:table-cell>`
    const covered = '<table:covered-table-cell/>'
    const styles =
      '<style:style style:name="P7" style:family="paragraph"><style:text-properties fo:font-weight="bold"/></style:style>'
    const body = [
      '<text:list><text:list-item><text:h text:outline-level="1">The gauge</text:h></text:list-item><text:list-item><text:p>Cheap</text:p></text:list-item><text:list-item><text:p>Dry</text:p></text:list-item></text:list>',
      '<text:section text:name="Columns"><text:p>The river rose.<draw:frame><draw:text-box><text:p>Nobody slept.</text:p></draw:text-box></draw:frame></text:p></text:section>',
      '<text:section text:name="Old" text:display="none"><text:p>The old text.</text:p></text:section>',
      '<text:p>See figure <text:sequence>4</text:sequence>.</text:p>',
      `<table:table><table:table-column table:number-columns-repeated="3"/><table:table-row>${cell('Place', ' table:number-rows-spanned="2"')}${cell('Metres', ' table:number-columns-spanned="2"')}${covered}</table:table-row><table:table-row>${covered}${cell('Day')}${cell('Night')}</table:table-row><table:table-row>${cell('Lock')}${cell('2.1')}${cell('1.9')}</table:table-row><table:table-row>${cell('Weir')}${cell('0.4', ' table:number-columns-repeated="2"')}</table:table-row></table:table>`,
      '<text:p text:style-name="P7">It is heavy</text:p>',
    ].join('')
    const { article, file } = await readAs('talk.odt', styledDocument(styles, body))
    expect(article.text.split('\n')).toEqual([
      ...['The gauge', 'Cheap', 'Dry', 'The river rose.', 'Nobody slept.', 'See figure 4.'],
      ...['Place\tMetres\t', '\tDay\tNight', 'Lock\t2.1\t1.9', 'Weir\t0.4\t0.4', 'It is heavy'],
    ])
    expect(article.root.blocks.map(({ node }) => node.type)).toEqual([
      ...['list', 'paragraph', 'paragraph', 'paragraph', 'table', 'paragraph'],
    ])
    expect(JSON.stringify(article.root.blocks.at(-1))).toContain('"strong"')
    expect(file.messages.map(String)).toEqual([])
  })

  test('reads neither hidden text nor comments nor tables of contents of an OpenDocument text document', async () => {
    const styles = ['T1', 'P1']
      .map(
        (name) =>
          `<style:style style:name="${name}" style:family="${name === 'T1' ? 'text' : 'paragraph'}"><style:text-properties text:display="none"/></style:style>`,
      )
      .join('')
    const body =
      '<text:p text:style-name="Contents_20_1">The gauge 4</text:p>' +
      '<text:p>The river rose<text:span text:style-name="T1"> (ask Bo)</text:span><office:annotation><text:p>Really?</text:p></office:annotation>.</text:p><text:p text:style-name="P1">Draft.</text:p>'
    expect((await readAs('talk.odt', styledDocument(styles, body))).article.text).toBe('The river rose.')
  })

  test('reads the styles, footnotes, text boxes and numbers of figures of a rich-text file', async () => {
    const stylesheet =
      '{\\stylesheet{\\s0 Normal;}{\\s1\\sbasedon0\\b Heading 1;}{\\s4 Title;}{\\s5 Subtitle;}{\\s7 toc 1;}}'
    const styled = (style: number, words: string) => `\\pard\\plain \\s${style}\\ql{${words}}\\par\n`
    const { article } = await readAs(
      'talk.rtf',
      [
        `{\\rtf1\\ansi${stylesheet}`,
        styled(4, 'Tide gauges'),
        styled(5, 'Cheap ones'),
        styled(0, 'Ida Quay, Harbour Workshop'),
        styled(7, 'The lock 4'),
        styled(1, 'The lock'),
        styled(0, 'The river rose.{\\super\\chftn{\\*\\footnote\\chftn\\pard\\plain  Measured at the lock.}}'),
        styled(1, 'The weir'),
        styled(0, '{\\shp{\\*\\shpinst{\\sp{\\sn shapeType}{\\sv 1}}{\\shptxt\\s0 Nobody slept.}}}It fell.'),
        styled(0, 'See figure {\\field{\\*\\fldinst SEQ Figure}{\\fldrslt 4}}.'),
        '}',
      ].join(''),
    )
    const { title, subtitle, byline, root, text } = article
    expect([title?.text, subtitle?.text, byline?.text]).toEqual([
      ...['Tide gauges', 'Cheap ones', 'Ida Quay, Harbour Workshop'],
    ])
    expect(root.sections.map(({ heading }) => heading?.text)).toEqual(['The lock', 'The weir'])
    expect(text.split('\n').slice(3)).toEqual([
      ...['The lock', 'The river rose.', 'The weir', 'Nobody slept.', 'It fell.', 'See figure 4.'],
      'Measured at the lock.',
    ])
  })

  test('reads struck-through text of a rich-text file, but neither deleted nor hidden text', async () => {
    const rtf =
      '{\\rtf1\\ansi It costs {\\deleted\\revauthdel1 nine }{\\v ask Bo }{\\strike ten }{\\revised eleven} pounds, \\\\deleted\\\\.\\par}'
    expect((await readAs('talk.rtf', rtf)).article.text).toBe('It costs ten eleven pounds, \\deleted\\.')
  })

  test.each([`{\\rtf1 ${'{'.repeat(100_000)}`, '{\\rtf1 {\\*\\footnote'])(
    'does not fail on broken groups: %#',
    async (rtf) => {
      await readAs('talk.rtf', rtf).catch((error) => expect(error).toBeInstanceOf(UnreadableError))
    },
  )

  test('reports what Pandoc leaves out of an OpenDocument text document', async () => {
    const lost = '<text:numbered-paragraph><text:p>The gauge stood in the lock.</text:p></text:numbered-paragraph>'
    const { file } = await readAs('talk.odt', styledDocument('', `<text:p>The river rose.</text:p>${lost}`))
    expect(file.messages.map(({ reason }) => reason)).toEqual([
      'Pandoc leaves out "The gauge stood in the lock". Save the document as .docx and use that file.',
    ])
  })

  test('reads the formulas of an OpenDocument text document, including those inside sentences', async () => {
    const formula = (address: string) =>
      `<draw:frame text:anchor-type="as-char"><draw:object xlink:href="${address}"/><draw:image xlink:href="./ObjectReplacements/${address.replace('./', '')}"/></draw:frame>`
    const math = (content: string) => strToU8(`<math xmlns="http://www.w3.org/1998/Math/MathML">${content}</math>`)
    const bytes = styledDocument(
      '',
      `<text:p>Here ${formula('./Object 1')} is the height.</text:p><text:p>${formula('./Object 2')}</text:p>`,
      {
        'Object 1/content.xml': math('<mi>h</mi>'),
        'Object 2/content.xml': math('<mi>E</mi><mo>=</mo><mfrac><mn>1</mn><mn>8</mn></mfrac>'),
      },
    )
    const { article, file } = await readAs('talk.odt', bytes)
    expect(article.root.blocks.map(({ node, passages }) => [node.type, ...passages.map(({ text }) => text)])).toEqual([
      ['paragraph', 'Here h is the height.'],
      ['math', 'E = \\frac{1}{8}'],
    ])
    expect(article.marks.map(({ style }) => style.type)).toEqual(['inlineMath'])
    expect(file.messages.map(String)).toEqual([])
  })

  test('reads no other file and makes no request for a hostile file', async () => {
    writeFileSync(join(state.folder, 'secret.txt'), 'TOP SECRET\n')
    const secret = join(state.folder, 'secret.txt')
    const requests: unknown[] = []
    const server = createServer((socket) => void requests.push(socket.destroy()))
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const address = server.address()
    const web = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/x.png`
    const files = {
      'a.tex': `\\documentclass{article}\\begin{document}The river rose. \\input{${secret}} \\include{${secret}} \\includegraphics{${web}} \\lstinputlisting{${secret}} \\write18{touch ${state.folder}/made}\\end{document}`,
      'b.rst': `The river rose.\n\n.. include:: ${secret}\n\n.. image:: ${web}\n\n.. image:: ${secret}\n`,
      'c.org': `#+INCLUDE: "${secret}"\n\nThe river rose.\n\n[[${web}]]\n[[file:${secret}]]\n`,
    }
    for (const [path, value] of Object.entries(files)) {
      const textOrReason = await readAs(path, value).then(
        ({ article }) => article.text,
        (error: Error) => error.message,
      )
      expect(textOrReason).toMatch(/The river rose|cannot read it: File .* not found/)
      expect(textOrReason).not.toContain('TOP SECRET')
    }
    expect(requests).toEqual([])
    expect(readdirSync(state.folder)).toEqual(['secret.txt'])
    server.close()
  })

  test('reads neither a zip bomb nor a damaged archive', async () => {
    const bomb = `<text:p>${'a'.repeat(60 * 1024 * 1024)}</text:p>`
    const { messages } = await expectRefusal('bomb.odt', documentOf(bomb))
    expect(messages[0]?.reason).toMatch(/not an OpenDocument text document, or it is encrypted, damaged or too large/)
    for (const name of ['broken.odt', 'broken.epub']) await expectRefusal(name, Buffer.from('PK\x03\x04 and no more'))
  })
})
