import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { pointAt } from '../../src/model/source-position.ts'
import { read } from '../../src/read/read.ts'

async function articleOf(text: string) {
  return read(new TextEncoder().encode(text), new VFile({ path: 'talk.md' }))
}

describe('the tags of a site generator', () => {
  test.each([
    [
      'on a line of their own',
      '{% include "nav.html" %}\n\nThe gauge rose.\n\n{{< tweet user="quay" >}}\n',
      'The gauge rose.',
    ],
    ['around words', '{{% alert title="Note" %}} The gauge rose. {{% /alert %}}\n', 'The gauge rose.'],
    [
      'with words for their target',
      'Every {{< term text="tide gauge" id="gauge" >}} rose.\n',
      'Every tide gauge rose.',
    ],
    [
      'on several lines',
      '{{< figure src="gauge.png"\nalt="A gauge" width="60%" >}}\nThe gauge rose.\n',
      'The gauge rose.',
    ],
    [
      'in the address of a link',
      'See [the tide]({% page "/tide/" %}) and [locks]({{ "/locks" | url }}).\n',
      'See the tide and locks.',
    ],
    ['that call a function', '{{image "tide.svg" 600}}\n{{image "lock.svg"}}\n\nThe gauge rose.\n', 'The gauge rose.'],
    ['after a paragraph', 'The gauge rose.\n{: .note .info }\n', 'The gauge rose.'],
    ['after words in brackets', 'The [gauge]{.tool #g} rose. So did [it](/it).\n', 'The gauge rose. So did it.'],
    ['for a list of the headings', '* TOC\n{:toc}\n\nThe gauge rose.\n', 'The gauge rose.'],
    ['for a value that only the site knows', '{{ site.sign }} The gauge rose.\n', 'The gauge rose.'],
  ])('are not read as words: %s', async (_, markdown, text) => {
    expect((await articleOf(`# T\n\n${markdown}`)).text).toBe(`T\n${text}`)
  })

  test.each([
    ['![A gauge]({{site.baseurl}}/img/gauge.png)', '/img/gauge.png'],
    ['![A gauge]({{ site.url }}/img/gauge.png)', '/img/gauge.png'],
    ['![A gauge]({{ "/img/gauge.png" | relative_url }})', '/img/gauge.png'],
    ["![A gauge]( {{ 'img/the gauge.png' | url }} )", '/img/the%20gauge.png'],
    ['![A gauge]({% link img/gauge.png %})', '/img/gauge.png'],
    ['![A gauge]({{< baseurl >}}/img/gauge.png)', '/img/gauge.png'],
    [`<img src="{{ 'img/gauge.png' | url }}" alt="A gauge">`, '/img/gauge.png'],
    ['<img src="{{site.baseurl}}/img/gauge.png" alt="A gauge">', '/img/gauge.png'],
    ['![A gauge]({{ "https://a.example/g.png" | url }})', 'https://a.example/g.png'],
    ['![A gauge]({{ page.image }})', ''],
  ])('in the address of an image become a path from the root of the site: %s', async (markdown, url) => {
    const { root } = await articleOf(`# T\n\nWords.\n\n${markdown}\n`)
    const images = root.blocks.flatMap(({ node }) => ('children' in node ? node.children : []))
    expect(images).toMatchObject([{}, { type: 'image', url, alt: 'A gauge' }])
  })

  test('in a sentence leave the name that they contain', async () => {
    const { text } = await articleOf('# T\n\nAsk in {% channel "harbour" %} before noon.\n')
    expect(text).toBe('T\nAsk in harbour before noon.')
  })

  test('stay where the article is about them: in code, between raw tags, and names in braces', async () => {
    const { text } = await articleOf(
      '# T\n\nWrite `{% tide %}`.\n\nOr {% raw %}{% lock %}{% endraw %} or {{outlet}}.\n\n```\n{% gate %}\n```\n',
    )
    expect(text).toBe('T\nWrite {% tide %}.\nOr {% lock %} or {{outlet}}.\n{% gate %}')
  })

  test.each([
    '{% highlight ruby %}\nopen = 1\n{% endhighlight %}',
    '{{< highlight ruby >}}\nopen = 1\n{{< /highlight >}}',
  ])('around a listing make it code: %s', async (markdown) => {
    const { root } = await articleOf(`# T\n\nWords.\n\n${markdown}\n\nMore.\n`)
    expect(root.blocks.map(({ node }) => node.type)).toEqual(['paragraph', 'code', 'paragraph'])
    expect(root.blocks[1]?.node).toMatchObject({ lang: 'ruby', value: 'open = 1' })
  })

  test('are not code if they are raw tags in a listing', async () => {
    const { text } = await articleOf('# T\n\n```\n{% raw %}\n{% if gate %}\n{%- endraw -%}\n```\n\nThe gauge rose.\n')
    expect(text).toBe('T\n{% if gate %}\nThe gauge rose.')
  })

  test('are left out with their heading if it shows the title in the front matter', async () => {
    const { title, root } = await articleOf('---\ntitle: The lock\n---\n\n# {{ page.title }}\n\nThe gauge rose.\n')
    expect([title?.text, root.sections.length]).toEqual(['The lock', 0])
  })

  test('do not change the position of the words after them', async () => {
    const article = await articleOf('# T\n\n{% include "a.html" %} The gauge rose.\n')
    expect(pointAt(article, article.text.indexOf('gauge'))).toMatchObject({ line: 3, column: 28 })
  })
})
