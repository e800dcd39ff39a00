export const SVG = 'http://www.w3.org/2000/svg';

/** Elements of SVG that draw, describe or move; none that runs, or holds what is not SVG. */
const DRAWING: ReadonlySet<string> = new Set(
  `a altGlyph altGlyphDef altGlyphItem animate animateColor animateMotion animateTransform circle clipPath color-profile
  cursor defs desc ellipse feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting
  feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge
  feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence filter flowDiv flowLine
  flowPara flowRegion flowRegionExclude flowRoot flowSpan font font-face font-face-format font-face-name font-face-src
  font-face-uri g glyph glyphRef hatch hatchpath hatchPath hkern image line linearGradient marker mask mesh meshgradient
  meshGradient meshpatch meshPatch meshrow meshRow metadata missing-glyph mpath path pattern polygon polyline
  radialGradient rect set solidColor solidcolor stop style svg switch symbol text textPath title tref tspan use view
  vkern`.split(/\s+/),
);

export const isDrawingElement = (name: string): boolean => DRAWING.has(name);

/** What is active in one of the languages that browsers know. */
const ACTIVE =
  /^(?:script|foreignobject|iframe|frame|object|embed|applet|handler|listener|html|body|form|link|meta|base)$/i;

/**
 * Whether an element of another language means nothing to browsers. All that they know (HTML, MathML, XSLT, events) are
 * the W3C's or a browser's own; editors have theirs, and rights are said in RDF.
 */
export const isInertNamespace = (space: string, name: string): boolean =>
  (!/w3\.org|mozilla\.org/i.test(space) ||
    /^http:\/\/www\.w3\.org\/(?:1999\/02\/22-rdf-syntax-ns#|2000\/01\/rdf-schema#)$/.test(space)) &&
  !ACTIVE.test(name);
