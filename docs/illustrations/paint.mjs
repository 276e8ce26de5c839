// Drawing engine: seeded randomness, colour, paths, light and shadow. Everything returns SVG text.
// One light for all pictures: a window at the upper left, a little in front of the table.

export const W = 1600, H = 1200;
export const BLEED = 60; // drawn around the picture and cut off, so that blurs do not fade at the edges
export const K = 0.31; // height/width of a circle lying on the table in the standing views

// ---------------------------------------------------------------- palette
// Derived from the sample theme: paper, lacquer, leaf; everything else is a muted neighbour of these.
export const C = {
  paper: '#fbf7ef', sheet: '#fffdf8', do1: '#f3eadb', do2: '#e9dcc5', line: '#e4dac8',
  ink: '#211b14', inkSoft: '#5c5245', sepia: '#3b2412',
  lacquer: '#8f1d14', lacquerLight: '#b5432f', lacquerDeep: '#5e140e', rose: '#dcb5a3', blush: '#ecd8cb',
  leaf: '#2e5a3b', leafMid: '#4f7d4d', leafLight: '#86a56d', leafPale: '#b9c8a4', sage: '#d5dcc8', leafDeep: '#1c3b27',
  straw: '#dcc391', bamboo: '#cda968', bambooDark: '#a47d42', wood: '#a3744a', woodDark: '#6b4529', woodPale: '#d2ad80',
  clay: '#a4613f', clayDark: '#693a27', celadon: '#bccbb6', porcelain: '#f6f3ea', iron: '#37322d',
  turmeric: '#dd8f1f', amber: '#b5621c', indigo: '#2f3c50', indigoPale: '#9aa8b4', mist: '#dde3dc',
};

// ---------------------------------------------------------------- state
let seed = 1, uid = 0, defs = [], held = null, near = false;
export function begin(s) {
  seed = 2166136261;
  for (const c of String(s)) seed = Math.imul(seed ^ c.charCodeAt(0), 16777619) >>> 0;
  uid = 0; defs = []; held = null; near = false;
}
export function rnd() { // mulberry32
  seed = (seed + 0x6d2b79f5) >>> 0;
  let t = seed;
  t = Math.imul(t ^ (t >>> 15), t | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
export const rr = (a, b) => a + (b - a) * rnd();
export const ri = (a, b) => Math.floor(rr(a, b + 1));
export const pick = a => a[Math.floor(rnd() * a.length)];
export const range = (n, f) => Array.from({ length: n }, (_, i) => f(i, n > 1 ? i / (n - 1) : 0));
export const gauss = () => (rnd() + rnd() + rnd() + rnd() - 2) / 1.0;
export const f1 = n => Math.round(n * 10) / 10;
const id = p => p + (uid++);
export function def(s) { defs.push(s); }
// Thrown shadows drawn after hold() are gathered at the place where hold() stands, under all things.
// hold(k) also brings what follows k times nearer.
export const hold = (k, cx = W / 2, cy = H - 60) => { held = []; if (!k) return '<!--shadows-->'; near = true; return `<g transform="translate(${cx} ${cy}) scale(${k}) translate(${-cx} ${-cy})"><!--shadows-->`; };
export const thrown = s => { if (!held) return s; held.push(s); return ''; };
export function svg(body, w = W, h = H) {
  if (near) body += '</g>';
  body = body.replace('<!--shadows-->', () => (held || []).join('')).replace(/LT\[([-\d.]+),([-\d.]+)\]/g, 'translate($1 $2)');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${w + 2 * BLEED}" height="${h + 2 * BLEED}" viewBox="${-BLEED} ${-BLEED} ${w + 2 * BLEED} ${h + 2 * BLEED}"><defs>${defs.join('')}</defs>${body}</svg>`;
}

// ---------------------------------------------------------------- colour
const hex = c => { c = c.replace('#', ''); if (c.length === 3) c = [...c].map(x => x + x).join(''); return [0, 2, 4].map(i => parseInt(c.slice(i, i + 2), 16)); };
export const mix = (a, b, t) => { t = Math.max(0, Math.min(1, t)); const x = hex(a), y = hex(b); return '#' + x.map((v, i) => Math.round(v + (y[i] - v) * t).toString(16).padStart(2, '0')).join(''); };
export const dark = (c, t) => mix(c, '#2a1508', t);
export const light = (c, t) => mix(c, '#fffaf0', t);
export const ramp = (cs, t) => { t = Math.max(0, Math.min(0.9999, t)) * (cs.length - 1); const i = Math.floor(t); return mix(cs[i], cs[i + 1] ?? cs[i], t - i); };

// ---------------------------------------------------------------- paints
const stops = s => s.map(([o, c, a]) => `<stop offset="${o}" stop-color="${c}"${a == null ? '' : ` stop-opacity="${a}"`}/>`).join('');
export function lin(x1, y1, x2, y2, s, units = 'userSpaceOnUse') { const i = id('l'); def(`<linearGradient id="${i}" gradientUnits="${units}" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}">${stops(s)}</linearGradient>`); return `url(#${i})`; }
export function rad(cx, cy, r, s, o = {}) { const i = id('r'); def(`<radialGradient id="${i}" gradientUnits="userSpaceOnUse" cx="${cx}" cy="${cy}" r="${r}"${o.fx != null ? ` fx="${o.fx}" fy="${o.fy}"` : ''}${o.t ? ` gradientTransform="${o.t}"` : ''}>${stops(s)}</radialGradient>`); return `url(#${i})`; }

// ---------------------------------------------------------------- elements
const attrs = o => Object.entries(o).filter(([, v]) => v != null).map(([k, v]) => ` ${k}="${v}"`).join('');
export const path = (d, fill = 'none', o = {}) => `<path d="${d}" fill="${fill}"${attrs(o)}/>`;
export const line = (d, stroke, w, o = {}) => `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${w}" stroke-linecap="round" stroke-linejoin="round"${attrs(o)}/>`;
export const circle = (x, y, r, fill, o = {}) => `<circle cx="${f1(x)}" cy="${f1(y)}" r="${f1(r)}" fill="${fill}"${attrs(o)}/>`;
export const ell = (x, y, rx, ry, fill, o = {}) => `<ellipse cx="${f1(x)}" cy="${f1(y)}" rx="${f1(rx)}" ry="${f1(ry)}" fill="${fill}"${attrs(o)}/>`;
export const rect = (x, y, w, h, fill, o = {}) => `<rect x="${f1(x)}" y="${f1(y)}" width="${f1(w)}" height="${f1(h)}" fill="${fill}"${attrs(o)}/>`;
export const g = (s, o = {}) => `<g${attrs(o)}>${s}</g>`;
// Offsets that follow the light are written LT[dx,dy]; turning a group turns them back, so that
// every shadow falls the same way however its thing is turned.
const turn = (s, deg, sx = 1) => (deg || sx < 0) ? s.replace(/LT\[([-\d.]+),([-\d.]+)\]/g, (_, x, y) => { const p = rot(+x, +y, -deg); return `LT[${f1(sx < 0 ? -p[0] : p[0])},${f1(p[1])}]`; }) : s;
export const at = (s, x, y, deg = 0, sx = 1, sy = sx) => `<g transform="translate(${f1(x)} ${f1(y)})${deg ? ` rotate(${f1(deg)})` : ''}${sx !== 1 || sy !== 1 ? ` scale(${sx} ${sy})` : ''}">${turn(s, deg, sx)}</g>`;
// turned first, then flattened onto the table
export const lay = (s, x, y, deg, ky = 1) => `<g transform="translate(${f1(x)} ${f1(y)}) scale(1 ${ky}) rotate(${f1(deg)})">${turn(s, deg)}</g>`;
export function blur(s, r, o = {}) {
  const i = id('b'), q = o.box || [-400, -400, 2400, 2000];
  def(`<filter id="${i}" filterUnits="userSpaceOnUse" x="${f1(q[0])}" y="${f1(q[1])}" width="${f1(q[2])}" height="${f1(q[3])}" color-interpolation-filters="sRGB"><feGaussianBlur stdDeviation="${f1(r)}"/></filter>`);
  return `<g filter="url(#${i})"${attrs({ ...o, box: null })}>${s}</g>`;
}
// rough edges: a small displacement, for hand-cut and organic outlines
export function rough(s, amount = 6, freq = 0.03, o = {}) {
  const i = id('d');
  def(`<filter id="${i}" filterUnits="userSpaceOnUse" x="-50" y="-50" width="1700" height="1300" color-interpolation-filters="sRGB"><feTurbulence type="fractalNoise" baseFrequency="${freq}" numOctaves="2" seed="${o.seed ?? 3}"/><feDisplacementMap in="SourceGraphic" scale="${amount}" xChannelSelector="R" yChannelSelector="G"/></filter>`);
  return `<g filter="url(#${i})">${s}</g>`;
}
export function clip(s, d, o = {}) { const i = id('c'); def(`<clipPath id="${i}"><path d="${d}"${o.rule ? ` clip-rule="${o.rule}"` : ''}/></clipPath>`); return `<g clip-path="url(#${i})"${attrs({ ...o, rule: null })}>${s}</g>`; }

// ---------------------------------------------------------------- paths
export const E = (cx, cy, rx, ry = rx) => { const k = 0.5523; return `M${f1(cx - rx)} ${f1(cy)}C${f1(cx - rx)} ${f1(cy - ry * k)} ${f1(cx - rx * k)} ${f1(cy - ry)} ${f1(cx)} ${f1(cy - ry)}C${f1(cx + rx * k)} ${f1(cy - ry)} ${f1(cx + rx)} ${f1(cy - ry * k)} ${f1(cx + rx)} ${f1(cy)}C${f1(cx + rx)} ${f1(cy + ry * k)} ${f1(cx + rx * k)} ${f1(cy + ry)} ${f1(cx)} ${f1(cy + ry)}C${f1(cx - rx * k)} ${f1(cy + ry)} ${f1(cx - rx)} ${f1(cy + ry * k)} ${f1(cx - rx)} ${f1(cy)}Z`; };
export const poly = (p, close = true) => 'M' + p.map(q => f1(q[0]) + ' ' + f1(q[1])).join('L') + (close ? 'Z' : '');
export function smooth(p, close = false, t = 0.5) { // Catmull-Rom through the points
  const n = p.length, P = i => close ? p[(i + n) % n] : p[Math.max(0, Math.min(n - 1, i))];
  let d = `M${f1(p[0][0])} ${f1(p[0][1])}`;
  for (let i = 0; i < (close ? n : n - 1); i++) {
    const a = P(i - 1), b = P(i), c = P(i + 1), e = P(i + 2), q = t / 3 * 1.0 * 1.0;
    d += `C${f1(b[0] + (c[0] - a[0]) * q)} ${f1(b[1] + (c[1] - a[1]) * q)} ${f1(c[0] - (e[0] - b[0]) * q)} ${f1(c[1] - (e[1] - b[1]) * q)} ${f1(c[0])} ${f1(c[1])}`;
  }
  return d + (close ? 'Z' : '');
}
export const rrect = (x, y, w, h, r) => `M${f1(x + r)} ${f1(y)}L${f1(x + w - r)} ${f1(y)}Q${f1(x + w)} ${f1(y)} ${f1(x + w)} ${f1(y + r)}L${f1(x + w)} ${f1(y + h - r)}Q${f1(x + w)} ${f1(y + h)} ${f1(x + w - r)} ${f1(y + h)}L${f1(x + r)} ${f1(y + h)}Q${f1(x)} ${f1(y + h)} ${f1(x)} ${f1(y + h - r)}L${f1(x)} ${f1(y + r)}Q${f1(x)} ${f1(y)} ${f1(x + r)} ${f1(y)}Z`;
export function blob(cx, cy, rx, ry = rx, irr = 0.08, n = 14) { return smooth(range(n, i => { const a = i / n * Math.PI * 2, k = 1 + rr(-irr, irr); return [cx + Math.cos(a) * rx * k, cy + Math.sin(a) * ry * k]; }), true, 0.5); }
export function bbox(d) { const v = d.match(/-?\d+(\.\d+)?/g).map(Number); let a = 1e9, b = 1e9, c = -1e9, e = -1e9; for (let i = 0; i + 1 < v.length; i += 2) { a = Math.min(a, v[i]); c = Math.max(c, v[i]); b = Math.min(b, v[i + 1]); e = Math.max(e, v[i + 1]); } return [a, b, c - a, e - b]; }
export const rot = (x, y, deg) => { const a = deg * Math.PI / 180; return [x * Math.cos(a) - y * Math.sin(a), x * Math.sin(a) + y * Math.cos(a)]; };
// samples along a poly-spine with normals: [{x,y,nx,ny,t}]
export function along(pts, n = 40) {
  const cr = (a, b, c, d, t) => 0.5 * ((2 * b) + (-a + c) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (-a + 3 * b - 3 * c + d) * t * t * t);
  const P = i => pts[Math.max(0, Math.min(pts.length - 1, i))], m = pts.length - 1, out = [];
  for (let k = 0; k <= n; k++) { const u = k / n * m, i = Math.min(m - 1, Math.floor(u)), t = u - i; out.push([0, 1].map(j => cr(P(i - 1)[j], P(i)[j], P(i + 1)[j], P(i + 2)[j], t))); }
  return out.map((p, k) => { const a = out[Math.max(0, k - 1)], b = out[Math.min(n, k + 1)], dx = b[0] - a[0], dy = b[1] - a[1], l = Math.hypot(dx, dy) || 1; return { x: p[0], y: p[1], nx: -dy / l, ny: dx / l, t: k / n, a: Math.atan2(dy, dx) * 180 / Math.PI }; });
}
// ribbon of changing width along a spine
export function ribbon(pts, wf, n = 30) { const s = along(pts, n), w = typeof wf === 'function' ? wf : () => wf; return poly([...s.map(p => [p.x + p.nx * w(p.t), p.y + p.ny * w(p.t)]), ...s.reverse().map(p => [p.x - p.nx * w(p.t), p.y - p.ny * w(p.t)])]); }

// ---------------------------------------------------------------- light and shadow
export const SH = '#4a2a12';
// soft modelling of any closed outline: shade inside its right/lower edge, light inside its left/upper edge
export function solid(d, fill, o = {}) {
  const b = bbox(d), m = Math.min(b[2], b[3]), s = o.s ?? m * 0.13, e = 90 + s * 3;
  const frame = `M${f1(b[0] - e)} ${f1(b[1] - e)}L${f1(b[0] + b[2] + e)} ${f1(b[1] - e)}L${f1(b[0] + b[2] + e)} ${f1(b[1] + b[3] + e)}L${f1(b[0] - e)} ${f1(b[1] + b[3] + e)}Z${d}`;
  const box = [b[0] - e, b[1] - e, b[2] + 2 * e, b[3] + 2 * e];
  const edge = (c, a, dx, dy, r) => a ? g(blur(path(frame, c, { 'fill-rule': 'evenodd', transform: `LT[${f1(dx)},${f1(dy)}]`, opacity: a }), r, { box })) : '';
  const k = o.k ?? 1.15;
  return clip(path(d, fill) + (o.under || '') +
    edge(o.darkC || SH, o.dark ?? 0.5, -s * k, -s * k * 0.9, s) +
    edge(o.lightC || '#fffaf0', o.light ?? 0.45, s * k * 0.7, s * k * 0.8, s * 0.7) + (o.over || ''), d);
}
// shadow of a flat-lying thing seen from above
export function castFlat(d, h = 20, o = {}) {
  const b = bbox(d), e = h * 4 + 60, box = [b[0] - e, b[1] - e, b[2] + 2 * e, b[3] + 2 * e];
  return blur(path(d, o.c || SH, { transform: `LT[${f1(h * 0.85)},${f1(h)}]`, opacity: (o.a ?? 0.3) }), h * 0.6, { box }) +
    blur(path(d, o.c || SH, { transform: `LT[${f1(h * 0.22)},${f1(h * 0.28)}]`, opacity: (o.a ?? 0.3) * 0.9 }), Math.max(2, h * 0.18), { box });
}
// shadow of an upright outline thrown on the table to the right and a little back
export function castUp(d, cx, fy, o = {}) {
  const l = o.len ?? 0.62, k = o.back ?? 0.22, b = bbox(d), hh = Math.max(40, fy - b[1]), r = o.r ?? 10, e = 4 * r + 20;
  const box = [b[0] - e, fy - hh * k - e, b[2] + hh * l + 2 * e, hh * k + Math.max(0, b[1] + b[3] - fy) + 2 * e];
  const p = (k2, a) => path(d, o.c || SH, { opacity: a, transform: `translate(${f1(cx)} ${f1(fy)}) matrix(1 0 ${f1(-l * k2 * 100) / 100} ${k * k2} 0 0) translate(${f1(-cx)} ${f1(-fy)})` });
  return thrown(blur(p(1, (o.a ?? 0.3)), r, { box }));
}
// shadow of a body of revolution: its circles, each moved as far as it is high
export function castRev(v, o = {}) {
  const l = o.len ?? 0.6, k = o.back ?? 0.15, n = 36, e = 60, d = range(n + 1, (i, t) => { const h = v.ht * t, R = Math.max(2, v.r(h)); return E(v.cx + h * l, v.fy - h * k, R, R * v.k); }).join('');
  const b = bbox(d);
  return thrown(blur(path(d, o.c || SH, { opacity: o.a ?? 0.27 }), o.r ?? 10, { box: [b[0] - e, b[1] - e, b[2] + 2 * e, b[3] + 2 * e] }));
}
export const contact = (cx, cy, rx, a = 0.42, k = K) => blur(ell(cx + rx * 0.05, cy + rx * 0.03, rx * 1.02, rx * k * 1.05, SH, { opacity: a }), Math.max(4, rx * 0.05), { box: [cx - rx * 1.3 - 20, cy - rx * 0.6 - 30, rx * 2.6 + 60, rx * 1.3 + 60] });
