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
  ])('that could run is told: %s', (inside) => {
    expect(isActiveSvg(svg(inside))).toBe(true);
  });

  it.each([
    '<title>One online station</title><text x="1">on = off; description: fine</text>',
    '<style>.a{fill:#fff}</style><defs><linearGradient id="g"/></defs><use href="#g"/>',
    '<image href="data:image/png;base64,AAAA"/>',
  ])('that only draws is let through: %s', (inside) => {
    expect(isActiveSvg(svg(inside))).toBe(false);
  });

  it('with entities or in another encoding is never let through', () => {
    expect(isActiveSvg(`<!DOCTYPE svg [<!ENTITY x "y">]>${svg('')}`)).toBe(true);
    expect(isActiveSvg('<\0s\0v\0g\0>')).toBe(true);
  });
});
