// Plots as SVG that reads in light and dark: lines against the number of articles, both axes by powers of ten, and bars in parts.

const WIDTH = 720;
const HEIGHT = 380;
const LEFT = 64;
const RIGHT = 176;
const TOP = 40;
const BOTTOM = 44;
const COLOURS =
  '#d9304f #2f86d0 #43945a #ad7a12 #8a6fd0 #7a8691 #c2588f #1f8a8a #b3592b #6b8e23 #5566cc #9a6a6a'.split(
    ' ',
  );
const colourOf = (at) => COLOURS[at % COLOURS.length];
const STYLE =
  '<style>svg{background:#fff}text{font:12px system-ui,sans-serif}.grid line{stroke:#8885}.grid text,.name{fill:#555}@media(prefers-color-scheme:dark){svg{background:#14161a}.grid text,.title,.name{fill:#ccc}}</style>';

const escaped = (text) =>
  text.replace(
    /[&<>"`]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '`': '' })[sign],
  );

const decades = (low, high) => {
  const all = [];
  for (let power = Math.floor(Math.log10(low)); 10 ** power <= high * 1.0001; power++) all.push(10 ** power);
  return all;
};

/** `lines`: [{ name, points: [[articles, value]] }]. */
export function plot({ title, unit, lines }) {
  const points = lines.flatMap((line) => line.points);
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const scale = (values, from, to) => {
    const low = Math.log10(Math.min(...values) * 0.9);
    const high = Math.log10(Math.max(...values) * 1.1);
    return (value) => Number((from + ((Math.log10(value) - low) / (high - low)) * (to - from)).toFixed(1));
  };
  const x = scale(xs, LEFT, WIDTH - RIGHT);
  const y = scale(ys, HEIGHT - BOTTOM, TOP);
  const inside = (value, all) => value >= Math.min(...all) * 0.9 && value <= Math.max(...all) * 1.1;
  const grid = [
    ...decades(Math.min(...xs), Math.max(...xs))
      .filter((value) => inside(value, xs))
      .map(
        (value) =>
          `<line x1="${x(value)}" y1="${TOP}" x2="${x(value)}" y2="${HEIGHT - BOTTOM}"/><text x="${x(value)}" y="${HEIGHT - BOTTOM + 18}" text-anchor="middle">${value.toLocaleString('en')}</text>`,
      ),
    ...decades(Math.min(...ys), Math.max(...ys))
      .filter((value) => inside(value, ys))
      .map(
        (value) =>
          `<line x1="${LEFT}" y1="${y(value)}" x2="${WIDTH - RIGHT}" y2="${y(value)}"/><text x="${LEFT - 8}" y="${y(value) + 4}" text-anchor="end">${value.toLocaleString('en')}</text>`,
      ),
  ];
  // Names stand at the right edge, each as near as there is room to the height at which its line ends.
  let lowest = Number.NEGATIVE_INFINITY;
  const drawn = lines
    .map((line, at) => ({ ...line, colour: colourOf(at), end: line.points.at(-1) }))
    .sort((a, b) => y(a.end[1]) - y(b.end[1]))
    .map(({ name, points: own, colour, end }) => {
      lowest = Math.max(lowest + 16, y(end[1]) + 4);
      const path = own.map(([count, value]) => `${x(count)},${y(value)}`).join(' ');
      const dots = own.map(([count, value]) => `<circle cx="${x(count)}" cy="${y(value)}" r="3"/>`).join('');
      return `<g fill="${colour}"><polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"/>${dots}<text x="${WIDTH - RIGHT + 10}" y="${lowest}">${escaped(name)}</text></g>`;
    });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escaped(title)}">
${STYLE}
<text class="title" x="${LEFT}" y="22" style="font-weight:600">${escaped(title)} (${escaped(unit)}, by number of articles)</text>
<g class="grid">${grid.join('')}</g>
${drawn.join('\n')}
</svg>
`;
}

const BAR = 26;
const GAP = 12;

/**
 * A bar for each row, as wide as the whole of it, in parts of its values; beside it what they sum up to.
 *
 * `parts`: names of the values; `rows`: [{ name, values }].
 */
export function bars({ title, unit, parts, rows }) {
  const left = 130;
  const right = 80;
  const legend = 22 + 18 * Math.ceil(parts.length / 6);
  const height = TOP + rows.length * (BAR + GAP) + legend;
  const drawn = rows.map(({ name, values }, row) => {
    const total = values.reduce((a, b) => a + b, 0);
    const y = TOP + row * (BAR + GAP);
    let from = left;
    const boxes = values.map((value, at) => {
      const width = total === 0 ? 0 : (value / total) * (WIDTH - left - right);
      const box = `<rect x="${from.toFixed(1)}" y="${y}" width="${width.toFixed(1)}" height="${BAR}" fill="${colourOf(at)}"><title>${escaped(`${parts[at]}: ${value.toFixed(2)} ${unit}`)}</title></rect>`;
      from += width;
      return box;
    });
    const middle = y + BAR / 2 + 4;
    return `<text class="name" x="${left - 10}" y="${middle}" text-anchor="end">${escaped(name)}</text>${boxes.join('')}<text class="name" x="${WIDTH - right + 8}" y="${middle}">${total < 10 ? total.toFixed(2) : total.toFixed(0)} s</text>`;
  });
  const names = parts.map((part, at) => {
    const x = left + (at % 6) * 94;
    const y = TOP + rows.length * (BAR + GAP) + 18 * Math.floor(at / 6);
    return `<rect x="${x}" y="${y}" width="12" height="12" fill="${colourOf(at)}"/><text class="name" x="${x + 17}" y="${y + 10}">${escaped(part)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escaped(title)}">
${STYLE}
<text class="title" x="${left}" y="22" style="font-weight:600">${escaped(title)} (${escaped(unit)})</text>
${[...drawn, ...names].join('\n')}
</svg>
`;
}
