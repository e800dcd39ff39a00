import { describe, expect, it } from 'vitest';
import { codes, html, read } from './support.js';

const targets = (source: string): string[] => read(source).body.refs.map(({ target }) => target);

describe('marks of other systems', () => {
  it.each([
    ['a shortcode alone on its line', 'a\n\n{{< img src="x" >}}\n\nb', '<p>a</p><p>b</p>'],
    ['right behind a paragraph', 'a\n{{< img src="x" >}}\nb', '<p>a</p><p>b</p>'],
    ['over several lines', '{{< img src="x"\n  alt="y" >}}\n\nb', '<p>b</p>'],
    ['in a text', 'a {{< img "x" >}} b {% image "y" %} c', '<p>a  b  c</p>'],
    ['what a pair encloses stays, as Markdown', '{{< box >}}\n*a*\n{{< /box >}}', '<p><em>a</em></p>'],
    ['in a text as well', 'a {{% hl %}}*b*{{% /hl %}}', '<p>a <em>b</em></p>'],
    ['tags of Liquid', '{% if a %}\nb\n{% endif %}', '<p>b</p>'],
    [
      'comments of Liquid with what they hold',
      'a {% comment %}b{% endcomment %} c\n\n{% comment %}\nd\n{% endcomment %}',
      '<p>a  c</p>',
    ],
    [
      'attributes of kramdown',
      '## A {#b .c}\n\nd\n{: .e}\n\n*f*{:.g}',
      '<h2 id="a-b-c">A {#b .c}</h2><p>d</p><p><em>f</em></p>',
    ],
    ['variables stay as written', 'Set {{ git_dir }} first', '<p>Set {{ git_dir }} first</p>'],
    ['printf is no tag', 'printf("%s {%d}", {%t)', '<p>printf(“%s {%d}”, {%t)</p>'],
  ])('%s', (_, source, expected) => {
    expect(html(source)).toBe(expected);
  });

  it('are text in code and inside raw', () => {
    expect(html('`{{< a >}}` {% raw %}{{ b }} {% c %}{% endraw %}')).toBe(
      '<p><code>{{&lt; a &gt;}}</code> {{ b }} {% c %}</p>',
    );
    expect(html('{% raw %}\n\nx {% c %}\n\n{% endraw %}\n\ny {% c %}')).toBe('<p>x {% c %}</p><p>y </p>');
    expect(html('```\n{{< a >}}\n```')).toContain('{{&lt; a &gt;}}');
  });

  it('that enclose a listing leave a listing', () => {
    expect(html('{% highlight ruby %}\nputs *1*\n{% endhighlight %}')).toBe(
      '<pre tabindex="0"><code class="language-ruby">puts *1*\n</code></pre>',
    );
  });

  it.each([
    ['[x]({{< ref "a/b.md" >}})', 'a/b.md'],
    ['[x]({{< relref "b.md#c" >}})', 'b.md#c'],
    ['[x]({{% ref b.md %}})', 'b.md'],
    ['[x]({% link _posts/b.md %})', '_posts/b.md'],
    ['[x]({{ site.baseurl }}{% post_url 2014-01-02-b %})', '2014-01-02-b'],
    ['[x]({{site.baseurl}}/b/)', '/b/'],
    ['[x]({{ "/b/" | url }}#c)', '/b/#c'],
    ['[x]({{ \'/b/\' | relative_url }} "t")', '/b/'],
    ['[x][r]\n\n[r]: {{< ref "b.md" >}}', 'b.md'],
    ['![x]({{ "/p.png" | url }})', '/p.png'],
  ])('give the path that they name where they are a link’s target: %s', (source, target) => {
    expect(targets(source)).toEqual([target]);
  });

  it('leave the words where nobody knows the target', () => {
    expect(html('[x]({{< asset "b.pdf" >}}) ![y]({{ image }})')).toBe('<p>x </p>');
  });

  it.each([
    ['{{< youtube dQw4w9WgXcQ >}}', 'youtube'],
    ['{{< youtube id="dQw4w9WgXcQ" title="A" >}}', 'youtube'],
    ['{{< tweet user="a" id="1234567890" >}}', 'x'],
    ['{{ "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ" | embed }}', 'youtube'],
  ])('become a card where they name a thing on a known site: %s', (source, name) => {
    expect(read(source).body.embeds).toEqual([name]);
  });

  it('in the attributes of a tag do not keep it from being one', () => {
    expect(html('a <img src="{{ "/b.png" | url }}" alt="c"> d')).toBe('<p>a  d</p>');
    expect(html('<img src="{{ "/b.png" | url }}" alt="c">', {}, { html: { allow: ['img'] } })).toContain(
      '[I0]',
    );
  });

  it.each([
    [
      'a WordPress caption around a picture',
      '[caption id="" align="alignright" width="300"]![Tux](tux.png) A penguin[/caption]',
      '<p>[I0] A penguin</p>',
    ],
    ['a gallery of WordPress alone on its line', 'a\n\n[gallery ids="1,2"]\n\nb', '<p>a</p><p>b</p>'],
    ['a gallery without arguments', 'a\n\n[gallery]\n\nb', '<p>a</p><p>b</p>'],
    ['a tag with the end of an HTML tag behind it', '{% image "a.png" %} width="600px">\n\nb', '<p>b</p>'],
    ['the same in a text', 'a {% image "a.png" %} width="9" class="b" /> b', '<p>a  b</p>'],
    ['one with curled quotes', 'a [soundcloud url=&#8221;https://x.example/1&#8221; /] b', '<p>a  b</p>'],
  ])('leave out %s', (_, source, expected) => {
    expect(html(source)).toBe(expected);
    expect(read(source).problems).toMatchObject([{ code: 'foreign-marks' }]);
  });

  it.each([
    ['[video]', '<p>[video]</p>'],
    ['[video](https://video.example/)', '<p><a href="https://video.example/">video</a></p>'],
    ['See [gallery] there', '<p>See [gallery] there</p>'],
    ['[gallery]\n\n[gallery]: https://a.example/', '<p><a href="https://a.example/">gallery</a></p>'],
    ['[gallery shows its best]', '<p>[gallery shows its best]</p>'],
    ['[caption][r]\n\n[r]: https://a.example/', '<p><a href="https://a.example/">caption</a></p>'],
  ])('are no words in brackets: %s', (source, expected) => {
    expect(html(source)).toBe(expected);
    expect(codes(source)).toEqual([]);
  });

  it.each([
    '[youtube https://www.youtube.com/watch?v=dQw4w9WgXcQ]',
    '[youtube=http://www.youtube.com/watch?v=dQw4w9WgXcQ&w=600]',
    '[youtube=http://www.youtube.com/watch?v=dQw4w9WgXcQ&amp;w=600&amp;h=338]',
    '[youtube https://www.youtube.com/watch?v=dQw4w9WgXcQ?list=AbC]',
    'a\n[youtube=http://youtu.be/dQw4w9WgXcQ]\nb',
  ])('of WordPress become a card where they name a video: %s', (source) => {
    expect(read(source).body.embeds).toEqual(['youtube']);
    expect(read(source).problems).toMatchObject([{ code: 'foreign-marks' }]);
  });

  it('that name a video in a running text become a link', () => {
    expect(html('*[youtube=http://youtu.be/dQw4w9WgXcQ]*')).toBe(
      '<p><em><a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ">YouTube</a></em></p>',
    );
  });

  it('of WordPress around an address are told', () => {
    expect(read('[embed]https://vimeo.com/76979871[/embed]').problems).toMatchObject([
      { code: 'foreign-marks' },
    ]);
  });

  it('of the form =NAME=…= are told by kind and number, and stay as written', () => {
    const source =
      'a\n=IMAGE=a.jpg=Figure 1=\n\n=IMAGE=b.jpg=Figure 2=\n\n=TEXTBOX_START=More=\n\n    =CODE=\n\n=A=';
    const { problems, body } = read(source);
    expect(problems).toMatchObject([{ code: 'foreign-marks', line: 1 }]);
    expect(problems[0]?.message).toContain('Left as written: `=IMAGE=` ×2, `=TEXTBOX_START=`.');
    expect(body.html).toContain('=IMAGE=b.jpg=Figure 2=');
  });

  it.each([
    ['a line of a home-made system', '=IMAGE=a.jpg=The *cover*=\n\nIt begins.', 'It begins.'],
    [
      'one in a paragraph',
      '=IMAGE=a.jpg=The cover=\nIt begins.\n=ZOOM=Big=\nIt ends.',
      'It begins. It ends.',
    ],
    ['a variable', '{{ page.excerpt }}\n\nIt begins {{ when }} here.', 'It begins here.'],
  ])('that stay as written get into no excerpt: %s', (_, source, expected) => {
    expect(read(source).opening).toBe(expected);
  });

  it.each([
    ['$$\nA_1 \\Rightarrow *B* \\\\ C\n$$', '$$\nA_1 \\Rightarrow *B* \\\\ C\n$$', '$$ … $$'],
    ['\\(A \\Rightarrow B\\)', '\\(A \\Rightarrow B\\)', '\\( … \\)'],
    ['\\[x^2 < \\text{سلام}\\]', '\\[x^2 &lt; \\text{سلام}\\]', '\\[ … \\]'],
  ])('formulas in a text from right to left run from left to right: %j', (formula, expected, look) => {
    const source = `متن ${formula} متن`;
    const bdi = `<bdi dir="ltr">${expected}</bdi>`;
    expect(html(source, { lang: 'fa' })).toBe(`<p>متن ${bdi} متن</p>`);
    expect(html(`${source} <b>x</b>`, { lang: 'fa' }, { html: { allow: ['b'] } })).toContain(bdi);
    const { problems, text } = read(`${source}\n\n${source}`, { lang: 'fa' });
    expect(problems).toMatchObject([{ code: 'foreign-marks' }]);
    expect(problems[0]?.message).toContain(`Left as written: \`${look}\` ×2.`);
    expect(text).toContain('متن');
  });

  it.each([
    ['en', 'a \\(b\\) $$ c $$', 'a (b) $$ c $$'],
    ['fa', 'متن \\(متن\\) \\[1\\] $$', 'متن (متن) [1] $$'],
    ['fa', 'متن `$$ a $$`', 'متن <code>$$ a $$</code>'],
  ])('escaped brackets are no formulas: %s %j', (lang, source, expected) => {
    expect(html(source, { lang })).toBe(`<p>${expected}</p>`);
    expect(codes(source, { lang })).toEqual([]);
  });

  it('that stay as written get into no lead', () => {
    expect(read('{{ a }} It begins.\n\n<!--more-->\n\nMore.').lead).toBe('It begins.');
  });

  it('are told once for a text, by kind, number and what became of them', () => {
    const { problems } = read('a\n\n{{< img 1 >}}\n\n{{< img 2 >}}\n\n[x]({{< ref "b.md" >}}) {{ c }}', {
      line: 5,
    });
    expect(problems).toMatchObject([{ code: 'foreign-marks', line: 7, source: '{{< img 1 >}}' }]);
    expect(problems[0]?.message).toContain('Left out, with what they enclose kept: `{{< img >}}` ×2.');
    expect(problems[0]?.message).toContain('Read as the path that they name: `{{< ref >}}`.');
    expect(problems[0]?.message).toContain('Left as written: `{{ … }}`.');
    expect(codes('no marks')).toEqual([]);
  });
});
