import { describe, expect, it } from 'vitest';
import { isActiveSvg } from '../../src/text/svg.js';

const svg = (inside: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="3" height="2">${inside}</svg>`;

describe('an SVG', () => {
  it.each([
    '<script>alert(1)</script>',
    '<svg:script xmlns:svg="http://www.w3.org/2000/svg"/>',
    '<rect onload="alert(1)"/>',
    '<rect\nonclick = "x()"/>',
    '<a href="javascript:alert(1)"><text>x</text></a>',
    '<a href="java&#x73;cript:alert(1)"><text>x</text></a>',
    '<a href="java\tscript:alert(1)"><text>x</text></a>',
    '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>',
    '<a><set attributeName="href" to="x"/></a>',
    '<image href="data:text/html,x"/>',
    '<s.x:script xmlns:s.x="http://www.w3.org/2000/svg">alert(1)</s.x:script>',
    '<s-x.y:script xmlns:s-x.y="http://www.w3.org/2000/svg"/>',
    '<é:script xmlns:é="http://www.w3.org/2000/svg"/>',
    '<g xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script></g>',
    '<h:img xmlns:h="http://www.w3.org/1999/xht&#109;l" src="x"/>',
    '<h:b xmlns:h="http://www.w3.org/1999/xhtml"/>',
    '<m:math xmlns:m="http://www.w3.org/1998/Math/MathML" href="x"/>',
    '<x:g xmlns:x="urn:x"><x:g xmlns:x="http://www.w3.org/2000/svg"><x:script/></x:g></x:g>',
    '<rect\u2028onload="alert(1)"/>',
    '<rect x="1"onload="alert(1)"/>',
    '<a xmlns:l="http://www.w3.org/1999/xlink" l:href=" java&#10;script:alert(1)"/>',
    '<a href="blob:https://x.example/1"/>',
    '<a href="filesystem:x"/>',
    '<animate attributeName="&#104;ref" values="x"/>',
    '<set attributeName=" on&#99;lick " to="alert(1)"/>',
    '<a><animate attributeName="fill" values="x;javascript:alert(1)"/></a>',
    '<use href="data:image/svg+xml,x"/>',
    '<video src="x"/>',
    '<g><![CDATA[x]]>&nbsp;</g>',
    '<?xml-stylesheet href="x"?>',
    '<?php x ?>',
    '<!-- -- --><g/>',
    '<g>',
    '</g>',
    '<g></svg></g><script/>',
    '<g a="1" a="2"/>',
    '<g\x1b$B/>',
  ])('that could run is told: %s', (inside) => {
    expect(isActiveSvg(svg(inside))).toBe(true);
  });

  it.each([
    '<title>One online station</title><text x="1">on = off; description: fine</text>',
    '<style>.a{fill:#fff}</style><defs><linearGradient id="g"/></defs><use href="#g"/>',
    '<image href="data:image/png;base64,AAAA"/>',
    '<text>JavaScript: a &lt;script&gt; &#38; &quot;onload=1&quot;</text>',
    '<style><![CDATA[ .a > .b { fill: #fff } @font-face { src: url(data:application/font-woff;base64,AA) } ]]></style>',
    '<a href="https://x.example/"><path d="M0 0"/></a><a href="../b"/><a href="mailto:x@x.example"/>',
    '<animate attributeName="fill" values="a;b"/><set attributeName="opacity" to="0"/>',
    '<s.x:g xmlns:s.x="http://www.w3.org/2000/svg"><s.x:path/></s.x:g>',
  ])('that only draws is let through: %s', (inside) => {
    expect(isActiveSvg(svg(inside))).toBe(false);
  });

  it('of Inkscape or Illustrator is let through', () => {
    const inkscape = `<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!-- Created with Inkscape (http://www.inkscape.org/) -->
<svg width="210mm" inkscape:version="1.3 (0e150ed, 2023-07-21)" sodipodi:docname="map.svg"
   xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" xmlns:cc="http://creativecommons.org/ns#"
   xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" xmlns:dc="http://purl.org/dc/elements/1.1/"
   xmlns="http://www.w3.org/2000/svg" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
   xmlns:svg="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">
  <sodipodi:namedview id="base" pagecolor="#ffffff"><inkscape:grid type="xygrid"/></sodipodi:namedview>
  <defs><inkscape:path-effect effect="spiro"/><linearGradient xlink:href="#b"><stop offset="0"/></linearGradient></defs>
  <metadata><rdf:RDF><cc:Work rdf:about=""><dc:format>image/svg+xml</dc:format>
    <dc:type rdf:resource="http://purl.org/dc/dcmitype/StillImage"/></cc:Work></rdf:RDF></metadata>
  <g inkscape:label="Layer 1" inkscape:groupmode="layer"><path d="M0 0" sodipodi:nodetypes="cc"/></g>
</svg>
`;
    const illustrator = `\ufeff<?xml version="1.0" encoding="utf-8"?>\r
<!-- Generator: Adobe Illustrator 24.0.1 -->\r
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\r
<svg version="1.1" id="Layer_1" xmlns="http://www.w3.org/2000/svg" xmlns:x="http://ns.adobe.com/Extensibility/1.0/"
  xml:space="preserve" enable-background="new 0 0 9 9"><style type="text/css">.st0{fill:#E30613;}</style>
<metadata><x:xmpmeta xmlns:x="adobe:ns:meta/"><?xpacket begin="" id="W5M0"?></x:xmpmeta></metadata>
<switch><g x:extraneous="self"><rect class="st0"/></g></switch></svg>`;
    expect(isActiveSvg(inkscape)).toBe(false);
    expect(isActiveSvg(illustrator)).toBe(false);
  });

  it.each(['ISO-2022-JP', 'utf-7', 'UTF-16', 'windows-1252', 'hz-gb-2312', 'utf-8" encoding="ISO-2022-JP'])(
    'that says it is in %s is told',
    (encoding) => {
      expect(isActiveSvg(`<?xml version="1.0" encoding="${encoding}"?>${svg('<s/>')}`)).toBe(true);
      expect(isActiveSvg(`<?xml version="1.0" encoding="${encoding}"?>${svg('<g/>')}`)).toBe(true);
    },
  );

  it.each([
    '<html/>',
    '<x:svg xmlns:x="urn:x"/><svg/>',
    '',
    'svg',
    ' <?xml version="1.0"?><svg/>',
    '<svg/>x',
  ])('that is no single drawing is told: %s', (source) => {
    expect(isActiveSvg(source)).toBe(true);
  });

  it('with entities or in another encoding is never let through', () => {
    expect(isActiveSvg(`<!DOCTYPE svg [<!ENTITY x "y">]>${svg('')}`)).toBe(true);
    expect(isActiveSvg('<\0s\0v\0g\0>')).toBe(true);
  });
});
