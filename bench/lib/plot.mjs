// A plot of figures against the number of articles, both axes by powers of ten, as SVG that reads in light and dark.

const WIDTH = 720;
const HEIGHT = 380;
const LEFT = 64;
const RIGHT = 176;
const TOP = 40;
const BOTTOM = 44;
const COLOURS = ['#d9304f', '#2f86d0', '#43945a', '#ad7a12', '#8a6fd0', '#7a8691'];

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
    .map((line, at) => ({ ...line, colour: COLOURS[at % COLOURS.length], end: line.points.at(-1) }))
    .sort((a, b) => y(a.end[1]) - y(b.end[1]))
    .map(({ name, points: own, colour, end }) => {
      lowest = Math.max(lowest + 16, y(end[1]) + 4);
      const path = own.map(([count, value]) => `${x(count)},${y(value)}`).join(' ');
      const dots = own.map(([count, value]) => `<circle cx="${x(count)}" cy="${y(value)}" r="3"/>`).join('');
      return `<g fill="${colour}"><polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"/>${dots}<text x="${WIDTH - RIGHT + 10}" y="${lowest}">${escaped(name)}</text></g>`;
    });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escaped(title)}">
<style>svg{background:#fff}text{font:12px system-ui,sans-serif}.grid line{stroke:#8885}.grid text{fill:#555}@media(prefers-color-scheme:dark){svg{background:#14161a}.grid text,.title{fill:#ccc}}</style>
<text class="title" x="${LEFT}" y="22" style="font-weight:600">${escaped(title)} (${escaped(unit)}, by number of articles)</text>
<g class="grid">${grid.join('')}</g>
${drawn.join('\n')}
</svg>
`;
}
