// Shared shapes: stages, cloths, vessels, heaps, leaves, flowers and the grain of things.
// Standing views use circles flattened by K; flat views look straight down.
import { W, H, K, C, SH, rnd, rr, ri, pick, range, gauss, f1, mix, dark, light, ramp, lin, rad, path, line, circle, ell, rect, g, at, lay, blur, rough, clip, E, poly, smooth, rrect, blob, bbox, rot, along, ribbon, solid, castFlat, castUp, castRev, thrown, contact } from './paint.mjs';

const TAU = Math.PI * 2;

// ================================================================ stages
// long plant fibres of hand-made giấy dó paper
export function fibres(n, o = {}) {
  const c = o.c || ['#b79a6a', '#8f7446', '#fffdf6'], y0 = o.y0 ?? 0, y1 = o.y1 ?? H;
  return g(range(n, () => {
    const x = rr(-20, W + 20), y = rr(y0, y1), l = rr(14, 80), a = rr(0, TAU), b = rr(-0.7, 0.7);
    return line(`M${f1(x)} ${f1(y)}q${f1(Math.cos(a) * l * 0.5)} ${f1(Math.sin(a) * l * 0.5)} ${f1(Math.cos(a + b) * l)} ${f1(Math.sin(a + b) * l)}`, pick(c), f1(rr(0.7, 1.8)), { opacity: f1(rr(0.1, 0.5)) });
  }).join(''), { opacity: o.a ?? 0.6 });
}
// shadows of something outside the picture, as a window throws them
export function windowShadow(kind, o = {}) {
  const a = o.a ?? 0.13; let s = '', r = 12;
  if (kind === 'palm') { const fr = (x, y, ro, k) => at(range(15, (i, t) => { const L = 330 * Math.sin(Math.PI * (0.2 + t * 0.72)) + 50; return [1, -1].map(q => at(path(leafPath(L, 17), SH), t * 780, -70 * Math.sin(t * 2.2), q * (62 - t * 38) - 4)).join(''); }).join('') + line('M0 0Q400 -110 800 -50', SH, 12), x, y, ro, k); s = fr(-170, 250, -4, 1.05) + fr(1760, -40, 128, 0.95); r = 10; }
  if (kind === 'blind') { s = range(16, i => path(`M-200 ${-420 + i * 118}L1900 ${-980 + i * 118 + 0}l0 54L-200 ${-366 + i * 118}Z`, SH)).join(''); r = 15; }
  if (kind === 'window') { const q = `M-300 -300H2000V1600H-300Z`; const pane = (x, y, w, h) => `M${x} ${y}l${w} ${-w * 0.16}l${-h * 0.22} ${h}l${-w} ${w * 0.16}Z`; s = path(q + pane(260, 20, 420, 440) + pane(730, -55, 420, 440) + pane(150, 505, 420, 440) + pane(620, 430, 420, 440), SH, { 'fill-rule': 'evenodd' }); r = 16; }
  if (kind === 'leaf') { s = range(5, i => at(line('M0 0Q160 -70 420 -60', SH, 7) + range(8, (j, t) => at(path(leafPath(150 - t * 40, 26), SH), 40 + t * 360, -20 - t * 42 + (j % 2 ? 6 : -6), j % 2 ? 34 : -58)).join(''), [-90, 1180, 200, 1320, -160][i], [120, 40, -30, -60, 420][i], [14, 38, 48, 92, -6][i], 1.1)).join(''); r = 11; }
  return g(blur(s, r), { opacity: a });
}
function ground(base, o = {}) {
  return rect(0, 0, W, H, base) + blur(range(26, () => ell(rr(0, W), rr(0, H), rr(120, 420), rr(60, 260), pick([light(base, 0.5), dark(base, 0.07)]), { opacity: 0.28 })).join(''), 70);
}
// light pool and quiet falling-off, laid over a stage
const air = () => rect(0, 0, W, H, rad(420, 120, 1150, [[0, '#fffaf0', 0.62], [0.5, '#fffaf0', 0.18], [1, '#fffaf0', 0]])) + rect(0, 0, W, H, rad(700, 480, 1350, [[0.55, SH, 0], [1, SH, 0.2]]));
// upright still life: wall and table
export function stage(o = {}) {
  const wall = o.wall || C.do1, table = o.table || C.do2, y = o.y ?? 640;
  return ground(wall) + fibres(o.fibres ?? 210, { y1: y }) +
    (o.disc ? circle(...o.disc.slice(0, 3), o.disc[3], { opacity: o.disc[4] ?? 1 }) : '') +
    rect(0, y, W, H - y, lin(0, y, 0, H, [[0, dark(table, 0.06)], [0.25, table], [1, light(table, 0.25)]])) +
    clip(blur(range(18, () => ell(rr(0, W), rr(y, H), rr(200, 500), rr(14, 50), pick([light(table, 0.5), dark(table, 0.1)]), { opacity: 0.3 })).join(''), 26) + fibres(o.fibres ?? 170, { y0: y, a: 0.4 }), `M0 ${y}L${W} ${y}L${W} ${H}L0 ${H}Z`) +
    blur(rect(-50, y - 5, W + 100, 8, SH, { opacity: 0.2 }), 5) + rect(0, y - 1.5, W, 3, light(table, 0.7), { opacity: 0.7 }) +
    (o.shadow ? windowShadow(o.shadow, { a: o.sa }) : '') + air();
}
// flat lay, straight from above
export function flat(o = {}) {
  const base = o.base || C.do1;
  return ground(base) + (o.linen ? linen(base) : fibres(o.fibres ?? 380)) + (o.shadow ? windowShadow(o.shadow, { a: o.sa }) : '') + air();
}
export function linen(c, x = 0, y = 0, w = W, h = H) {
  return g(range(Math.round(h / 5), i => line(`M${x} ${f1(y + i * 5 + rr(-1, 1))}L${x + w} ${f1(y + i * 5 + rr(-1, 1))}`, i % 2 ? light(c, 0.5) : dark(c, 0.16), 1.6)).join(''), { opacity: 0.3 }) + g(range(Math.round(w / 5), i => line(`M${f1(x + i * 5 + rr(-1, 1))} ${y}L${f1(x + i * 5 + rr(-1, 1))} ${y + h}`, i % 2 ? light(c, 0.5) : dark(c, 0.16), 1.6)).join(''), { opacity: 0.26 });
}
// a sheet of hand-made paper with deckled edges, lying flat
export function deckle(x, y, w, h, o = {}) {
  const c = o.c || C.sheet, e = o.e ?? 2.4, p = [];
  const run = (x0, y0, x1, y1) => { const n = Math.round(Math.hypot(x1 - x0, y1 - y0) / 24); for (let i = 0; i < n; i++) p.push([x0 + (x1 - x0) * i / n + rr(-e, e), y0 + (y1 - y0) * i / n + rr(-e, e)]); };
  run(x, y, x + w, y); run(x + w, y, x + w, y + h); run(x + w, y + h, x, y + h); run(x, y + h, x, y);
  const d = smooth(p, true);
  return castFlat(d, 7, { a: 0.2 }) + clip(path(d, c) + fibres(140, { a: 0.5 }), d) + line(d, light(c, 0.8), 2, { opacity: 0.6 });
}

// ================================================================ weaving
// The band: diamonds and hooks between hairlines. w × h, origin top left.
export function band(w, h, o = {}) {
  const a = o.a || C.lacquer, b = o.b || C.leaf, c = o.c || C.paper, n = Math.max(2, Math.round(w / (h * 1.0))), u = w / n, m = h / 2, e = h * 0.1;
  let s = rect(0, 0, w, h, a);
  s += rect(0, h * 0.07, w, h * 0.045, c) + rect(0, h * 0.885, w, h * 0.045, c);
  for (let i = 0; i < n; i++) {
    const x = (i + 0.5) * u, D = (k, f) => path(poly([[x - u * k, m], [x, m - h * k * 0.8], [x + u * k, m], [x, m + h * k * 0.8]]), f);
    s += D(0.42, c) + D(0.33, b) + D(0.2, c) + D(0.1, a);
    for (const q of [-1, 1]) s += path(poly([[x + u * 0.5 - e * 1.6, m + q * h * 0.33], [x + u * 0.5, m + q * h * 0.17], [x + u * 0.5 + e * 1.6, m + q * h * 0.33]]), c, { opacity: 0.9 });
  }
  return s;
}
// a runner lying across the table of a standing view
export function runner(y0, y1, o = {}) {
  const c = o.c || C.sheet, h = y1 - y0, bh = o.bh ?? h * 0.17;
  const wob = range(9, i => [i * 220 - 80, rr(-3, 3)]);
  const d = smooth(wob.map(p => [p[0], y0 + p[1]])) + smooth([...wob].reverse().map(p => [p[0], y1 + p[1]])).replace('M', 'L') + 'Z';
  const bandAt = (y, k) => at(band(W + 100, bh * k, { a: o.a, b: o.b, c: o.bc }), -40, y);
  return castFlat(d, 8, { a: 0.26 }) + clip(rect(-60, y0 - 10, W + 120, h + 20, lin(0, y0, 0, y1, [[0, dark(c, 0.06)], [0.5, c], [1, light(c, 0.3)]])) + linen(c, 0, Math.round(y0), W, Math.round(h)) + (o.top === false ? '' : bandAt(y0 + h * 0.05, 0.62)) + bandAt(y1 - h * 0.06 - bh, 1) +
    blur(range(7, () => { const x = rr(0, W); return path(`M${f1(x)} ${y0}l${f1(rr(20, 60))} 0l${f1(rr(-80, -20))} ${h}l-50 0Z`, SH, { opacity: 0.09 }); }).join(''), 14), d);
}
// plain two-and-two basket weave, flat, clipped by the caller; cell = strip width
export function weave(x, y, w, h, cell, cs, o = {}) {
  let s = rect(x, y, w, h, dark(cs[0], 0.45)); const nx = Math.ceil(w / cell), ny = Math.ceil(h / cell);
  for (let j = 0; j < ny; j++) for (let i = 0; i < nx; i++) {
    const hz = o.twill ? ((i + j) % 4 < 2) : ((i + j) % 2 === 0), c = mix(pick(cs), pick(cs), rnd()), X = x + i * cell, Y = y + j * cell, k = cell;
    s += hz ? rect(X - k * 0.06, Y + k * 0.1, k * 1.12, k * 0.8, c) + rect(X, Y + k * 0.12, k, k * 0.16, light(c, 0.45), { opacity: 0.7 }) + rect(X, Y + k * 0.74, k, k * 0.16, dark(c, 0.35), { opacity: 0.45 })
      : rect(X + k * 0.1, Y - k * 0.06, k * 0.8, k * 1.12, dark(c, 0.1)) + rect(X + k * 0.12, Y, k * 0.16, k, light(c, 0.35), { opacity: 0.6 }) + rect(X + k * 0.74, Y, k * 0.16, k, dark(c, 0.35), { opacity: 0.45 });
  }
  return s;
}
// mẹt: the flat round winnowing tray, from above
export function met(cx, cy, R, o = {}) {
  const cs = o.cs || ['#dcbf85', '#cfae70', '#e4cc99'], rim = R * 0.07, d = E(cx, cy, R);
  let s = castFlat(d, o.h ?? 24, { a: 0.34 });
  s += clip(g(weave(-R * 1.02, -R * 1.02, R * 2.04, R * 2.04, o.cell ?? 24, cs, { twill: true }), { transform: `translate(${cx} ${cy}) rotate(${o.rot ?? 40})` }) + path(d, rad(cx - R * 0.25, cy - R * 0.3, R * 1.35, [[0, '#fff6df', 0.42], [0.55, '#fff6df', 0], [1, SH, 0.3]])), d);
  const ring = (r, w, c) => circle(cx, cy, r, 'none', { stroke: c, 'stroke-width': f1(w) });
  s += blur(circle(cx + 7, cy + 9, R - rim * 1.1, 'none', { stroke: SH, 'stroke-width': 22, opacity: 0.35 }), 9);
  s += ring(R - rim * 0.5, rim, lin(cx - R, cy - R, cx + R, cy + R, [[0, '#e9d3a2'], [0.5, '#c79f5d'], [1, '#94703a']])) + ring(R - rim * 0.5, 2, '#80602f') + ring(R - rim * 0.98, 2.5, '#7b5b2b');
  const n = Math.round(R / 9); s += range(n, i => { const a = i / n * TAU; return line(`M${f1(cx + Math.cos(a) * (R + 1))} ${f1(cy + Math.sin(a) * (R + 1))}L${f1(cx + Math.cos(a + 0.03) * (R - rim - 2))} ${f1(cy + Math.sin(a + 0.03) * (R - rim - 2))}`, i % 3 ? '#b58d4e' : '#8d6a36', 5, { opacity: 0.75 }); }).join('');
  return s;
}

// ================================================================ vessels (standing views)
// smooth radius by height, without overshoot between the given points
function monotone(p) {
  const n = p.length, dl = range(n - 1, i => (p[i + 1][1] - p[i][1]) / (p[i + 1][0] - p[i][0])), m = range(n, i => i === 0 ? dl[0] : i === n - 1 ? dl[n - 2] : dl[i - 1] * dl[i] <= 0 ? 0 : 2 * dl[i - 1] * dl[i] / (dl[i - 1] + dl[i]));
  return h => { if (h <= p[0][0]) return p[0][1]; if (h >= p[n - 1][0]) return p[n - 1][1]; let i = 0; while (h > p[i + 1][0]) i++; const w = p[i + 1][0] - p[i][0], t = (h - p[i][0]) / w; return p[i][1] * (1 + 2 * t) * (1 - t) ** 2 + m[i] * w * t * (1 - t) ** 2 + p[i + 1][1] * t * t * (3 - 2 * t) + m[i + 1] * w * t * t * (t - 1); };
}
// Surface of revolution. profile: [[height, radius], …] from foot to mouth.
export function rev(cx, fy, profile, o = {}) {
  const k = o.k ?? K, r = monotone(profile), hs = new Set(profile.map(p => p[0]));
  for (let i = 1; i < profile.length; i++) for (let j = 1; j < 8; j++) hs.add(profile[i - 1][0] + (profile[i][0] - profile[i - 1][0]) * j / 8);
  const pts = [...hs].sort((p, q) => p - q).map(h => [r(h), h]);
  const top = pts[pts.length - 1], bot = pts[0], N = 18;
  const arc = (h, R, a0, a1, n = N) => range(n + 1, i => { const a = a0 + (a1 - a0) * i / n; return [cx + Math.cos(a) * R, fy - h + Math.sin(a) * R * k]; });
  // outline: at every height on the paper the widest of all the circles the body is made of
  const lv = range(140, (i, t) => { const h = top[1] * t; return [h, r(h)]; }), y0 = Math.min(...lv.map(p => p[0] - p[1] * k)), y1 = Math.max(...lv.map(p => p[0] + p[1] * k));
  const edge = range(150, (i, t) => { const y = y0 + (y1 - y0) * (1 - Math.cos(Math.PI * t)) / 2; let x = 0; for (const [h, R] of lv) { const q = R * R - ((y - h) / k) ** 2; if (q > x * x) x = Math.sqrt(q); } return [x, y]; });
  const d = poly([...edge.map(p => [cx - p[0], fy - p[1]]), ...[...edge].reverse().map(p => [cx + p[0], fy - p[1]])]);
  const rm = Math.max(...pts.map(p => p[0])), ht = top[1];
  const zone = (h0, h1, a0 = Math.PI, a1 = 0) => { // part of the visible surface between two heights and two angles
    const n = 14, up = range(n + 1, i => { const h = h0 + (h1 - h0) * i / n; return [h, r(h)]; });
    return poly([...arc(h0, r(h0), a0, a1), ...up.map(([h, R]) => [cx + Math.cos(a1) * R, fy - h + Math.sin(a1) * R * k]), ...arc(h1, r(h1), a1, a0), ...up.reverse().map(([h, R]) => [cx + Math.cos(a0) * R, fy - h + Math.sin(a0) * R * k])]);
  };
  const pt = (a, h) => [cx + Math.cos(a) * r(h), fy - h + Math.sin(a) * r(h) * k];
  const streak = (h0, h1, u0, u1) => { const n = 16, q = range(n + 1, (i, t) => { const h = h0 + (h1 - h0) * t; return [h, r(h), Math.sin(Math.PI * t) ** 0.4]; }); const m = (u0 + u1) / 2, v = (u1 - u0) / 2; return poly([...q.map(([h, R, z]) => [cx + (m - v * z) * R, fy - h + Math.sqrt(Math.max(0, 1 - m * m)) * R * k]), ...q.reverse().map(([h, R, z]) => [cx + (m + v * z) * R, fy - h + Math.sqrt(Math.max(0, 1 - m * m)) * R * k])]); };
  return { cx, fy, k, r, d, rm, ht, rt: top[0], rb: bot[0], zone, pt, arc, streak, top: fy - ht };
}
// light and shade of a round body, laid over flat colours
const roundness = (v, a = 1) => path(v.d, lin(v.cx - v.rm, 0, v.cx + v.rm, 0, [[0, SH, 0.3 * a], [0.1, SH, 0.08 * a], [0.24, '#fffaf0', 0.3 * a], [0.36, '#fffaf0', 0.16 * a], [0.55, SH, 0.04 * a], [0.84, SH, 0.46 * a], [0.95, SH, 0.4 * a], [1, SH, 0.24 * a]]));
export const shadowOf = (v, o = {}) => castRev(v, { len: o.len, a: o.a, back: o.back }) + contact(v.cx, v.fy, v.rb * (o.cw ?? 1.08), o.ca ?? 0.45, v.k);
// opaque pot, jar, cup body. o.over: decoration inside the outline, before the light
export function pot(v, fill, o = {}) {
  let s = o.noShadow ? '' : shadowOf(v, o);
  s += solid(v.d, fill, { dark: o.dark ?? 0.42, light: o.light ?? 0.3, s: v.rm * 0.2, darkC: o.darkC });
  s += clip((o.over || '') + roundness(v, o.round ?? 0.85) + (o.gloss === 0 ? '' : blur(path(v.streak(v.ht * 0.14, v.ht * 0.93, -0.66, -0.46), '#fffdf6', { opacity: o.gloss ?? 0.4 }), v.rm * 0.05)), v.d);
  if (!o.open && o.cap !== false && v.rt > v.rm * 0.55) s += ell(v.cx, v.top, v.rt, v.rt * v.k, lin(v.cx - v.rt, v.top - v.rt * v.k, v.cx + v.rt, v.top + v.rt * v.k, [[0, light(fill, 0.42)], [0.5, light(fill, 0.16)], [1, dark(fill, 0.12)]])) + line(poly(v.arc(v.ht, v.rt - 1, 0.05, Math.PI - 0.05), false), light(fill, 0.55), 2, { opacity: 0.5 });
  if (o.open) s += mouth(v, o.open === true ? dark(fill, 0.5) : o.open, { rim: o.rim || light(fill, 0.4), w: o.rimW });
  return s;
}
export function mouth(v, inside, o = {}) {
  const ry = v.rt * v.k, w = o.w ?? Math.max(3, v.rt * 0.06);
  return ell(v.cx, v.top, v.rt, ry, o.rim) + ell(v.cx, v.top + w * 0.1, v.rt - w, ry - w * 0.75, lin(v.cx - v.rt, 0, v.cx + v.rt, 0, [[0, dark(inside, 0.45)], [0.45, inside], [1, light(inside, 0.22)]]));
}
// open bowl with contents. contents: function(v) → SVG, clipped above the front rim
export function bowl(cx, fy, R, ht, o = {}) {
  const fill = o.fill || C.porcelain, prof = o.prof || [[0, R * 0.4], [ht * 0.1, R * 0.4], [ht * 0.2, R * 0.56], [ht * 0.48, R * 0.86], [ht * 0.8, R * 0.97], [ht, R]];
  const v = rev(cx, fy, prof, { k: o.k }), ry = R * v.k, w = o.rimW ?? Math.max(4, R * 0.035), iy = v.top;
  let s = o.noShadow ? '' : shadowOf(v, o);
  s += solid(v.d, fill, { dark: 0.42, light: 0.25, s: R * 0.16 }) + clip((o.over ? o.over(v) : '') + roundness(v, 0.8) + blur(path(v.streak(ht * 0.2, ht * 0.95, -0.68, -0.5), '#fffdf6', { opacity: o.gloss ?? 0.45 }), R * 0.04), v.d);
  s += ell(cx, iy, R, ry, o.rim || light(fill, 0.5)) + ell(cx, iy, R - w, ry - w * 0.8, lin(cx - R, 0, cx + R, 0, [[0, dark(o.inside || fill, 0.5)], [0.4, dark(o.inside || fill, 0.2)], [1, light(o.inside || fill, 0.1)]]));
  const Ri = R - w, ryi = ry - w * 0.8, keep = poly([[cx - Ri, iy], [cx - Ri, iy - 2000], [cx + Ri, iy - 2000], [cx + Ri, iy], ...range(25, i => { const a = i / 24 * Math.PI; return [cx + Math.cos(a) * Ri, iy + Math.sin(a) * ryi]; })]);
  if (o.liquid) { const q = o.level ?? 0.9, ly = iy + ryi * (1 - q) * 1.2; s += clip(liquid(cx, ly, Ri * q * 1.02, ryi * q * 1.02, o.liquid), E(cx, iy, Ri, ryi)); }
  if (o.contents) s += clip(o.contents({ ...v, Ri, ryi, iy }), keep);
  s += line(poly(range(25, i => { const a = Math.PI * (0.05 + 0.9 * i / 24); return [cx + Math.cos(a) * (R - 1), iy + Math.sin(a) * (ry - 1)]; }), false), light(fill, 0.8), 2, { opacity: 0.6 });
  return s;
}
export const liquid = (cx, cy, rx, ry, c, o = {}) => ell(cx, cy, rx, ry, rad(cx - rx * 0.2, cy - ry * 0.2, rx, [[0, light(c, 0.28)], [0.6, c], [0.94, dark(c, 0.3)], [1, dark(c, 0.1)]], { t: `translate(0 ${f1(cy * (1 - ry / rx))}) scale(1 ${ry / rx})` })) +
  blur(ell(cx - rx * 0.34, cy - ry * 0.3, rx * 0.34, ry * 0.16, '#fffdf6', { opacity: o.gl ?? 0.6, transform: `rotate(-8 ${f1(cx - rx * 0.34)} ${f1(cy)})` }), 3) + line(poly(range(16, i => { const a = 0.15 + i / 15 * 1.5; return [cx + Math.cos(a) * rx * 0.9, cy + Math.sin(a) * ry * 0.9]; }), false), '#fffdf6', 2.5, { opacity: 0.4 });
// clear glass body with something inside. o.fillTo: height of the contents, o.inside: colour or function(inner) → SVG
export function glass(v, o = {}) {
  const tint = o.tint || '#e9efe6', t = o.wall ?? Math.max(5, v.rm * 0.06), inner = rev(v.cx, v.fy - t * 1.1, range(24, (i, q) => { const h = q * ((o.fillTo ?? v.ht * 0.8) - t); return [h, Math.max(2, v.r(h + t * 1.1) - t)]; }), { k: v.k });
  let s = o.noShadow ? '' : castRev(v, { a: o.sa ?? 0.16, len: o.len }) + contact(v.cx, v.fy, v.rb, 0.34, v.k);
  if (o.glow && !o.noShadow) s += thrown(blur(ell(v.cx + v.rm * 1.05, v.fy - v.rm * 0.05, v.rm * 0.75, v.rm * 0.17, o.glow, { opacity: 0.5 }), 16));
  s += path(v.d, tint, { opacity: o.body ?? 0.42 });
  if (o.back) s += clip(o.back(v), v.d);
  if (o.inside) {
    if (typeof o.inside === 'string') {
      const c = o.inside; s += path(inner.d, lin(v.cx - v.rm, 0, v.cx + v.rm, 0, [[0, dark(c, 0.5)], [0.12, dark(c, 0.12)], [0.3, light(c, 0.3)], [0.55, light(c, 0.12)], [0.85, dark(c, 0.26)], [1, dark(c, 0.5)]]), { opacity: o.ia ?? 1 }) +
        clip(blur(ell(v.cx + v.rm * 0.1, v.fy - v.rm * 0.18, v.rm * 0.7, v.rm * 0.3, light(c, 0.6), { opacity: 0.5 }), 18), inner.d) + ell(v.cx, inner.top, inner.rt, inner.rt * v.k, light(c, 0.3), { opacity: o.ia ?? 1 }) + line(poly(inner.arc(inner.ht, inner.rt, 0, Math.PI), false), light(c, 0.7), 2, { opacity: 0.6 });
    } else s += clip(o.inside(inner), inner.d);
  }
  if (o.label) s += clip(o.label(v), v.d);
  s += clip(path(v.d, lin(v.cx - v.rm, 0, v.cx + v.rm, 0, [[0, '#27362c', 0.36], [0.06, '#fffdf6', 0.26], [0.14, '#fffdf6', 0.02], [0.8, '#27362c', 0.02], [0.93, '#27362c', 0.2], [0.975, '#fffdf6', 0.4], [1, '#27362c', 0.34]])) +
    blur(path(v.streak(v.ht * 0.08, v.ht * 0.9, -0.74, -0.6), '#fffdf6', { opacity: o.gloss ?? 0.78 }), 2.5) + blur(path(v.streak(v.ht * 0.12, v.ht * 0.6, -0.52, -0.48), '#fffdf6', { opacity: 0.4 }), 2) + blur(path(v.streak(v.ht * 0.1, v.ht * 0.85, 0.76, 0.86), '#fffdf6', { opacity: 0.35 }), 4), v.d);
  s += line(v.d, '#3c4a40', 2, { opacity: 0.28 });
  if (o.open) s += ell(v.cx, v.top, v.rt, v.rt * v.k, '#fffdf6', { opacity: 0.3 }) + ell(v.cx, v.top, v.rt - 2, v.rt * v.k - 1.5, 'none', { stroke: '#fffdf6', 'stroke-width': 4, opacity: 0.9 }) + ell(v.cx, v.top, v.rt, v.rt * v.k, 'none', { stroke: '#56645a', 'stroke-width': 1.6, opacity: 0.45 });
  return s;
}
// blank paper label with a woven band, wrapped on a body of revolution
export function label(v, h0, h1, o = {}) {
  const a0 = o.a0 ?? 2.75, a1 = o.a1 ?? 0.62, c = o.c || C.paper, d = v.zone(h0, h1, a0, a1), hh = h1 - h0;
  const strip = (p, q, col, a = 1) => path(v.zone(h0 + hh * p, h0 + hh * q, a0, a1), col, { opacity: a });
  const mid = (a0 + a1) / 2, n = o.n ?? 7, q = o.band === false ? '' : range(n, i => { const a = a0 + (a1 - a0) * (i + 0.5) / n, da = Math.abs(a1 - a0) / n * 0.36, b = h0 + hh * (o.bandAt ?? 0.18), u = hh * 0.07; return path(poly([v.pt(a - da, b), v.pt(a, b + u), v.pt(a + da, b), v.pt(a, b - u)]), C.paper); }).join('');
  const [mx, my] = v.pt(mid, h0 + hh * (o.markAt ?? 0.63)), mr = Math.min(hh * 0.2, v.r(h0 + hh * 0.6) * 0.42);
  return path(d, c) + (o.band === false ? '' : strip((o.bandAt ?? 0.18) - 0.1, (o.bandAt ?? 0.18) + 0.1, o.a || C.lacquer)) + q + (o.mark ? o.mark(mx, my, mr) : '') + line(d, dark(c, 0.35), 1.2, { opacity: 0.4 });
}
// small marks for labels (leaf, fish, flower … as simple seals, never letters)
export const markLeaf = c => (x, y, r) => at(path(leafPath(r * 2, r * 0.62), c) + line(`M0 0L${r * 1.9} 0`, C.paper, 2), x - r * 0.72, y + r * 0.7, -45);
export const markDisc = c => (x, y, r) => circle(x, y, r * 0.8, c) + circle(x, y, r * 0.55, 'none', { stroke: C.paper, 'stroke-width': 2.5 });
export const markFish = c => (x, y, r) => path(`M${f1(x - r)} ${f1(y)}Q${f1(x - r * 0.2)} ${f1(y - r * 0.75)} ${f1(x + r * 0.55)} ${f1(y)}L${f1(x + r)} ${f1(y - r * 0.4)}L${f1(x + r * 0.9)} ${f1(y)}L${f1(x + r)} ${f1(y + r * 0.4)}L${f1(x + r * 0.55)} ${f1(y)}Q${f1(x - r * 0.2)} ${f1(y + r * 0.75)} ${f1(x - r)} ${f1(y)}Z`, c) + circle(x - r * 0.6, y - r * 0.08, r * 0.08, C.paper);
export const markFlower = (c, m = C.paper) => (x, y, r) => range(5, i => { const a = i / 5 * TAU - Math.PI / 2; return circle(x + Math.cos(a) * r * 0.5, y + Math.sin(a) * r * 0.5, r * 0.42, c); }).join('') + circle(x, y, r * 0.24, m);
export const markHill = c => (x, y, r) => path(`M${f1(x - r)} ${f1(y + r * 0.5)}L${f1(x - r * 0.35)} ${f1(y - r * 0.6)}L${f1(x)} ${f1(y)}L${f1(x + r * 0.3)} ${f1(y - r * 0.3)}L${f1(x + r)} ${f1(y + r * 0.5)}Z`, c);
export const markDrop = c => (x, y, r) => path(`M${f1(x)} ${f1(y - r)}C${f1(x + r * 0.2)} ${f1(y - r * 0.4)} ${f1(x + r * 0.7)} ${f1(y)} ${f1(x + r * 0.7)} ${f1(y + r * 0.3)}A${f1(r * 0.7)} ${f1(r * 0.7)} 0 0 1 ${f1(x - r * 0.7)} ${f1(y + r * 0.3)}C${f1(x - r * 0.7)} ${f1(y)} ${f1(x - r * 0.2)} ${f1(y - r * 0.4)} ${f1(x)} ${f1(y - r)}Z`, c);

// ================================================================ heaps
// dome of grains in a standing view: grain(x, y, tone 0..1, scale)
export function heap(cx, cy, rx, h, n, grain, o = {}) {
  const k = o.k ?? K, ry = rx * k, p = [];
  const prof = o.prof ?? (q => (1 - q * q) ** 0.85);
  const under = smooth([...range(13, (i, t) => { const q = -1 + 2 * t; return [cx + q * rx, cy - h * prof(Math.abs(q))]; })]) + `L${f1(cx + rx)} ${f1(cy)}` + range(13, i => { const a = i / 12 * Math.PI; return `L${f1(cx + Math.cos(a) * rx)} ${f1(cy + Math.sin(a) * ry)}`; }).join('') + 'Z';
  for (let i = 0; i < n; i++) {
    const q = Math.sqrt(rnd()), a = rnd() * TAU, y = cy + Math.sin(a) * q * ry, z = h * prof(q);
    if (Math.sin(a) < -0.25 && h > ry) { if (rnd() < 0.6) continue; }
    p.push([cx + Math.cos(a) * q * rx, y - z, y, Math.max(0, Math.min(1, 0.56 - Math.cos(a) * q * 0.34 - Math.sin(a) * q * 0.2 + rr(-0.13, 0.13)))]);
  }
  p.sort((a, b) => a[2] - b[2]);
  return (o.shadow === false ? '' : castUp(under, cx, cy, { a: 0.3, len: 0.7 }) + contact(cx, cy, rx * 1.02, 0.36, k)) + (o.under ? solid(under, o.under, { s: Math.min(60, rx * 0.2), dark: 0.35, light: 0.12 }) : '') + p.map(q => grain(q[0], q[1], q[3])).join('') + (o.over === false ? '' : clip(path(under, lin(cx - rx, cy - h, cx + rx, cy, [[0, '#fffaf0', 0.16], [0.5, SH, 0], [1, SH, 0.32]])), under));
}
// the same from above
export function heapFlat(cx, cy, R, n, grain, o = {}) {
  const p = range(n, () => { const q = Math.sqrt(rnd()) * (o.edge ? 1 + rr(-o.edge, o.edge) : 1), a = rnd() * TAU; return [cx + Math.cos(a) * q * R, cy + Math.sin(a) * q * R * (o.ky ?? 1), q, Math.max(0, Math.min(1, 0.5 + (-Math.cos(a) - Math.sin(a)) * 0.24 * q + rr(-0.16, 0.16)))]; });
  p.sort((a, b) => b[2] - a[2]);
  return p.map(q => grain(q[0], q[1], q[3])).join('');
}
export const scatter = (cx, cy, rx, ry, n, grain) => range(n, () => { const a = rnd() * TAU, q = Math.abs(gauss()) * 0.9; return [cx + Math.cos(a) * q * rx, cy + Math.sin(a) * q * ry]; }).sort((a, b) => a[1] - b[1]).map(p => grain(p[0], p[1], rr(0.3, 0.8), true)).join('');

// open jute sack: (x, foot, half width, height), contents(mouthX, mouthY, rx, ry)
export function sack(x, fy, w, h, contents, o = {}) {
  const c = o.c || '#c2a273', P = (u, v) => [x + u * w, fy - v * h];
  const d = smooth([P(-1.04, 0.1), P(-1.08, 0.34), P(-0.98, 0.62), P(-0.86, 0.86), P(-0.8, 0.97), P(0, 1.02), P(0.8, 0.97), P(0.88, 0.84), P(1.0, 0.6), P(1.09, 0.32), P(1.05, 0.08), P(0.94, -0.02), P(0.4, -0.055), P(-0.4, -0.055), P(-0.92, -0.02)], true);
  const weft = range(Math.round(h / 6), i => { const v = i * 6 / h; return line(smooth(range(9, j => { const u = -1.15 + j * 0.2875; return P(u, v - 0.075 * (1 - u * u) + 0.012 * Math.sin(u * 7 + v * 9)); })), i % 2 ? dark(c, 0.3) : light(c, 0.42), 2, { opacity: 0.36 }); }).join('') + range(Math.round(w / 3), i => { const u = -1.1 + 2.2 * i / Math.round(w / 3); return line(smooth(range(6, j => P(u * (0.84 + 0.25 * Math.sin(Math.PI * Math.min(1, 0.2 + (1 - j / 5) * 0.7))), j / 5))), i % 2 ? dark(c, 0.3) : light(c, 0.42), 1.6, { opacity: 0.3 }); }).join('');
  const folds = blur(range(11, i => { const u = -0.8 + i * 0.16 + rr(-0.04, 0.04), q = rr(-0.12, 0.12), l = rr(0.25, 0.7), a = P(u, 0.98), m = P(u * 1.15 + q, 0.98 - l * 0.6), e = P(u * 1.2 + q * 0.6, 0.98 - l); return path(`M${f1(a[0])} ${f1(a[1])}Q${f1(m[0])} ${f1(m[1])} ${f1(e[0])} ${f1(e[1])}Q${f1(m[0] + 34)} ${f1(m[1])} ${f1(a[0] + 26)} ${f1(a[1])}Z`, i % 2 ? SH : '#fff6e0', { opacity: i % 2 ? 0.34 : 0.4 }); }).join('') + path(smooth([P(-1.1, 0.1), P(-0.5, 0.02), P(0.3, 0.0), P(1.1, 0.12), P(1.1, 0.04), P(0.3, -0.08), P(-0.5, -0.06), P(-1.1, 0)], true), SH, { opacity: 0.4 }), 9);
  const my = fy - h, rx = w * 0.8, ry = rx * 0.29, ringAt = (k, j) => range(34, i => { const a = i / 34 * TAU; return [x + Math.cos(a) * rx * k * (1 + rr(-j, j)), my + Math.sin(a) * ry * k * (1 + rr(-j, j)) + (k > 1 ? Math.max(0, Math.sin(a)) * h * 0.05 : 0)]; });
  const cuff = smooth(ringAt(1.14, 0.03), true);
  return castUp(d, x, fy, { a: 0.3 }) + contact(x, fy - h * 0.03, w * 1.02, 0.5, 0.27) + solid(d, c, { s: w * 0.16, dark: 0.5, light: 0.3, under: weft + folds + (o.mark ? o.mark(x - w * 0.1, fy - h * 0.44, w * 0.26) : '') }) +
    blur(path(cuff, SH, { opacity: 0.5, transform: 'translate(6 16)' }), 9) + solid(cuff, light(c, 0.12), { s: 14, dark: 0.5, light: 0.4, under: range(120, i => { const a = i / 120 * TAU, k0 = 0.95, k1 = 1.2; return line(`M${f1(x + Math.cos(a) * rx * k0)} ${f1(my + Math.sin(a) * ry * k0)}L${f1(x + Math.cos(a + 0.03) * rx * k1)} ${f1(my + Math.sin(a + 0.03) * ry * k1 + Math.max(0, Math.sin(a)) * h * 0.06)}`, i % 2 ? dark(c, 0.35) : light(c, 0.4), rr(1.4, 3.4), { opacity: 0.4 }); }).join('') }) + ell(x, my + 3, rx * 0.95, ry * 0.9, dark(c, 0.6)) + contents(x, my, rx * 0.93, ry * 0.9);
}
// ---- grains
const seedShape = (l, w) => `M${f1(-l)} 0Q${f1(-l * 0.5)} ${f1(-w)} ${f1(l * 0.2)} ${f1(-w)}Q${f1(l)} ${f1(-w * 0.5)} ${f1(l)} 0Q${f1(l)} ${f1(w * 0.5)} ${f1(l * 0.2)} ${f1(w)}Q${f1(-l * 0.5)} ${f1(w)} ${f1(-l)} 0Z`;
export const rice = (cs, l = 11, w = 4.2) => (x, y, t, loose) => at((loose ? ell(2, 4, l, w, SH, { opacity: 0.25 }) : '') + path(seedShape(l, w), ramp(cs, t)) + path(seedShape(l * 0.6, w * 0.35), '#fffdf6', { opacity: 0.55, transform: `translate(-1 ${f1(-w * 0.3)})` }), x, y, rr(-90, 90));
export const dots = (cs, r0, r1) => (x, y, t, loose) => (loose ? circle(x + 2, y + 2, rr(r0, r1), SH, { opacity: 0.2 }) : '') + circle(x, y, rr(r0, r1), ramp(cs, t));
export const teaCurl = (cs, l = 26, w = 5, tip = 0) => (x, y, t) => { const b = rr(-0.9, 0.9), n = rr(0.6, 1.1) * l; const d = `M${f1(-n)} ${f1(b * n * 0.5)}Q0 ${f1(-b * n - w)} ${f1(n)} ${f1(b * n * 0.3)}Q0 ${f1(-b * n + w)} ${f1(-n)} ${f1(b * n * 0.5)}Z`; const c = ramp(cs, t); return at(path(d, SH, { opacity: 0.35, transform: 'translate(2.5 4)' }) + path(d, rnd() < tip ? '#c9c59f' : c) + line(`M${f1(-n * 0.8)} ${f1(b * n * 0.3)}Q0 ${f1(-b * n - w * 0.4)} ${f1(n * 0.7)} ${f1(b * n * 0.15)}`, light(c, 0.55), 1.3, { opacity: 0.5 }), x, y, rr(0, 360)); };
export const lotusSeed = (cs, r = 20) => (x, y, t) => { const a = rr(-40, 40), c = ramp(cs, t); return at(ell(4, 7, r * 1.02, r * 0.86, SH, { opacity: 0.3 }) + ell(0, 0, r, r * 0.84, rad(-r * 0.3, -r * 0.35, r * 1.4, [[0, light(c, 0.6)], [0.5, c], [1, dark(c, 0.34)]])) + line(`M${f1(-r * 0.82)} 1Q0 ${f1(r * 0.3)} ${f1(r * 0.82)} 1`, dark(c, 0.4), 1.8, { opacity: 0.55 }) + circle(r * 0.9, 0, r * 0.12, dark(c, 0.45), { opacity: 0.8 }), x, y, a); };
export const bean = (cs, l = 21, w = 14) => (x, y, t) => { const c = ramp(cs, t); return at(ell(4, 6, l, w, SH, { opacity: 0.4 }) + ell(0, 0, l, w, rad(-l * 0.3, -w * 0.5, l * 1.4, [[0, light(c, 0.34)], [0.45, c], [1, dark(c, 0.5)]])) + (rnd() < 0.66 ? line(`M${f1(-l * 0.82)} 0C${f1(-l * 0.3)} ${f1(-w * 0.42)} ${f1(l * 0.3)} ${f1(w * 0.42)} ${f1(l * 0.82)} 0`, dark(c, 0.62), 3) + line(`M${f1(-l * 0.8)} 2C${f1(-l * 0.3)} ${f1(-w * 0.3)} ${f1(l * 0.3)} ${f1(w * 0.54)} ${f1(l * 0.8)} 2`, light(c, 0.45), 1.2, { opacity: 0.5 }) : ''), x, y, rr(0, 180)); };
export const peanut = (cs = ['#b98348', '#d9ab6c', '#efd3a0'], l = 17) => (x, y, t) => { const c = ramp(cs, t), d = `M${f1(-l)} 0C${f1(-l)} ${f1(-l * 0.7)} ${f1(-l * 0.1)} ${f1(-l * 0.62)} ${f1(l * 0.2)} ${f1(-l * 0.55)}C${f1(l * 0.8)} ${f1(-l * 0.5)} ${f1(l * 1.1)} ${f1(-l * 0.2)} ${f1(l)} ${f1(l * 0.1)}C${f1(l * 0.8)} ${f1(l * 0.6)} ${f1(l * 0.2)} ${f1(l * 0.55)} ${f1(-l * 0.1)} ${f1(l * 0.62)}C${f1(-l * 0.7)} ${f1(l * 0.7)} ${f1(-l)} ${f1(l * 0.5)} ${f1(-l)} 0Z`; return at(path(d, SH, { opacity: 0.35, transform: 'translate(3 4)' }) + path(d, rad(-l * 0.4, -l * 0.4, l * 1.9, [[0, light(c, 0.5)], [0.5, c], [1, dark(c, 0.35)]])) + (rnd() < 0.4 ? line(`M${f1(-l * 0.8)} 0Q0 ${f1(l * 0.2)} ${f1(l * 0.8)} 0`, dark(c, 0.35), 1.4, { opacity: 0.6 }) : ''), x, y, rr(0, 360)); };
export const sesame = (cs = ['#f6ead0', '#e8d2a2', '#d9b87c'], l = 6) => (x, y, t) => at(path(seedShape(l, l * 0.55), SH, { opacity: 0.35, transform: 'translate(1.2 1.8)' }) + path(seedShape(l, l * 0.55), ramp(cs, t)), x, y, rr(0, 360));

// ================================================================ leaves
export const leafPath = (l, w) => `M0 0C${f1(l * 0.18)} ${f1(-w)} ${f1(l * 0.62)} ${f1(-w * 0.95)} ${f1(l)} 0C${f1(l * 0.62)} ${f1(w * 0.95)} ${f1(l * 0.18)} ${f1(w)} 0 0Z`;
// leaf on its stem end at (x,y)
export function leaf(x, y, l, w, a, o = {}) {
  const c = o.c || C.leafMid, b = (o.bend ?? 0.08) * l, d = `M0 0C${f1(l * 0.2)} ${f1(-w + b * 0.5)} ${f1(l * 0.62)} ${f1(-w * 0.9 + b)} ${f1(l)} ${f1(b * 0.4)}C${f1(l * 0.62)} ${f1(w * 0.9 + b)} ${f1(l * 0.2)} ${f1(w + b * 0.5)} 0 0Z`, mid = `M0 0Q${f1(l * 0.5)} ${f1(b * 1.25)} ${f1(l)} ${f1(b * 0.4)}`;
  const half = `${mid}C${f1(l * 0.62)} ${f1(w * 0.9 + b)} ${f1(l * 0.2)} ${f1(w + b * 0.5)} 0 0Z`, n = o.veins ?? Math.max(4, Math.round(l / 22));
  const veins = range(n, (i, t) => { const u = 0.1 + t * 0.76, mx = l * u, my = b * 1.25 * 2 * u * (1 - u) + b * 0.4 * u * u, q = w * Math.sin(Math.PI * Math.min(1, u * 1.02)) * 0.84; return [-1, 1].map(z => line(`M${f1(mx)} ${f1(my)}Q${f1(mx + l * 0.06)} ${f1(my + z * q * 0.6)} ${f1(mx + l * 0.13)} ${f1(my + z * q)}`, light(c, 0.4), o.vw ?? 1.6, { opacity: 0.42 })).join(''); }).join('');
  return at((o.shadow === false ? '' : castFlat(d, o.h ?? 7, { a: 0.26 })) + solid(d, c, { s: w * 0.24, dark: 0.34, light: 0.26, under: path(half, dark(c, 0.2), { opacity: 0.75 }) + veins + line(mid, light(c, 0.5), o.mw ?? Math.max(2, w * 0.06), { opacity: 0.75 }) }) + (o.gloss ? blur(path(leafPath(l * 0.5, w * 0.16), '#fffdf6', { opacity: 0.35, transform: `translate(${f1(l * 0.2)} ${f1(-w * 0.38 + b * 0.6)})` }), 3) : ''), x, y, a);
}
// a piece of banana leaf
export function bananaLeaf(x, y, l, w, a, o = {}) {
  const c = o.c || '#44794a', top = range(15, (i, t) => [t * l, -w * Math.sin(Math.PI * (0.1 + 0.86 * t)) ** 0.55 + rr(-2, 2)]), bot = range(15, (i, t) => [t * l, w * Math.sin(Math.PI * (0.1 + 0.86 * t)) ** 0.55 + rr(-2, 2)]);
  const d = o.cut ? poly([[0, -w], ...range(9, (i, t) => [l * (0.02 + t * 0.96), -w + rr(-3, 3)]), [l, -w], [l - 8, 0], [l, w], ...range(9, (i, t) => [l * (0.98 - t * 0.96), w + rr(-3, 3)]), [0, w], [9, 0]]) : smooth([...top, ...bot.reverse()], true);
  const v = range(Math.round(l / 9), i => { const u = i * 9 + rr(-2, 2); return [-1, 1].map(z => line(`M${f1(u)} 0Q${f1(u + w * 0.16)} ${f1(z * w * 0.6)} ${f1(u + w * 0.34)} ${f1(z * w * 1.06)}`, pick([light(c, 0.22), dark(c, 0.25), light(c, 0.1), dark(c, 0.12)]), f1(rr(1.4, 5)), { opacity: f1(rr(0.25, 0.6)) })).join(''); }).join('');
  return at(castFlat(d, o.h ?? 9, { a: 0.3 }) + solid(d, c, { s: w * 0.16, dark: 0.32, light: 0.22, under: v + path(`M-10 -${w * 0.05}L${l + 10} -${w * 0.025}L${l + 10} ${w * 0.025}L-10 ${w * 0.05}Z`, light(c, 0.42)) + line(`M0 ${f1(w * 0.05)}L${l} ${f1(w * 0.03)}`, dark(c, 0.4), 2, { opacity: 0.5 }) }), x, y, a);
}
export const stem = (pts, w, c) => { const d = ribbon(pts, typeof w === 'function' ? w : t => w * (1 - t * 0.35), 26); return solid(d, c, { s: Math.max(3, (typeof w === 'number' ? w : w(0.5)) * 0.7), dark: 0.45, light: 0.35 }); };

// ================================================================ flowers
const petal = (l, w, tip = 0.5) => `M0 0C${f1(-w * 0.5)} ${f1(-l * 0.2)} ${f1(-w)} ${f1(-l * tip)} ${f1(-w * 0.7)} ${f1(-l * 0.82)}C${f1(-w * 0.4)} ${f1(-l * 1.06)} ${f1(w * 0.4)} ${f1(-l * 1.06)} ${f1(w * 0.7)} ${f1(-l * 0.82)}C${f1(w)} ${f1(-l * tip)} ${f1(w * 0.5)} ${f1(-l * 0.2)} 0 0Z`;
const pointed = (l, w) => `M0 0C${f1(-w * 0.9)} ${f1(-l * 0.22)} ${f1(-w * 1.15)} ${f1(-l * 0.62)} 0 ${f1(-l)}C${f1(w * 1.15)} ${f1(-l * 0.62)} ${f1(w * 0.9)} ${f1(-l * 0.22)} 0 0Z`;
const stamens = (n, r, c, tip, s = 3) => range(n, () => { const a = rr(0, TAU), q = Math.sqrt(rnd()) * r; return [Math.cos(a) * q, Math.sin(a) * q]; }).sort((a, b) => a[1] - b[1]).map(p => line(`M0 0L${f1(p[0])} ${f1(p[1])}`, c, 1.6, { opacity: 0.7 }) + circle(p[0] + 0.8, p[1] + 1.2, s, SH, { opacity: 0.3 }) + circle(p[0], p[1], s, mix(tip, '#fffaf0', rr(0, 0.4)))).join('');
// golden camellia, open, facing us: waxy overlapping petals in two rounds
export function camellia(x, y, r, a = 0, o = {}) {
  const c = o.c || '#e8b93e', sh = o.deep || '#96650f';
  const cup = (l, w) => `M0 ${f1(l * 0.05)}C${f1(-w * 0.7)} 0 ${f1(-w * 1.12)} ${f1(-l * 0.5)} ${f1(-w * 0.78)} ${f1(-l * 0.84)}C${f1(-w * 0.5)} ${f1(-l * 1.07)} ${f1(-w * 0.16)} ${f1(-l)} 0 ${f1(-l * 0.94)}C${f1(w * 0.16)} ${f1(-l)} ${f1(w * 0.5)} ${f1(-l * 1.07)} ${f1(w * 0.78)} ${f1(-l * 0.84)}C${f1(w * 1.12)} ${f1(-l * 0.5)} ${f1(w * 0.7)} 0 0 ${f1(l * 0.05)}Z`;
  const P = (l, w, cc) => blur(path(cup(l, w), sh, { opacity: 0.55 }), r * 0.035, { box: [-r * 1.5, -r * 1.5, r * 3, r * 3] }) + solid(cup(l, w), cc, { s: l * 0.1, dark: 0.32, light: 0.55, darkC: sh, under: path(cup(l, w), lin(0, 0, 0, -l, [[0, sh, 0.75], [0.38, sh, 0.16], [0.7, '#fff4c4', 0.06], [1, '#fff6cf', 0.5]])) + range(5, i => line(`M0 0Q${f1((i - 2) * w * 0.42)} ${f1(-l * 0.5)} ${f1((i - 2) * w * 0.34)} ${f1(-l * 0.9)}`, sh, 1.2, { opacity: 0.16 })).join('') });
  const round = (n, l, w, off, cc) => range(n, i => g(P(l * rr(0.95, 1.04), w, mix(cc, light(cc, 0.26), rnd())), { transform: `rotate(${f1(off + i * 360 / n + rr(-5, 5))})` })).join('');
  return lay((o.shadow === false ? '' : castFlat(E(0, 0, r * 0.92), o.h ?? r * 0.09, { a: 0.32 })) + round(5, r, r * 0.56, 0, dark(c, 0.05)) + round(5, r * 0.8, r * 0.5, 36, c) + blur(circle(0, 0, r * 0.3, sh, { opacity: 0.5 }), r * 0.06, { box: [-r, -r, 2 * r, 2 * r] }) + stamens(54, r * 0.33, '#cf9420', '#f3d573', r * 0.032), x, y, a, o.ky ?? 1);
}
export function camBud(x, y, r, a = 0, o = {}) {
  const c = o.c || '#e0ad36', s = o.sepal || '#74854a';
  return at(solid(`M0 ${f1(r)}C${f1(-r * 1.1)} ${f1(r * 0.9)} ${f1(-r * 1.02)} ${f1(-r * 0.7)} 0 ${f1(-r)}C${f1(r * 1.02)} ${f1(-r * 0.7)} ${f1(r * 1.1)} ${f1(r * 0.9)} 0 ${f1(r)}Z`, c, { s: r * 0.3, darkC: '#7a4d0d', light: 0.6 }) + line(`M${f1(-r * 0.2)} ${f1(-r * 0.9)}C${f1(r * 0.3)} ${f1(-r * 0.3)} ${f1(r * 0.3)} ${f1(r * 0.3)} ${f1(r * 0.1)} ${f1(r)}`, '#9c6a14', 2, { opacity: 0.6 }) + [-1, 0, 1].map(q => solid(`M${f1(q * r * 0.5)} ${f1(r * 1.02)}C${f1(q * r * 0.5 - r * 0.5)} ${f1(r * 0.8)} ${f1(q * r * 0.7 - r * 0.2)} ${f1(r * 0.2)} ${f1(q * r * 0.75)} ${f1(r * 0.14)}C${f1(q * r * 0.6 + r * 0.35)} ${f1(r * 0.4)} ${f1(q * r * 0.5 + r * 0.5)} ${f1(r * 0.8)} ${f1(q * r * 0.5)} ${f1(r * 1.02)}Z`, s, { s: r * 0.12 })).join(''), x, y, a);
}
// five-petalled blossom (apricot, and small forest flowers)
export function blossom(x, y, r, a = 0, o = {}) {
  const c = o.c || '#ecc23f', n = o.n ?? 5;
  return lay((o.flatShadow ? castFlat(E(0, 0, r * 0.85), 5, { a: 0.25 }) : '') + range(n, i => g(path(petal(r, r * 0.52, 0.55), c) + path(petal(r, r * 0.52, 0.55), rad(0, -r * 0.1, r, [[0, o.deep || '#b57a12', 0.7], [0.5, o.deep || '#b57a12', 0.1], [1, '#fffaf0', 0.45]])) + path(petal(r, r * 0.52, 0.55), 'none', { stroke: o.deep || '#b57a12', 'stroke-width': f1(Math.max(0.8, r * 0.025)), opacity: 0.45 }), { transform: `rotate(${f1(i * 360 / n + rr(-5, 5))})` })).join('') + stamens(o.st ?? 14, r * 0.34, o.stc || '#9c5a14', o.stt || '#c98a22', Math.max(1.4, r * 0.05)), x, y, a, o.ky ?? 1);
}
// moth orchid
export function orchid(x, y, r, a = 0, o = {}) {
  const c = o.c || '#f4e6ea', v = o.v || '#b45a86', sep = `M0 0C${f1(-r * 0.3)} ${f1(-r * 0.3)} ${f1(-r * 0.36)} ${f1(-r * 0.75)} 0 ${f1(-r * 0.98)}C${f1(r * 0.36)} ${f1(-r * 0.75)} ${f1(r * 0.3)} ${f1(-r * 0.3)} 0 0Z`, wing = `M0 0C${f1(r * 0.1)} ${f1(-r * 0.62)} ${f1(r * 0.72)} ${f1(-r * 0.9)} ${f1(r * 1.02)} ${f1(-r * 0.42)}C${f1(r * 1.2)} ${f1(-r * 0.02)} ${f1(r * 0.74)} ${f1(r * 0.3)} ${f1(r * 0.4)} ${f1(r * 0.22)}C${f1(r * 0.2)} ${f1(r * 0.16)} ${f1(r * 0.05)} ${f1(r * 0.08)} 0 0Z`;
  const vein = range(7, (i, t) => line(`M0 0Q${f1(r * 0.4)} ${f1(-r * (0.5 - t * 0.62))} ${f1(r * (0.75 + 0.15 * Math.sin(t * 3)))} ${f1(-r * (0.62 - t * 0.7))}`, v, 1.4, { opacity: 0.36 })).join('');
  const P = (d, t, ex = '') => g(solid(d, c, { s: r * 0.1, dark: 0.25, darkC: '#6d3a58', light: 0.7, under: path(d, rad(0, 0, r * 0.8, [[0, v, 0.62], [0.35, v, 0.2], [1, v, 0.04]])) + ex }), { transform: t });
  return at(P(sep, 'rotate(0)') + P(sep, 'rotate(128)') + P(sep, 'rotate(-128)') + P(wing, 'rotate(4)', vein) + P(wing, 'scale(-1 1) rotate(4)', vein) +
    path(`M0 ${f1(-r * 0.06)}C${f1(-r * 0.3)} ${f1(-r * 0.04)} ${f1(-r * 0.34)} ${f1(r * 0.24)} ${f1(-r * 0.16)} ${f1(r * 0.22)}C${f1(-r * 0.1)} ${f1(r * 0.5)} ${f1(r * 0.1)} ${f1(r * 0.5)} ${f1(r * 0.16)} ${f1(r * 0.22)}C${f1(r * 0.34)} ${f1(r * 0.24)} ${f1(r * 0.3)} ${f1(-r * 0.04)} 0 ${f1(-r * 0.06)}Z`, dark(v, 0.12)) + ell(0, r * 0.06, r * 0.1, r * 0.08, '#e8b545') + ell(0, -r * 0.08, r * 0.08, r * 0.1, '#f8eef0'), x, y, a);
}
// lotus from the side; open 0 (bud) … 1 (full)
export function lotus(x, y, r, open = 1, a = 0, o = {}) {
  const c = o.c || '#e3a6a6', tip = o.tip || '#b9506a', P = (ang, l, w, k) => g(solid(pointed(l, w), mix(c, '#fbeee8', k), { s: l * 0.09, dark: 0.26, darkC: '#7a2740', light: 0.5, under: path(pointed(l, w), lin(0, 0, 0, -l, [[0, '#f6e6c8', 0.85], [0.3, '#f6e6c8', 0], [0.62, tip, 0], [1, tip, 0.75]])) + range(7, i => line(`M0 0Q${f1((i - 3) * w * 0.3)} ${f1(-l * 0.5)} ${f1((i - 3) * w * 0.05)} ${f1(-l * 0.95)}`, tip, 1.1, { opacity: 0.25 })).join('') }), { transform: `rotate(${f1(ang)})` });
  const sp = 14 + open * 70, rows = [];
  const n1 = open > 0.5 ? 9 : 5;
  for (let i = 0; i < n1; i++) { const u = -1 + 2 * i / (n1 - 1); rows.push([u * sp * 1.05, r * (0.95 - 0.2 * Math.abs(u) * open), r * 0.27, 0.05, 0 + Math.abs(u)]); }
  const back = rows.sort((p, q) => p[4] - q[4]).map(p => P(p[0], p[1], p[2], 0.1)).join('');
  const heart = open > 0.6 ? path(`M${f1(-r * 0.2)} ${f1(-r * 0.2)}C${f1(-r * 0.24)} ${f1(-r * 0.46)} ${f1(r * 0.24)} ${f1(-r * 0.46)} ${f1(r * 0.2)} ${f1(-r * 0.2)}L${f1(r * 0.1)} 0L${f1(-r * 0.1)} 0Z`, '#c3b254') + range(26, i => line(`M${f1((i - 13) * r * 0.012)} ${f1(-r * 0.08)}L${f1((i - 13) * r * 0.03)} ${f1(-r * rr(0.34, 0.5))}`, '#e2bb52', 2.4)).join('') : '';
  const mid = (open > 0.5 ? [-58, 58, -36, 36, -14, 14] : [-16, 16, 0]).map((q, i) => P(q * (0.3 + 0.7 * open) + (open > 0.5 ? 0 : 0), r * (open > 0.5 ? 0.7 - Math.abs(q) * 0.001 : 0.96), r * 0.27, 0.32)).join('');
  const front = (open > 0.5 ? [-82, 82, -50, 50, -20, 22, 0] : []).map(q => P(q, r * (0.5 + Math.abs(q) * 0.0024), r * 0.25, 0.5)).join('');
  return at(back + heart + mid + front, x, y, a);
}
export function lotusPod(x, y, r, a = 0, o = {}) { // seed head, seen from above at a slant
  const c = o.c || '#8aa05a', top = E(0, 0, r, r * 0.72), body = `M${f1(-r)} 0C${f1(-r * 0.98)} ${f1(r * 0.62)} ${f1(-r * 0.36)} ${f1(r * 1.1)} ${f1(-r * 0.1)} ${f1(r * 1.36)}L${f1(r * 0.1)} ${f1(r * 1.36)}C${f1(r * 0.36)} ${f1(r * 1.1)} ${f1(r * 0.98)} ${f1(r * 0.62)} ${f1(r)} 0Z`;
  const hole = (px, py) => ell(px, py, r * 0.145, r * 0.115, dark(c, 0.62)) + ell(px + r * 0.015, py + r * 0.015, r * 0.11, r * 0.088, rad(px - r * 0.03, py - r * 0.04, r * 0.14, [[0, '#dfe2b4'], [0.6, '#a6b069'], [1, '#6e7a3b']])) + ell(px - r * 0.02, py - r * 0.03, r * 0.03, r * 0.02, '#fffdf0', { opacity: 0.8 });
  const holes = [[0, 0], ...range(6, i => { const q = i / 6 * TAU; return [Math.cos(q) * r * 0.4, Math.sin(q) * r * 0.29]; }), ...range(10, i => { const q = i / 10 * TAU + 0.3; return [Math.cos(q) * r * 0.76, Math.sin(q) * r * 0.54]; })].map(p => hole(p[0], p[1])).join('');
  return at((o.stem ? stem([[0, r * 1.2], [r * 0.1, r * 2], [o.stem[0], o.stem[1]]], r * 0.09, dark(c, 0.1)) : '') + solid(body, dark(c, 0.12), { s: r * 0.2, dark: 0.5, under: range(9, i => line(`M${f1((i - 4) * r * 0.24)} 0Q${f1((i - 4) * r * 0.16)} ${f1(r * 0.8)} 0 ${f1(r * 1.4)}`, dark(c, 0.4), 2, { opacity: 0.3 })).join('') }) + solid(top, c, { s: r * 0.1, dark: 0.3, light: 0.5 }) + holes + line(top, light(c, 0.5), 2, { opacity: 0.5 }), x, y, a);
}
export function lotusLeaf(x, y, r, o = {}) { // round leaf; ky flattens it onto the table
  const c = o.c || '#5f8a5c', n = 22, p = range(n, i => { const a = i / n * TAU, k = 1 + 0.05 * Math.sin(a * 5) + rr(-0.025, 0.025); return [Math.cos(a) * r * k, Math.sin(a) * r * k]; }), d = smooth(p, true);
  const veins = range(19, i => { const a = i / 19 * TAU + 0.1, b = a + rr(-0.06, 0.06); return line(`M0 0Q${f1(Math.cos(b) * r * 0.5)} ${f1(Math.sin(b) * r * 0.5)} ${f1(Math.cos(a) * r * 0.92)} ${f1(Math.sin(a) * r * 0.92)}`, light(c, 0.42), 3, { opacity: 0.6 }) + [-1, 1].map(q => line(`M${f1(Math.cos(a) * r * 0.55)} ${f1(Math.sin(a) * r * 0.55)}L${f1(Math.cos(a + q * 0.1) * r * 0.9)} ${f1(Math.sin(a + q * 0.1) * r * 0.9)}`, light(c, 0.4), 1.8, { opacity: 0.45 })).join(''); }).join('');
  const wedges = range(19, i => { const a = i / 19 * TAU + 0.1, b = a + TAU / 38; return path(poly([[0, 0], [Math.cos(a) * r * 1.1, Math.sin(a) * r * 1.1], [Math.cos(b) * r * 1.1, Math.sin(b) * r * 1.1]]), dark(c, 0.3), { opacity: 0.22 }); }).join('');
  return lay(castFlat(d, o.h ?? 12, { a: 0.3 }) + solid(d, c, { s: r * 0.07, dark: 0.36, light: 0.35, under: path(d, rad(-r * 0.2, -r * 0.25, r * 1.3, [[0, '#fffaf0', 0.24], [0.5, '#fffaf0', 0], [1, SH, 0.18]])) + blur(wedges, 3) + veins + circle(0, 0, r * 0.045, light(c, 0.6)) }), x, y, o.rot || 0, o.ky ?? 1);
}
// canna flower spike
export function canna(x, y, s, a = 0) {
  const c = ['#a32a18', '#b8402a', '#8f1d14'];
  const P = (dx, dy, ang, l, w) => g(solid(pointed(l, w), pick(c), { s: l * 0.1, dark: 0.45, light: 0.35, under: range(4, i => line(`M0 0Q${(i - 1.5) * w * 0.5} ${-l * 0.5} ${(i - 1.5) * w * 0.1} ${-l * 0.9}`, '#e07a4a', 1.6, { opacity: 0.4 })).join('') }), { transform: `translate(${dx} ${dy}) rotate(${ang})` });
  const fl = (dx, dy, k, ro) => at([[-62, 90, 20], [58, 96, 22], [-28, 108, 24], [26, 112, 23], [0, 90, 18]].map(q => P(0, 0, q[0], q[1], q[2])).join('') + P(0, 10, 150, 60, 16), dx, dy, ro, k);
  return at(stem([[0, 190], [-6, 60], [4, -60], [0, -150]], 8, '#7c5a3c') + range(5, i => solid(E((i % 2 ? 1 : -1) * 13, -60 - i * 26, 12, 20), '#8a4a34', { s: 5 })).join('') + fl(-34, 40, 0.9, -42) + fl(40, 6, 0.95, 40) + fl(0, -40, 1, -4), x, y, a, s);
}

// ================================================================ roots, fruit, vegetables
// rhizome (turmeric, ginger) from a list of fingers [[points], width]
export function rhizome(x, y, s, a, o = {}) {
  const skin = o.skin || '#b9702a', flesh = o.flesh || '#ea8f1a', fingers = o.fingers || [[[[-120, 20], [-40, 0], [50, 8], [130, -14]], 36], [[[-30, 0], [-46, -56], [-30, -104]], 27], [[[60, 6], [84, 56], [120, 88]], 26], [[[-90, 16], [-120, 54], [-112, 92]], 22]];
  const dd = fingers.map(([p, w]) => ribbon(p, t => w * (0.62 + 0.42 * Math.sin(Math.PI * (0.14 + 0.72 * t))) * (1 + 0.05 * Math.sin(t * 21)), 34));
  const end = (p, w) => { const e = p[p.length - 1], b = p[p.length - 2], an = Math.atan2(e[1] - b[1], e[0] - b[0]) * 180 / Math.PI; return [e, an]; };
  const order = [3, 1, 2, 0].filter(i => i < fingers.length);
  return at(blur(dd.map(d => path(d, SH, { transform: 'translate(9 13)' })).join(''), 8, { opacity: 0.4 }) + order.map(i => {
    const [p, w] = fingers[i], q = along(p, 40), rings = q.filter((_, j) => j % 5 === 2).map(m => line(`M${f1(m.x + m.nx * w)} ${f1(m.y + m.ny * w)}Q${f1(m.x + Math.cos(m.a * Math.PI / 180) * 9)} ${f1(m.y + Math.sin(m.a * Math.PI / 180) * 9)} ${f1(m.x - m.nx * w)} ${f1(m.y - m.ny * w)}`, dark(skin, 0.42), 2.4, { opacity: 0.55 })).join('');
    const [e, an] = end(p, w), cap = o.cut?.includes(i);
    return circle(e[0], e[1], w * 0.72, skin) + solid(dd[i], skin, { s: w * 0.3, dark: 0.5, light: 0.4, under: rings + scatter(p[1][0], p[1][1], w * 2.5, w, 14, (X, Y) => circle(X, Y, rr(1, 2.6), dark(skin, 0.4), { opacity: 0.5 })) }) +
      (cap ? at(ell(0, 0, w * 0.42, w * 0.8, dark(flesh, 0.3)) + ell(1.5, 0, w * 0.37, w * 0.74, flesh) + ell(1.5, 0, w * 0.24, w * 0.5, 'none', { stroke: light(flesh, 0.35), 'stroke-width': 2.5 }) + ell(-2, -w * 0.2, w * 0.1, w * 0.22, light(flesh, 0.5), { opacity: 0.6 }), e[0], e[1], an) : solid(E(e[0], e[1], w * 0.66), dark(skin, 0.02), { s: w * 0.22 }));
  }).join(''), x, y, a, s);
}
// plump ringed tuber (canna)
export function tuber(x, y, r, a, o = {}) {
  const c = o.c || '#8f5548', d = `M${f1(-r)} ${f1(r * 0.1)}C${f1(-r)} ${f1(-r * 0.62)} ${f1(-r * 0.3)} ${f1(-r * 0.74)} ${f1(r * 0.2)} ${f1(-r * 0.62)}C${f1(r * 0.8)} ${f1(-r * 0.5)} ${f1(r * 1.2)} ${f1(-r * 0.3)} ${f1(r * 1.5)} ${f1(-r * 0.1)}C${f1(r * 1.2)} ${f1(r * 0.3)} ${f1(r * 0.7)} ${f1(r * 0.62)} ${f1(r * 0.1)} ${f1(r * 0.68)}C${f1(-r * 0.5)} ${f1(r * 0.74)} ${f1(-r)} ${f1(r * 0.6)} ${f1(-r)} ${f1(r * 0.1)}Z`;
  return at(castFlat(d, 13, { a: 0.38 }) + range(8, i => line(`M${f1(rr(-0.9, 0.5) * r)} ${f1(r * 0.5)}q${f1(rr(-20, 20))} ${f1(rr(10, 30))} ${f1(rr(-30, 30))} ${f1(rr(30, 50))}`, '#b59a7e', 1.6, { opacity: 0.8 })).join('') + solid(d, c, { s: r * 0.2, dark: 0.5, light: 0.42, under: range(6, i => { const u = -0.7 + i * 0.34; return line(`M${f1(u * r)} ${f1(-r * 0.75)}Q${f1((u + 0.34) * r)} 0 ${f1(u * r)} ${f1(r * 0.75)}`, '#e0c3a8', 3, { opacity: 0.42 }) + line(`M${f1(u * r + 4)} ${f1(-r * 0.75)}Q${f1((u + 0.34) * r + 4)} 0 ${f1(u * r + 4)} ${f1(r * 0.75)}`, dark(c, 0.5), 3, { opacity: 0.42 }); }).join('') + blur(path(`M${f1(r * 0.9)} ${f1(-r * 0.5)}L${f1(r * 1.6)} 0L${f1(r * 0.9)} ${f1(r * 0.5)}Z`, '#d98f8a', { opacity: 0.7 }), 8) }), x, y, a);
}
// round slices of a root
export const rootSlice = (x, y, r, o = {}) => { const f = o.flesh || '#ea8f1a', d = blob(0, 0, r, r * 0.86, 0.06); return lay(castFlat(d, 6, { a: 0.35 }) + solid(d, o.skin || '#a8621f', { s: 3 }) + g(solid(d, f, { s: r * 0.1, dark: 0.25, light: 0.3, under: g(path(d, 'none', { stroke: dark(f, 0.22), 'stroke-width': 3, opacity: 0.8 }), { transform: 'scale(0.66)' }) + path(d, rad(-r * 0.2, -r * 0.2, r, [[0, light(f, 0.4), 0.7], [1, light(f, 0.4), 0]])) }), { transform: 'scale(0.9)' }), x, y, rr(0, 360), o.ky ?? 1); };
// long wax gourd with white bloom, lying
export function waxGourd(x, y, l, w, a, o = {}) {
  const c = o.c || '#4f7a4c', d = ribbon([[-l / 2, 0], [-l * 0.2, -w * 0.06], [l * 0.2, w * 0.04], [l / 2, 0]], t => w * Math.min(1, Math.sin(Math.PI * Math.min(0.995, Math.max(0.005, t))) ** 0.42) * (0.94 + 0.08 * t), 60);
  return at((o.shadow === false ? '' : castFlat(d, o.h ?? 22, { a: 0.36 })) + solid(d, c, { s: w * 0.3, dark: 0.5, light: 0.3, under: range(11, i => line(`M${f1(-l / 2)} 0C${f1(-l * 0.3)} ${f1((i - 5) * w * 0.22)} ${f1(l * 0.3)} ${f1((i - 5) * w * 0.22)} ${f1(l / 2)} 0`, i % 2 ? light(c, 0.25) : dark(c, 0.2), w * 0.06, { opacity: 0.35 })).join('') + blur(range(40, () => ell(rr(-l * 0.45, l * 0.45), rr(-w * 0.9, w * 0.5), rr(10, 40), rr(5, 16), '#eef2e6', { opacity: 0.3 })).join(''), 8) + range(260, () => circle(rr(-l / 2, l / 2), rr(-w, w), rr(0.8, 2.4), '#f6f6ec', { opacity: f1(rr(0.2, 0.7)) })).join('') }) + stem([[-l / 2 + 8, 0], [-l / 2 - 34, -8], [-l / 2 - 58, -30]], w * 0.11, '#7c8a50'), x, y, a);
}
// round cut of a gourd: o.flesh, seeds in a ring
export function gourdSlice(x, y, r, o = {}) {
  const c = o.c || '#55834f', ky = o.ky ?? 1, t = o.t ?? 12, d = E(0, 0, r);
  return at((o.shadow === false ? '' : g(castFlat(d, o.h ?? 10, { a: 0.32 }))) + (ky < 1 ? at(path(E(0, 0, r), dark(c, 0.2)), 0, t / ky) + rect(-r, 0, 2 * r, t / ky, dark(c, 0.2)) : '') + circle(0, 0, r, c) + circle(0, 0, r * 0.94, '#a9c08a') + circle(0, 0, r * 0.885, rad(-r * 0.2, -r * 0.3, r * 1.2, [[0, '#f6f7e8'], [0.7, '#e6ecd2'], [1, '#c9d6ae']])) + circle(0, 0, r * 0.5, '#d3ddba', { opacity: 0.8 }) + circle(0, 0, r * 0.3, '#eef2dd') +
    range(o.n ?? 14, (i) => { const q = i / (o.n ?? 14) * TAU + rr(-0.1, 0.1), R = r * rr(0.37, 0.47); return at(path(seedShape(r * 0.085, r * 0.05), '#b7ab7c') + path(seedShape(r * 0.07, r * 0.036), '#f7f0d8'), Math.cos(q) * R, Math.sin(q) * R, q * 180 / Math.PI); }).join(''), x, y, o.rot || 0, 1, ky);
}
// bitter gourd, warty spindle
export function bitterGourd(x, y, l, w, a, o = {}) {
  const c = o.c || '#5c8a45', d = ribbon([[-l / 2, 0], [-l * 0.15, o.bend ?? -w * 0.25], [l * 0.2, (o.bend ?? -w * 0.25) * 0.8], [l / 2, 0]], t => w * Math.sin(Math.PI * Math.min(0.99, 0.02 + t * 0.97)) ** (o.p ?? 0.72) * (1 + 0.035 * Math.sin(t * 60)), 90);
  const q = along([[-l / 2, 0], [-l * 0.15, o.bend ?? -w * 0.25], [l * 0.2, (o.bend ?? -w * 0.25) * 0.8], [l / 2, 0]], 60), ww = t => w * Math.sin(Math.PI * Math.min(0.99, 0.02 + t * 0.97)) ** (o.p ?? 0.72);
  const warts = []; for (let j = -4; j <= 4; j++) for (let i = 1; i < 60; i += 1) { const m = q[i], u = j / 4.2, W0 = ww(m.t), sx = m.x + m.nx * W0 * u, sy = m.y + m.ny * W0 * u; const ridge = Math.abs(j) % 2 === 0; if (!ridge && rnd() < 0.35) continue; const r = (ridge ? rr(0.07, 0.12) : rr(0.03, 0.07)) * w * (1 - 0.4 * Math.abs(u)) * (o.spike ?? 1); const tone = -u * 0.4 + rr(-0.1, 0.1); const cc = tone > 0 ? light(c, tone * 0.9) : dark(c, -tone); warts.push([sy, at(ell(r * 0.3, r * 0.45, r * 1.3, r, dark(c, 0.5), { opacity: 0.5 }) + ell(0, 0, r * 1.35, r, cc) + ell(-r * 0.3, -r * 0.35, r * 0.6, r * 0.35, light(c, 0.55), { opacity: 0.7 }), sx, sy, m.a)]); }
  return at((o.shadow === false ? '' : castFlat(d, o.h ?? 14, { a: 0.34 })) + solid(d, c, { s: w * 0.34, dark: 0.5, light: 0.3, under: warts.map(z => z[1]).join('') }) + stem([[-l / 2 + 6, 0], [-l / 2 - l * 0.08, -w * 0.1], [-l / 2 - l * 0.15, -w * 0.5]], w * 0.09, '#7d8f4a'), x, y, a);
}
// dried cross-cut of bitter gourd
export function bitterSlice(x, y, r, o = {}) {
  const dry = o.dry ?? 1, rim = dry ? pick(['#6f7a3e', '#7d8248', '#5f6b38']) : '#5c8a45', fl = dry ? pick(['#d7c79a', '#cdb988', '#e0d2a8']) : '#dfe8c4', n = 17;
  const ring = (R, k) => smooth(range(n * 2, i => { const a = i / (n * 2) * TAU, q = R * (1 + (i % 2 ? k : -k)); return [Math.cos(a) * q, Math.sin(a) * q * (o.sq ?? 0.9)]; }), true), out = ring(r, 0.055), inn = ring(r * 0.56, 0.05);
  return lay(castFlat(out, o.h ?? 5, { a: 0.34 }) + solid(out, rim, { s: r * 0.1, dark: 0.4 }) + solid(ring(r * 0.86, 0.03), fl, { s: r * 0.09, dark: 0.36, light: 0.25, under: range(26, i => { const a = i / 26 * TAU; return line(`M${f1(Math.cos(a) * r * 0.5)} ${f1(Math.sin(a) * r * 0.5)}L${f1(Math.cos(a) * r * 0.84)} ${f1(Math.sin(a) * r * 0.84)}`, dark(fl, 0.28), 1.4, { opacity: 0.45 }); }).join('') }) +
    path(inn, dark(fl, dry ? 0.42 : 0.16)) + path(ring(r * 0.5, 0.06), dry ? '#8c7443' : '#eef0d6') + range(o.seeds ?? 5, i => { const a = i / (o.seeds ?? 5) * TAU + rr(-0.3, 0.3); return at(path(seedShape(r * 0.17, r * 0.1), dark(fl, 0.5)) + path(seedShape(r * 0.14, r * 0.075), dry ? '#b98f54' : '#f5eed2'), Math.cos(a) * r * 0.3, Math.sin(a) * r * 0.27, a * 180 / Math.PI); }).join(''), x, y, o.rot ?? rr(0, 360), o.ky ?? 1);
}
export function chilli(x, y, l, a, o = {}) { const c = o.c || '#a8261a', p = [[0, 0], [l * 0.4, -l * 0.06], [l * 0.75, 0], [l, l * 0.1]], d = ribbon(p, t => l * 0.085 * Math.sin(Math.PI * Math.min(1, 0.3 + t * 0.7)) ** 0.8, 24); return at(castFlat(d, 8, { a: 0.36 }) + solid(d, c, { s: l * 0.035, dark: 0.45, light: 0.3 }) + blur(line(`M${f1(l * 0.1)} ${f1(-l * 0.05)}Q${f1(l * 0.4)} ${f1(-l * 0.1)} ${f1(l * 0.66)} ${f1(-l * 0.045)}`, '#fff3e8', l * 0.016, { opacity: 0.75 }), 1.2) + stem([[2, 0], [-l * 0.1, -l * 0.02], [-l * 0.18, -l * 0.1]], l * 0.025, '#5d7d3e') + path(`M${f1(l * 0.05)} 0Q0 ${f1(-l * 0.09)} ${f1(-l * 0.03)} 0Q0 ${f1(l * 0.09)} ${f1(l * 0.05)} 0Z`, '#5d7d3e'), x, y, a); }
export function limeHalf(x, y, r, o = {}) { // cut face up, flattened by ky
  const ky = o.ky ?? 1; return at((ky < 1 ? solid(`M${-r} 0C${-r} ${r * 1.05 / 1} ${r} ${r * 1.05} ${r} 0Z`, '#6b8f3a', { s: r * 0.16, dark: 0.5 }) : castFlat(E(0, 0, r), 12, { a: 0.36 })) + at(circle(0, 0, r, '#7ba043') + circle(0, 0, r * 0.93, '#f1f3d6') + range(9, i => path(`M0 0L${f1(r * 0.82 * Math.cos(-0.29))} ${f1(r * 0.82 * Math.sin(-0.29))}Q${f1(r * 0.92)} 0 ${f1(r * 0.82 * Math.cos(0.29))} ${f1(r * 0.82 * Math.sin(0.29))}Z`, pick(['#c3d27c', '#b9ca6d', '#cddb8e']), { transform: `rotate(${i * 40 + 8}) translate(${f1(r * 0.07)} 0)`, stroke: '#dde7ac', 'stroke-width': 2, 'stroke-linejoin': 'round' })).join('') + circle(0, 0, r * 0.06, '#f1f3d6') + blur(ell(-r * 0.3, -r * 0.35, r * 0.35, r * 0.2, '#fffff4', { opacity: 0.5 }), 5), 0, 0, 0, 1, ky), x, y, 0);
}
export function garlic(x, y, s, a = 0) { const cl = (dx, ro) => at(solid('M0 -46C26 -30 40 4 30 26C20 44 -20 44 -30 26C-40 4 -26 -30 0 -46Z', '#f1e8da', { s: 9, dark: 0.36, under: range(5, i => line(`M${(i - 2) * 9} 34Q${(i - 2) * 14} 0 0 -44`, '#b693a0', 1.6, { opacity: 0.4 })).join('') }), dx, 0, ro); return at(castFlat(E(0, 6, 52, 42), 10, { a: 0.32 }) + cl(-26, -16) + cl(26, 16) + cl(0, 0) + path('M-7 -40Q-4 -66 4 -76L10 -74Q6 -60 8 -40Z', '#d8c9b2'), x, y, a, s); }
export const garlicSlice = (x, y, r) => { const d = blob(0, 0, r, r * 0.72, 0.08); return at(castFlat(d, 4, { a: 0.3 }) + solid(d, '#f4ead2', { s: r * 0.16, dark: 0.25 }), x, y, rr(0, 360)); };
export const pepper = (x, y, r = 6) => circle(x + r * 0.4, y + r * 0.5, r, SH, { opacity: 0.35 }) + circle(x, y, r, rad(x - r * 0.3, y - r * 0.4, r * 1.4, [[0, '#8b7766'], [0.5, '#4a3a30'], [1, '#241a15']]));
// peanut in its shell
export function peanutShell(x, y, s, a) { const d = 'M-62 0C-64 -34 -24 -36 0 -22C22 -34 62 -34 64 0C62 34 22 32 0 22C-24 36 -64 34 -62 0Z', c = '#cda065'; return at(castFlat(d, 9, { a: 0.34 }) + solid(d, c, { s: 11, dark: 0.45, under: range(7, i => line(`M-62 0C-30 ${(i - 3) * 13} 30 ${(i - 3) * 13} 64 0`, dark(c, 0.32), 2, { opacity: 0.55, 'stroke-dasharray': '9 6' })).join('') + range(12, i => line(`M${-54 + i * 10} -26L${-54 + i * 10 + rr(-3, 3)} 26`, dark(c, 0.3), 1.6, { opacity: 0.35 })).join('') }), x, y, a, s); }

// ================================================================ things from the kitchen and workshop
// hank of noodles or yarn, from above, tied in the middle
export function hank(x, y, l, w, a, o = {}) {
  const cs = o.cs || ['#8f8166', '#b3a585', '#cfc4a6', '#e7dec6'], n = o.n ?? 90, pin = o.pin ?? 0.74, sw = o.sw ?? 4;
  const loop = (u, jig) => { const L = l / 2 * (0.8 + 0.2 * Math.abs(u)) + jig, Wd = w * u; const P = range(48, i => { const t = i / 48 * TAU, cx = Math.cos(t), sx = Math.sin(t), X = Math.sign(cx) * Math.abs(cx) ** 0.55 * L, k = pin + (1 - pin) * Math.min(1, Math.abs(X) / (l * 0.3)) ** 1.4; return [X, Math.sign(sx) * Math.abs(sx) ** 0.62 * Wd * k + Math.sin(X * 0.021 + jig * 3) * 2.4]; }); return smooth(P, true, 0.5); };
  const out = loop(1, 0);
  let s = castFlat(out, o.h ?? 20, { a: 0.36 }) + path(out, dark(cs[0], 0.35));
  const Ls = range(n, () => rnd() ** 0.7).sort((p, q) => q - p);
  s += Ls.map(u => { const c = mix(pick(cs), pick(cs), rnd()); return line(loop(Math.max(0.04, u) * 0.985, rr(-7, 7)), c, f1(sw * rr(0.8, 1.25)), { opacity: 0.96 }) + (rnd() < 0.7 ? g(line(loop(Math.max(0.04, u) * 0.985, rr(-7, 7)), light(c, 0.6), 1.1, { opacity: 0.5 })) : ''); }).join('');
  s += clip(path(out, lin(0, -w, 0, w, [[0, '#fffaf0', 0.3], [0.35, '#fffaf0', 0.06], [1, SH, 0.4]])) + blur(ell(0, 0, l * 0.05, w * 1.1, SH, { opacity: 0.5 }), 12), out);
  const tie = o.tie || C.lacquer, th = o.th ?? l * 0.055, hw = w * pin * 0.99;
  s += solid(`M${f1(-th)} ${f1(-hw)}Q${f1(-th * 0.3)} ${f1(-hw - 7)} ${f1(th)} ${f1(-hw)}Q${f1(th * 1.35)} 0 ${f1(th)} ${f1(hw)}Q0 ${f1(hw + 7)} ${f1(-th)} ${f1(hw)}Q${f1(-th * 0.65)} 0 ${f1(-th)} ${f1(-hw)}Z`, tie, { s: th * 0.35, dark: 0.4, under: range(5, i => line(`M${f1(-th + th * 0.45 * i)} ${f1(-hw - 8)}Q${f1(-th * 0.7 + th * 0.5 * i)} 0 ${f1(-th + th * 0.45 * i)} ${f1(hw + 8)}`, dark(tie, 0.4), 1.6, { opacity: 0.5 })).join('') });
  return at(s, x, y, a);
}
// box standing on the table, corner to us; left face a wide, right face b wide, th = turn in degrees
export function box3(x, fy, a, b, h, th, o = {}) {
  const q = th * Math.PI / 180, c = o.c || C.paper, lv = [-a * Math.cos(q), -a * Math.sin(q) * K], rv = [b * Math.sin(q), -b * Math.cos(q) * K];
  const A = [x, fy], B = [x + lv[0], fy + lv[1]], D = [x + rv[0], fy + rv[1]], up = p => [p[0], p[1] - h], F = [B[0] + rv[0], B[1] + rv[1]];
  const L = poly([B, A, up(A), up(B)]), R = poly([A, D, up(D), up(A)]), T = poly([up(B), up(A), up(D), up(F)]);
  const out = poly([B, A, D, up(D), up(F), up(B)]), l = 0.62 * h * (o.len ?? 1);
  const sh = o.noShadow ? '' : thrown(blur(path(poly([A, D, [D[0] + l, D[1] - l * 0.26], [F[0] + l, F[1] - l * 0.26], F, B]), SH, { opacity: 0.3 }), Math.min(12, h * 0.14 + 3))) + blur(path(poly([[B[0] - 2, B[1] + 1], [A[0], A[1] + 6], [D[0] + 6, D[1] + 4], F]), SH, { opacity: 0.42 }), 5);
  const face = (fn, m) => fn ? g(fn, { transform: `matrix(${m.map(v => Math.round(v * 1e4) / 1e4).join(' ')})` }) : '';
  return sh + path(L, o.cl || c) + clip(face(o.left, [-lv[0] / a, -lv[1] / a, 0, 1, B[0], B[1] - h]), L) + path(L, lin(B[0], B[1], A[0], A[1], [[0, '#fffaf0', 0.16], [1, SH, 0.06]])) +
    path(R, o.cr || c) + clip(face(o.right, [rv[0] / b, rv[1] / b, 0, 1, A[0], A[1] - h]), R) + path(R, lin(A[0], 0, D[0], 0, [[0, SH, 0.26], [1, SH, 0.36]])) +
    path(T, o.ct || light(c, 0.25)) + clip(face(o.top, [-lv[0] / a, -lv[1] / a, rv[0] / b, rv[1] / b, B[0], B[1] - h]), T) + path(T, lin(B[0], 0, D[0], 0, [[0, '#fffaf0', 0.26], [1, '#fffaf0', 0.02]])) +
    line(poly([up(B), up(A), up(D)], false), light(c, 0.6), o.edge ?? 2, { opacity: 0.7 }) + line(poly([up(A), A], false), light(c, 0.4), o.edge ?? 2, { opacity: 0.35 }) + (o.outline ? line(out, dark(c, 0.5), 1.2, { opacity: 0.3 }) : '');
}
// wooden spoon / scoop from above, handle to the right before turning
export function spoon(x, y, l, a, o = {}) {
  const c = o.c || C.wood, r = o.r ?? l * 0.15, d = `M${f1(-r)} 0C${f1(-r)} ${f1(-r * 0.95)} ${f1(r * 0.5)} ${f1(-r)} ${f1(r * 1.2)} ${f1(-r * 0.22)}Q${f1(l * 0.5)} ${f1(-r * 0.16)} ${f1(l)} ${f1(-r * 0.24)}Q${f1(l * 1.03)} 0 ${f1(l)} ${f1(r * 0.24)}Q${f1(l * 0.5)} ${f1(r * 0.16)} ${f1(r * 1.2)} ${f1(r * 0.22)}C${f1(r * 0.5)} ${f1(r)} ${f1(-r)} ${f1(r * 0.95)} ${f1(-r)} 0Z`;
  return at(castFlat(d, o.h ?? 12, { a: 0.36 }) + solid(d, c, { s: r * 0.14, dark: 0.4, under: range(6, i => line(`M${f1(-r)} ${f1((i - 2.5) * r * 0.22)}Q${f1(l * 0.5)} ${f1((i - 2.5) * r * 0.05)} ${f1(l)} ${f1((i - 2.5) * r * 0.09)}`, dark(c, 0.3), 1.6, { opacity: 0.4 })).join('') }) + ell(0, 0, r * 0.82, r * 0.74, rad(r * 0.15, r * 0.2, r, [[0, light(c, 0.12)], [0.7, dark(c, 0.2)], [1, dark(c, 0.5)]])) + (o.contents ? clip(o.contents, E(0, -2, r * 0.86, r * 0.8)) : '') + (o.heap || ''), x, y, a);
}
export function chopsticks(x, y, l, a, o = {}) { const c = o.c || C.lacquerDeep; return at([0, 1].map(i => { const d = `M0 ${-7 + i * 30}L${l} ${-3 + i * 22}L${l} ${3 + i * 22}L0 ${7 + i * 30}Z`; return castFlat(d, 9, { a: 0.36 }) + solid(d, c, { s: 3.5, dark: 0.45, light: 0.5, under: rect(0, -20 + i * 30, l * 0.12, 40, C.bamboo) + rect(l * 0.12, -20 + i * 30, 6, 40, C.paper) }); }).join(''), x, y, a); }
// fish, side view lying flat
export function fish(x, y, l, a, o = {}) {
  const c = o.c || '#8e9aa0', p = [[0, 0], [l * 0.3, -l * 0.015], [l * 0.65, 0], [l * 0.86, 0]], d = ribbon(p, t => l * 0.088 * Math.sin(Math.PI * Math.min(1, 0.16 + t * 0.78)) ** 0.9, 30), tail = `M${f1(l * 0.83)} 0L${f1(l)} ${f1(-l * 0.085)}Q${f1(l * 0.93)} 0 ${f1(l)} ${f1(l * 0.085)}Z`;
  return at(castFlat(d, 9, { a: 0.38 }) + solid(tail, dark(c, 0.1), { s: 4 }) + solid(`M${f1(l * 0.44)} ${f1(-l * 0.07)}L${f1(l * 0.56)} ${f1(-l * 0.12)}L${f1(l * 0.6)} ${f1(-l * 0.06)}Z`, dark(c, 0.15), { s: 3 }) + solid(d, c, { s: l * 0.03, dark: 0.4, light: 0.2, under: rect(0, -l * 0.12, l, l * 0.1, '#4d6470', { opacity: 0.75 }) + blur(path(`M${f1(l * 0.02)} ${f1(l * 0.012)}Q${f1(l * 0.45)} ${f1(-l * 0.035)} ${f1(l * 0.86)} 0L${f1(l * 0.86)} ${f1(l * 0.02)}Q${f1(l * 0.45)} ${f1(l * 0.02)} ${f1(l * 0.02)} ${f1(l * 0.04)}Z`, '#f4f6f2'), 2.5) + rect(0, l * 0.035, l, l * 0.08, '#d9dedb', { opacity: 0.7 }) }) + path(`M${f1(l * 0.155)} ${f1(-l * 0.06)}Q${f1(l * 0.19)} 0 ${f1(l * 0.15)} ${f1(l * 0.06)}`, 'none', { stroke: dark(c, 0.4), 'stroke-width': 2, opacity: 0.6 }) + circle(l * 0.075, -l * 0.016, l * 0.024, '#f3f0e2') + circle(l * 0.075, -l * 0.016, l * 0.014, '#1d1a18') + circle(l * 0.07, -l * 0.02, l * 0.005, '#fff'), x, y, a);
}
// tiny shrimp
export function shrimp(x, y, s, a, o = {}) { const c = o.c || '#d9a08c', sp = [[-40, 8], [-14, -16], [18, -14], [36, 10], [26, 34]], d = ribbon(sp, t => 13 * (1 - t * 0.72), 26), m = along(sp, 26); return at(castFlat(d, 6, { a: 0.3 }) + line('M-44 4Q-70 -16 -96 -10M-44 8Q-76 4 -98 16', dark(c, 0.2), 1.6, { opacity: 0.8 }) + range(6, i => { const q = m[6 + i * 2]; return line(`M${f1(q.x - q.nx * -6)} ${f1(q.y + 8)}q-4 10 -10 14`, dark(c, 0.1), 2); }).join('') + solid(d, c, { s: 4, dark: 0.34, light: 0.5, under: m.filter((_, i) => i % 3 === 1).map(q => line(`M${f1(q.x + q.nx * 14)} ${f1(q.y + q.ny * 14)}L${f1(q.x - q.nx * 14)} ${f1(q.y - q.ny * 14)}`, dark(c, 0.25), 1.6, { opacity: 0.6 })).join('') }) + path('M26 34L14 46L24 48L34 50Z', dark(c, 0.1)) + circle(-36, 2, 3.2, '#1d1512'), x, y, a, s); }

// ---- tea things
export function teapot(cx, fy, R, o = {}) { // standing
  const c = o.c || C.clay, v = rev(cx, fy, [[0, R * 0.5], [R * 0.04, R * 0.52], ...belly(R, R * 0.08, R * 1.2, -0.84, 0.86), [R * 1.26, R * 0.48]]), lidv = rev(cx, fy - R * 1.24, [[0, R * 0.5], [R * 0.07, R * 0.48], [R * 0.2, R * 0.3], [R * 0.26, R * 0.12]]), knob = rev(cx, fy - R * 1.49, [[0, R * 0.07], [R * 0.05, R * 0.1], [R * 0.14, R * 0.12], [R * 0.2, R * 0.04]]), f = o.flip ? -1 : 1;
  const sp = ribbon([[cx + f * R * 0.82, fy - R * 0.42], [cx + f * R * 1.2, fy - R * 0.56], [cx + f * R * 1.36, fy - R * 0.92], [cx + f * R * 1.66, fy - R * 1.2]], t => R * (0.2 - t * 0.1), 26), hd = ribbon([[cx - f * R * 0.8, fy - R * 1.0], [cx - f * R * 1.3, fy - R * 1.16], [cx - f * R * 1.56, fy - R * 0.78], [cx - f * R * 1.3, fy - R * 0.36], [cx - f * R * 0.9, fy - R * 0.34]], t => R * 0.075 * (1 + 0.25 * Math.sin(t * 3.14)), 40);
  const all = sp + hd + lidv.d;
  const deco = o.over ? o.over(v) : '';
  return castRev(v) + castUp(all, cx, fy, { a: 0.2 }) + contact(cx, fy, v.rb * 1.1, 0.46) + solid(hd, c, { s: R * 0.06, dark: 0.5 }) + solid(sp, c, { s: R * 0.09, dark: 0.46, light: 0.4 }) + at(ell(0, 0, R * 0.045, R * 0.1, dark(c, 0.6)), cx + f * R * 1.665, fy - R * 1.2, f * 36) + pot(v, c, { noShadow: true, over: deco, gloss: o.gloss }) + pot(lidv, c, { noShadow: true, gloss: 0.2 }) + pot(knob, o.knob || c, { noShadow: true, gloss: 0.5 }) + line(poly(v.arc(R * 1.235, R * 0.49, 0, Math.PI), false), dark(c, 0.5), 2.5, { opacity: 0.6 });
}
export function teapotTop(cx, cy, R, a, o = {}) { // from above
  const c = o.c || C.clay, sp = `M${f1(R * 0.8)} ${f1(-R * 0.2)}Q${f1(R * 1.2)} ${f1(-R * 0.15)} ${f1(R * 1.56)} ${f1(-R * 0.1)}L${f1(R * 1.58)} ${f1(R * 0.1)}Q${f1(R * 1.2)} ${f1(R * 0.15)} ${f1(R * 0.8)} ${f1(R * 0.2)}Z`, hd = ribbon([[-R * 0.9, 0], [-R * 1.3, 0], [-R * 1.58, 0]], t => R * 0.085 * (1 + 0.3 * Math.sin(t * 3.1)), 20);
  return at(castFlat(E(0, 0, R) + sp + hd, R * 0.22, { a: 0.36 }) + solid(hd, c, { s: R * 0.06 }) + solid(sp, c, { s: R * 0.08, dark: 0.4 }) + ell(R * 1.56, 0, R * 0.035, R * 0.09, dark(c, 0.6)) + at(solid(E(0, 0, R), c, { s: R * 0.2, dark: 0.5, light: 0.35, k: 1.3 }) + blur(ell(-R * 0.42, -R * 0.46, R * 0.3, R * 0.12, '#fffdf6', { opacity: 0.5, transform: `rotate(-44 ${f1(-R * 0.42)} ${f1(-R * 0.46)})` }), R * 0.05) + castFlat(E(0, 0, R * 0.58), 6, { a: 0.4 }) + solid(E(0, 0, R * 0.58), c, { s: R * 0.08, dark: 0.4, light: 0.5 }) + circle(0, 0, R * 0.46, 'none', { stroke: dark(c, 0.3), 'stroke-width': 2.5, opacity: 0.6 }) + castFlat(E(0, 0, R * 0.15), 10, { a: 0.45 }) + circle(0, 0, R * 0.15, rad(-R * 0.05, -R * 0.06, R * 0.22, [[0, light(c, 0.6)], [0.5, c], [1, dark(c, 0.5)]])), 0, 0, -a), cx, cy, a);
}
export function cupTop(cx, cy, R, o = {}) {
  const c = o.c || C.porcelain, q = o.liquid, d = E(cx, cy, R);
  return (o.saucer ? castFlat(E(cx, cy, R * 1.55), 12, { a: 0.32 }) + solid(E(cx, cy, R * 1.55), o.saucer, { s: R * 0.12, dark: 0.3, light: 0.4 }) + circle(cx, cy, R * 1.2, 'none', { stroke: dark(o.saucer, 0.22), 'stroke-width': 2.5, opacity: 0.5 }) + castFlat(d, 13, { a: 0.36 }) : castFlat(d, R * 0.24, { a: 0.36 })) +
    solid(d, c, { s: R * 0.08, dark: 0.3, light: 0.5 }) + circle(cx, cy, R * 0.9, rad(cx + R * 0.25, cy + R * 0.3, R * 1.2, [[0, light(o.in || c, 0.2)], [0.6, dark(o.in || c, 0.14)], [1, dark(o.in || c, 0.42)]])) +
    (q ? circle(cx, cy, R * 0.82, rad(cx + R * 0.12, cy + R * 0.15, R * 0.86, [[0, light(q, 0.3)], [0.65, q], [0.93, dark(q, 0.24)], [1, dark(q, 0.1)]])) + (o.deco || '') + blur(ell(cx - R * 0.32, cy - R * 0.38, R * 0.26, R * 0.1, '#fffdf6', { opacity: 0.75, transform: `rotate(-40 ${f1(cx - R * 0.32)} ${f1(cy - R * 0.38)})` }), R * 0.035) + line(`M${f1(cx + R * 0.72 * Math.cos(0.3))} ${f1(cy + R * 0.72 * Math.sin(0.3))}A${f1(R * 0.72)} ${f1(R * 0.72)} 0 0 1 ${f1(cx + R * 0.72 * Math.cos(1.3))} ${f1(cy + R * 0.72 * Math.sin(1.3))}`, '#fffdf6', 2.5, { opacity: 0.4 }) : o.deco || '');
}
export function plateTop(cx, cy, R, c, o = {}) { return castFlat(E(cx, cy, R), o.h ?? 14, { a: 0.34 }) + solid(E(cx, cy, R), c, { s: R * 0.05, dark: 0.28, light: 0.5 }) + (o.line ? circle(cx, cy, R * 0.95, 'none', { stroke: o.line, 'stroke-width': o.lw ?? 5 }) : '') + circle(cx, cy, R * 0.74, rad(cx - R * 0.2, cy - R * 0.24, R, [[0, light(c, 0.4)], [0.75, light(c, 0.08)], [1, dark(c, 0.12)]])) + blur(circle(cx + 3, cy + 4, R * 0.75, 'none', { stroke: '#fffdf6', 'stroke-width': 6, opacity: 0.6 }), 2) + blur(circle(cx - 3, cy - 4, R * 0.75, 'none', { stroke: SH, 'stroke-width': 6, opacity: 0.22 }), 3); }
export function tray(x, y, w, h, c, o = {}) { // lacquer tray from above
  const d = rrect(x, y, w, h, o.r ?? 26), i = o.rim ?? 26, e = rrect(x + i, y + i, w - 2 * i, h - 2 * i, (o.r ?? 26) * 0.7);
  return castFlat(d, 22, { a: 0.36 }) + solid(d, dark(c, 0.1), { s: 9, dark: 0.4, light: 0.42 }) + solid(e, dark(c, 0.3), { s: 10, dark: 0 , light: 0 }) + clip(path(e, lin(x, y, x + w, y + h, [[0, light(c, 0.13)], [0.4, c], [1, dark(c, 0.24)]])) + blur(path(`M${x + w * 0.02} ${y + h * 0.62}L${x + w * 0.42} ${y}L${x + w * 0.56} ${y}L${x + w * 0.1} ${y + h}L${x} ${y + h}Z`, '#fffaf0', { opacity: 0.12 }), 26) + blur(line(e, '#1d0906', 18, { opacity: 0.5 }), 9), e);
}
export function teabag(x, y, s, a, o = {}) {
  const d = 'M-62 -70L-44 -92L44 -92L62 -70L62 84L-62 84Z', c = o.leaf || '#8c9a5a';
  return at((o.string === false ? '' : line(o.string || 'M0 -90C30 -150 -50 -190 10 -250', '#f6efe0', 3) + line(o.string || 'M0 -90C30 -150 -50 -190 10 -250', SH, 1, { opacity: 0.3 }) + at(castFlat('M-26 -34L26 -34L26 34L-26 34Z', 5, { a: 0.3 }) + path('M-26 -34L26 -34L26 34L-26 34Z', o.tag || C.leaf) + (o.mark || markLeaf(C.paper))(0, 0, 16), ...(o.tagAt || [14, -282]), o.tagRot ?? 12)) + castFlat(d, 9, { a: 0.3 }) + clip(path(d, '#f3ecd9') + clip(heapFlat(0, 14, 76, 330, (X, Y, t) => path(seedShape(rr(3, 8), rr(2, 4)), ramp([dark(c, 0.4), c, light(c, 0.3)], t), { transform: `translate(${f1(X)} ${f1(Y)}) rotate(${ri(0, 360)})` })), 'M-54 -44L54 -44L54 76L-54 76Z') + path(d, '#f7f1e2', { opacity: 0.5 }) + linen('#f3ecd9', -64, -94, 128, 180), d) + solid(d, 'none', { s: 6, dark: 0.2, light: 0.5 }) + line('M-62 -70L62 -70M-58 84L58 84', '#b9a67c', 2, { opacity: 0.5 }) + line(d, '#b9a67c', 1.5, { opacity: 0.6 }) + rect(-5, -92, 10, 15, '#b8b4aa'), x, y, a, s);
}
// bamboo tube (straw), lying, from above; open end at the right
export function strawTube(x, y, l, w, a, o = {}) {
  const c = o.c || pick(['#d3b878', '#c5ab68', '#dcc48c', '#b8a765']), d = `M0 ${f1(-w)}L${f1(l)} ${f1(-w)}L${f1(l)} ${f1(w)}L0 ${f1(w)}Q${f1(-w * 0.5)} 0 0 ${f1(-w)}Z`;
  return at((o.shadow === false ? '' : castFlat(d, o.h ?? 8, { a: 0.34 })) + path(d, lin(0, -w, 0, w, [[0, dark(c, 0.2)], [0.25, light(c, 0.5)], [0.5, c], [1, dark(c, 0.48)]])) + range(3, () => { const yy = rr(-w, w) * 0.8; return line(`M${f1(l * rr(0, 0.4))} ${f1(yy)}L${f1(l * rr(0.5, 1))} ${f1(yy)}`, dark(c, 0.3), 1, { opacity: 0.3 }); }).join('') + (o.node ? rect(l * o.node - 3, -w - 1, 6, 2 * w + 2, dark(c, 0.32), { opacity: 0.7 }) + rect(l * o.node + 3, -w - 1, 3, 2 * w + 2, light(c, 0.5), { opacity: 0.7 }) : '') + ell(l, 0, w * 0.5, w, light(c, 0.5)) + ell(l + 0.5, 0, w * 0.33, w * 0.68, '#4a3516'), x, y, a);
}
export function bambooSprig(x, y, s, a, o = {}) { const c = o.c || C.leafMid; return at(stem([[0, 0], [120, -14], [260, -4]], 4, '#8b9a55') + [[60, -40, 140], [90, 34, 150], [150, -30, 150], [190, 28, 140], [250, -14, 150], [252, 18, 130]].map(([u, q, l]) => leaf(u, -8, l, 15, q, { c: mix(c, C.leafLight, rnd() * 0.5), h: 6, veins: 0, shadow: o.shadow })).join(''), x, y, a, s); }
// rice panicle, stem from (0,0) upwards and drooping to dir
export function riceEar(x, y, h, dir = 1, o = {}) {
  const c = o.c || '#d3a548', p = [[0, 0], [dir * h * 0.03, -h * 0.5], [dir * h * 0.13, -h * 0.86], [dir * h * 0.3, -h * 0.98], [dir * h * 0.44, -h * 0.82]], q = along(p, 60);
  return at(line(smooth(p), dark(c, 0.2), 3.4) + q.filter((_, i) => i > 34).map((m, i) => [-1, 1].map(z => { const an = m.a + z * 26, cc = mix(c, pick(['#e6c87a', '#b8862c', '#d9b45c']), rnd()), L = o.l ?? 13; return at(path(seedShape(L, L * 0.42), dark(cc, 0.4), { transform: 'translate(1.5 2)' }) + path(seedShape(L, L * 0.42), cc) + line(`M${-L * 0.7} ${-L * 0.1}L${L * 0.6} ${-L * 0.1}`, light(cc, 0.6), 1.6, { opacity: 0.7 }) + (o.awn ? line(`M${L} 0L${L * 1.9} ${z * 2}`, dark(cc, 0.1), 1, { opacity: 0.7 }) : ''), m.x + m.nx * z * 7 + rr(-2, 2), m.y + m.ny * z * 7 + rr(-2, 2), an); }).join('')).join(''), x, y, o.rot || 0);
}
// pearl
export const pearl = (x, y, r, o = {}) => (o.shadow === false ? '' : blur(ell(x + r * 0.42, y + r * 0.5, r * 0.95, r * 0.9, SH, { opacity: 0.4 }), r * 0.28)) + circle(x, y, r, rad(x - r * 0.3, y - r * 0.34, r * 1.5, [[0, '#fffefa'], [0.24, '#faf3ea'], [0.5, o.c || '#e9dccf'], [0.72, '#c9b5ad'], [0.86, '#b9a79f'], [1, '#e0d0c4']])) + blur(ell(x + r * 0.34, y + r * 0.42, r * 0.42, r * 0.3, o.o || '#e8c6c6', { opacity: 0.65 }), r * 0.16) + blur(ell(x - r * 0.1, y + r * 0.62, r * 0.4, r * 0.16, '#d3e2d6', { opacity: 0.7 }), r * 0.12) + ell(x - r * 0.34, y - r * 0.4, r * 0.2, r * 0.15, '#ffffff', { opacity: 0.95 });
// egg from above
export function egg(x, y, r, a, o = {}) { const c = o.c || '#cfdcd2', d = `M0 ${f1(-r * 1.3)}C${f1(r * 0.62)} ${f1(-r * 1.3)} ${f1(r)} ${f1(-r * 0.3)} ${f1(r)} ${f1(r * 0.18)}C${f1(r)} ${f1(r * 0.75)} ${f1(r * 0.56)} ${f1(r * 1.06)} 0 ${f1(r * 1.06)}C${f1(-r * 0.56)} ${f1(r * 1.06)} ${f1(-r)} ${f1(r * 0.75)} ${f1(-r)} ${f1(r * 0.18)}C${f1(-r)} ${f1(-r * 0.3)} ${f1(-r * 0.62)} ${f1(-r * 1.3)} 0 ${f1(-r * 1.3)}Z`, q = rot(-r * 0.34, -r * 0.5, -a); const L = rot(-0.5, -0.62, -a), D = rot(0.4, 0.5, -a); return at((o.shadow === false ? '' : blur(path(d, SH, { transform: `translate(${f1(D[0] * r * 0.42)} ${f1(D[1] * r * 0.42)})`, opacity: 0.42 }), r * 0.14)) + path(d, rad(L[0] * r * 0.5, L[1] * r * 0.6, r * 1.75, [[0, light(c, 0.85)], [0.35, light(c, 0.3)], [0.65, c], [0.9, dark(c, 0.36)], [1, dark(c, 0.26)]])) + clip(range(46, () => circle(rr(-r, r), rr(-r * 1.3, r), rr(0.6, 1.8), dark(c, 0.4), { opacity: 0.16 })).join('') + blur(ell(L[0] * r * 0.6, L[1] * r * 0.7, r * 0.24, r * 0.16, '#fffffb', { opacity: 0.7 }), r * 0.08), d), x, y, a); }
// clump of straw: many loose stalks in a ring or disc
export const strawNest = (cx, cy, R0, R1, n, cs = ['#b58c45', '#d1ab62', '#e5c888', '#9a7434']) => range(n, () => { const a = rr(0, TAU), q = rr(R0, R1), t = a + Math.PI / 2 + rr(-0.5, 0.5), l = rr(50, 150), x = cx + Math.cos(a) * q, y = cy + Math.sin(a) * q, bx = Math.cos(a) * rr(-24, 24), by = Math.sin(a) * rr(-24, 24), c = pick(cs), d = `M${f1(x - Math.cos(t) * l / 2)} ${f1(y - Math.sin(t) * l / 2)}Q${f1(x + bx)} ${f1(y + by)} ${f1(x + Math.cos(t) * l / 2)} ${f1(y + Math.sin(t) * l / 2)}`; return line(d, SH, 4, { opacity: 0.22, transform: 'translate(3 4)' }) + line(d, c, f1(rr(2, 4.4))) + line(d, light(c, 0.5), 1, { opacity: 0.6 }); }).join('');
// surface pattern of woven strips on a body of revolution
export function basketOver(v, rows, cols, cs) { let s = path(v.d, dark(cs[0], 0.55)); for (let j = 0; j < rows; j++) for (let i = 0; i < cols; i++) { const h0 = v.ht * j / rows, h1 = v.ht * (j + 1) / rows, a0 = Math.PI * (1 - i / cols), a1 = Math.PI * (1 - (i + 1) / cols), c = mix(pick(cs), pick(cs), rnd()), da = (a0 - a1), dh = h1 - h0, hz = (i + j) % 2; const z = hz ? [[a0 + da * 0.1, h0 + dh * 0.14], [a1 - da * 0.1, h0 + dh * 0.14], [a1 - da * 0.1, h1 - dh * 0.1], [a0 + da * 0.1, h1 - dh * 0.1]] : [[a0 - da * 0.2, h0 - dh * 0.1], [a1 + da * 0.2, h0 - dh * 0.1], [a1 + da * 0.2, h1 + dh * 0.1], [a0 - da * 0.2, h1 + dh * 0.1]]; s += path(poly(z.map(q => v.pt(Math.max(0, Math.min(Math.PI, q[0])), Math.max(0, Math.min(v.ht, q[1]))))), hz ? c : dark(c, 0.14)) + (hz ? path(poly([z[3], z[2], [z[2][0], z[2][1] - dh * 0.22], [z[3][0], z[3][1] - dh * 0.22]].map(q => v.pt(Math.max(0, Math.min(Math.PI, q[0])), Math.max(0, Math.min(v.ht, q[1]))))), light(c, 0.5), { opacity: 0.6 }) : ''); } return s; }
// coarse cloth on a body of revolution
export const clothOver = (v, c, n = 40) => range(n, (i, t) => line(poly(v.arc(v.ht * t, v.r(v.ht * t), 0, Math.PI), false), i % 2 ? dark(c, 0.3) : light(c, 0.35), 1.6, { opacity: 0.4 })).join('') + range(n, (i, t) => { const a = Math.PI * t; return line(poly(range(12, (j, u) => v.pt(a, v.ht * u)), false), i % 2 ? dark(c, 0.3) : light(c, 0.35), 1.6, { opacity: 0.4 }); }).join('');
// glaze lines around a pot
export const ring = (v, h, w, c, o = {}) => path(v.zone(h - w / 2, h + w / 2), c, o);
// steam
export const steam = (x, y, h, a = 0.5) => blur([-1, 1, 0].map((q, i) => line(`M${x + q * 26} ${y}c${-34 - i * 8} ${-h * 0.3} ${40 + i * 6} ${-h * 0.55} ${q * 14} ${-h}`, '#fffdf6', 15 - i * 3, { opacity: a })).join(''), 11);
// hills for distances
export const ridge = (y, amp, c, o = {}) => { const n = o.n ?? 26, p = range(n, (i, t) => [t * (W + 80) - 40, y - Math.abs(Math.sin(i * (o.f ?? 1.3) + (o.ph ?? 0))) ** (o.pw ?? 1) * amp - rr(0, amp * 0.25)]); return path(smooth(p) + `L${W + 40} ${H + 40}L-40 ${H + 40}Z`, c, { opacity: o.a ?? 1 }); };
export const zoom = (s, k, cx = W / 2, cy = H * 0.7, dx = 0, dy = 0) => g(s, { transform: `translate(${f1(cx + dx)} ${f1(cy + dy)}) scale(${k}) translate(${-cx} ${-cy})` });
// profile of a round belly between two heights
export const belly = (R, h0, h1, u0 = -0.8, u1 = 0.8, n = 13) => range(n, (i, t) => { const u = u0 + (u1 - u0) * t; return [h0 + (h1 - h0) * t, R * Math.sqrt(1 - u * u)]; });

// ================================================================ places
export function treeLine(x0, x1, y, h, cs) { return range(Math.round((x1 - x0) / 26), i => { const x = x0 + i * 26, q = rr(0.5, 1) * h; return [x, y - q * 0.4, q * 0.55, pick(cs)]; }).map(p => solid(blob(p[0], p[1], p[2] * 1.1, p[2], 0.12, 11), p[3], { s: p[2] * 0.3, dark: 0.36, light: 0.3 })).join(''); }
// Tày stilt house, seen from the long side; origin at the middle of the ground line
export function stiltHouse(x, y, o = {}) {
  const roof = 'M-300 -210C-285 -240 -214 -330 -168 -384L168 -384C214 -330 285 -240 300 -210L286 -200L-286 -200Z', skirt = 'M-286 -206L286 -206L322 -158L-322 -158Z', w = C.wood, wd = C.woodDark;
  const post = (px, h) => solid(`M${px - 7} ${-h}L${px + 7} ${-h}L${px + 8} 0L${px - 8} 0Z`, wd, { s: 4 });
  const thatch = (d, c, n) => clip(path(d, c) + range(n, () => { const px = rr(-330, 330), py = rr(-392, -160), k = (px / 330) * 26; return line(`M${f1(px)} ${f1(py)}l${f1(k * 0.6)} ${f1(rr(22, 46))}`, pick([dark(c, 0.35), light(c, 0.3), dark(c, 0.2), light(c, 0.15)]), f1(rr(1.4, 4)), { opacity: f1(rr(0.25, 0.7)) }); }).join('') + path(d, lin(-320, 0, 320, 0, [[0, '#fffaf0', 0.24], [0.5, SH, 0], [1, SH, 0.34]])), d);
  let s = blur(ell(40, 8, 340, 26, SH, { opacity: 0.45 }), 14);
  s += rect(-240, -84, 480, 84, lin(0, -84, 0, 0, [[0, '#2d2119', 0.55], [0.75, '#2d2119', 0.12], [1, '#2d2119', 0]]));
  s += range(4, i => post(-236 + i * 157, 86)).join('') + rect(-270, -94, 540, 13, wd) + rect(-270, -94, 540, 4, light(wd, 0.3));
  s += rect(-252, -166, 504, 74, w) + range(32, i => rect(-252 + i * 16, -166, 2, 74, dark(w, 0.5), { opacity: 0.6 })).join('') + rect(-252, -166, 504, 22, SH, { opacity: 0.5 });
  s += [-196, -96, 96, 196].map(q => rect(q - 24, -148, 48, 46, '#2b1c12') + rect(q - 24, -148, 48, 46, '#e2a24a', { opacity: 0.34 }) + range(4, i => rect(q - 19 + i * 12, -148, 3, 46, dark(w, 0.3))).join('') + rect(q - 28, -104, 56, 6, light(w, 0.2))).join('') + rect(-30, -156, 60, 66, '#2b1c12') + rect(-30, -156, 60, 66, '#e8b25c', { opacity: 0.42 });
  s += rect(-286, -112, 572, 6, light(w, 0.15)) + range(37, i => rect(-284 + i * 15.6, -112, 4, 24, i % 6 ? w : wd)).join('');
  s += thatch(skirt, '#86693f', 260) + thatch(roof, '#9a7b4c', 620) + path('M-286 -206L286 -206L288 -196L-288 -196Z', SH, { opacity: 0.35 }) + solid('M-178 -392L178 -392L172 -374L-172 -374Z', '#6f5331', { s: 4 }) + range(9, i => line(`M${-160 + i * 40} -398l${i < 4 ? -8 : 8} 26`, '#59411f', 6)).join('') + line('M-286 -199L-322 -159M286 -199L322 -159', '#59411f', 4, { opacity: 0.5 });
  s += range(6, i => rect(28 + i * 9, -84 + i * 14.6, 66 - i * 0, 6, light(w, 0.1))).join('') + line('M30 -92L84 0M94 -92L148 0', wd, 6);
  return at(s, x, y);
}
export function bananaPlant(x, y, k, o = {}) { return at(stem([[0, 0], [-4, -90], [2, -170]], t => 20 - t * 7, '#8a9a5c') + [[-150, 190, -12], [-120, 240, -60], [-84, 250, -95], [-50, 230, -30], [-24, 190, 4], [-172, 150, 8]].map((q, i) => { const bend = i % 2 ? 0.16 : -0.16; return leaf(0, -160, q[1], 38, [-150, -118, -84, -52, -22, 172][i], { c: pick(['#4f7f4c', '#5f8f55', '#3f6d46']), bend: (i < 3 || i > 4) ? -0.3 : 0.3, shadow: false, veins: 14 }); }).join(''), x, y, 0, k); }
export function palmTree(x, y, k, o = {}) { return at(line('M0 0Q8 -120 0 -250', '#7c6242', 17) + range(18, i => line(`M-8 ${-i * 14}l16 -4`, '#4f3b24', 2, { opacity: 0.5 })).join('') + range(11, i => { const a = -200 + i * 22; return at(stem([[0, 0], [60, -6]], 3, '#6f7d45') + range(13, j => path(leafPath(128 + (j % 2) * 10, 7), mix(o.c || '#4f7a4c', pick(['#2e5a3b', '#86a56d']), rnd() * 0.6), { transform: `translate(${j % 2 ? 26 : 14} -3) rotate(${(j - 6) * 13})` })).join(''), 0, -248, a); }).join(''), x, y, 0, k); }
export function dugout(x, y, k) { return at(blur(path('M-280 10Q0 70 280 6L250 60Q0 96 -250 60Z', '#31473f', { opacity: 0.5 }), 10) + solid('M-300 -38C-220 -14 220 -14 320 -52C296 16 220 44 120 46L-150 46C-230 40 -280 10 -300 -38Z', '#7a5434', { s: 16, dark: 0.5, under: range(7, i => line(`M-290 ${-26 + i * 11}Q0 ${2 + i * 11} 310 ${-36 + i * 11}`, '#4f331d', 2, { opacity: 0.4 })).join('') }) + path('M-290 -36C-210 -8 210 -8 306 -48C220 -30 -190 -28 -290 -36Z', '#3f2917') + rect(-60, -34, 26, 30, '#93693f') + rect(90, -36, 26, 30, '#93693f') + line('M40 -20L190 -150', '#a07c4c', 8) + path('M16 -6L44 -30L58 -18L34 14Z', '#8b683d') + range(6, i => line(`M${-320 + rr(-40, 40)} ${60 + i * 7}l${rr(200, 420)} 0`, '#eef0e6', 2.4, { opacity: 0.4 })).join(''), x, y, 0, k); }
// tea, more
export const downyBud = (x, y, t) => { const l = rr(26, 40), c = ramp(['#7f8664', '#a9ad88', '#cfd0b4', '#e9e8d6'], t * 0.9 + 0.05), d = `M${f1(-l)} ${f1(l * 0.3)}C${f1(-l * 0.5)} ${f1(-l * 0.34)} ${f1(l * 0.4)} ${f1(-l * 0.36)} ${f1(l)} ${f1(l * 0.16)}C${f1(l * 0.4)} ${f1(l * 0.02)} ${f1(-l * 0.4)} ${f1(l * 0.16)} ${f1(-l)} ${f1(l * 0.3)}Z`; return at(path(d, SH, { opacity: 0.32, transform: 'translate(3 5)' }) + path(d, rnd() < 0.3 ? dark('#5d6a45', rnd() * 0.3) : c) + line(`M${f1(-l * 0.8)} ${f1(l * 0.04)}Q0 ${f1(-l * 0.2)} ${f1(l * 0.85)} ${f1(-l * 0.1)}`, '#fffef4', 2, { opacity: 0.7 }) + line(`M${f1(-l * 0.7)} ${f1(l * 0.12)}Q0 ${f1(l * 0.1)} ${f1(l * 0.6)} 0`, '#5b6345', 1.2, { opacity: 0.5 }), x, y, rr(0, 360)); };
export function teaSprig(x, y, k, a = 0) { return at(stem([[0, 0], [70, -40], [150, -60]], 5, '#7d8f4f') + leaf(30, -16, 170, 40, 20, { c: '#3f6b48', gloss: 1 }) + leaf(70, -40, 170, 38, -86, { c: '#4f7d4e', gloss: 1 }) + leaf(120, -54, 150, 32, 12, { c: '#5f8f55', gloss: 1 }) + leaf(146, -60, 120, 22, -70, { c: '#8fae6a' }) + leaf(148, -60, 130, 15, -28, { c: '#c3cd9a', veins: 0 }), x, y, a, k); }
// ---- shelves of one maker or another
export const sauceBottle = (x, fy, k, o = {}) => { // tall square-shouldered bottle with sauce
  const c = o.c || '#8e3f12', v = rev(x, fy, [[0, 86], [10, 92], [40, 96], [330, 96], [376, 90], [420, 58], [452, 38], [560, 34], [572, 38], [584, 38]].map(p => [p[0] * k, p[1] * k]));
  return glass(v, { inside: c, fillTo: 500 * k, glow: o.glow || '#d9853a', body: 0.4, label: q => label(q, 70 * k, 286 * k, { a: o.a || C.lacquer, mark: (o.mark || markFish)(o.a || C.lacquer), n: 7 }) }) + pot(rev(x, fy - 560 * k, [[0, 42], [4, 44], [88, 43], [96, 36]].map(p => [p[0] * k, p[1] * k])), o.cap || C.lacquer, { noShadow: true });
};
// wooden fermenting vat with bamboo hoops
export function vat(x, fy, R, ht, o = {}) {
  const v = rev(x, fy, [[0, R * 0.98], [ht * 0.5, R], [ht, R * 0.92]]), c = o.c || '#9a7048';
  return pot(v, c, { gloss: 0.1, over: range(19, i => { const a = Math.PI * i / 18, a2 = Math.PI * (i + 1) / 18; return path(v.zone(0, ht, a2, a), [c, dark(c, 0.12), light(c, 0.12), dark(c, 0.06)][i % 4]) + line(poly(range(8, (j, t) => v.pt(a, ht * t)), false), dark(c, 0.55), 3, { opacity: 0.6 }); }).join('') + [0.16, 0.5, 0.84].map(t => path(v.zone(ht * t - 11, ht * t + 11), '#cfae70') + path(v.zone(ht * t - 11, ht * t - 5), '#7d5b2b', { opacity: 0.5 }) + path(v.zone(ht * t + 4, ht * t + 8), '#ead7a8', { opacity: 0.7 })).join('') }) + ell(x, v.top, v.rt, v.rt * K, light(c, 0.25)) + ell(x, v.top + 2, v.rt - 16, v.rt * K - 8, lin(x - v.rt, 0, x + v.rt, 0, [[0, '#2a1a10'], [1, '#5d3f27']])) + (o.contents ? o.contents(v) : '');
}
// clay jar with a conical lid
export function chum(x, fy, R, ht, o = {}) {
  const c = o.c || '#8a5236', v = rev(x, fy, [[0, R * 0.62], [ht * 0.04, R * 0.66], [ht * 0.3, R * 0.9], [ht * 0.62, R], [ht * 0.84, R * 0.86], [ht * 0.95, R * 0.7], [ht, R * 0.72]]);
  let s = pot(v, c, { gloss: 0.3, over: path(v.zone(ht * 0.62, ht), dark(c, 0.35), { opacity: 0.5 }) + [0.64, 0.67, 0.86].map(t => ring(v, ht * t, 4, dark(c, 0.5), { opacity: 0.6 })).join('') + blur(range(7, () => path(`M${f1(x + rr(-R, R))} ${f1(fy - ht * rr(0.5, 0.8))}q6 60 -2 ${f1(rr(60, 160))}l14 0q6 -80 8 -${f1(rr(60, 120))}Z`, dark(c, 0.5), { opacity: 0.35 })).join(''), 5) });
  const lid = rev(x, v.top + R * 0.05, [[0, R * 0.98], [R * 0.05, R * 0.94], [R * 0.5, R * 0.14], [R * 0.56, R * 0.05]]);
  return s + (o.open ? mouth(v, '#2a160c', { rim: light(c, 0.25) }) : pot(lid, o.lid || '#d3b67e', { noShadow: true, gloss: 0.15, over: range(26, i => { const a = Math.PI * i / 25; return line(poly([lid.pt(a, 0), lid.pt(a, R * 0.55)], false), '#94743a', 2, { opacity: 0.5 }); }).join('') + range(8, i => ring(lid, R * 0.06 * (i + 0.6), 2.5, '#8a6a34', { opacity: 0.55 })).join('') }));
}
// round rice cracker, from above; ky flattens, sesame and blisters
export function cracker(x, y, R, o = {}) {
  const c = o.c || '#dcb878', d = blob(0, 0, R, R, 0.009, 22), sd = o.seeds ?? 260, sc = o.black ? ['#2a211b', '#4a3c31', '#3a2e25'] : ['#f8eed8', '#efdcb4', '#e2c890'];
  return lay(castFlat(d, o.h ?? 10, { a: 0.36 }) + solid(d, c, { s: R * 0.04, dark: 0.36, light: 0.36, under: blur(range(16, () => circle(rr(-R, R), rr(-R, R), rr(R * 0.08, R * 0.26), pick(['#b07c3a', '#efd8a6', '#c08d4c', '#f4e4bc']), { opacity: 0.24 })).join(''), R * 0.04) + range(o.blisters ?? 90, () => { const q = Math.sqrt(rnd()) * R * 0.96, a = rnd() * TAU, r = rr(R * 0.012, R * 0.05), X = Math.cos(a) * q, Y = Math.sin(a) * q; return ell(X + r * 0.3, Y + r * 0.35, r, r * 0.85, dark(c, 0.4), { opacity: 0.35 }) + ell(X, Y, r, r * 0.85, light(c, rr(0.1, 0.45)), { opacity: 0.75 }) + ell(X - r * 0.25, Y - r * 0.3, r * 0.4, r * 0.28, '#fffaf0', { opacity: 0.6 }); }).join('') + range(sd, () => { const q = Math.sqrt(rnd()) * R * 0.97, a = rnd() * TAU; return sesame(sc, o.sl ?? 6)(Math.cos(a) * q, Math.sin(a) * q, rnd()); }).join('') + path(d, 'none', { stroke: '#a8702f', 'stroke-width': R * 0.03, opacity: 0.35 }) }), x, y, o.rot ?? rr(0, 360), o.ky ?? 1);
}
// brittle of molasses and peanuts, round or any outline
export function brittle(d, o = {}) { const b = bbox(d), c = o.c || '#8a4a1c'; return castFlat(d, o.h ?? 8, { a: 0.36 }) + clip(solid(d, c, { s: 12, dark: 0.45, light: 0.3 }) + range(Math.round(b[2] * b[3] / (o.per ?? 760)), () => peanut(['#a8682c', '#cf9650', '#e9c384'], rr(13, 19))(rr(b[0], b[0] + b[2]), rr(b[1], b[1] + b[3]), rnd())).join('') + path(d, '#8a4411', { opacity: 0.2 }) + blur(range(16, () => ell(rr(b[0], b[0] + b[2]), rr(b[1], b[1] + b[3]), rr(10, 34), rr(4, 9), '#ffe6b8', { opacity: 0.5 })).join(''), 4), d); }
// honeycomb cells
export function comb(x, y, w, h, r, o = {}) { let s = ''; const dx = r * 1.732, dy = r * 1.5; for (let j = 0; j * dy < h + r; j++) for (let i = 0; i * dx < w + r; i++) { const X = x + i * dx + (j % 2 ? dx / 2 : 0), Y = y + j * dy, q = range(6, k => { const a = (k * 60 + 30) * Math.PI / 180; return [X + Math.cos(a) * r * 0.9, Y + Math.sin(a) * r * 0.9]; }), f = rnd(); s += path(poly(q), f < 0.72 ? pick(['#d98a1c', '#c97a14', '#e29a2c', '#b86a10']) : '#8a5210') + path(poly(q.map(p => [X + (p[0] - X) * 0.7 + r * 0.08, Y + (p[1] - Y) * 0.7 + r * 0.1])), f < 0.72 ? '#efb548' : '#6d3f0c', { opacity: 0.7 }) + (f < 0.72 ? ell(X - r * 0.28, Y - r * 0.3, r * 0.22, r * 0.13, '#fff3cf', { opacity: 0.9 }) : ''); } return s; }
// antler in velvet
export function antler(x, y, k, a, o = {}) {
  const c = o.c || '#a8704c', end = t => t > 0.86 ? Math.sqrt(Math.max(0, 1 - ((t - 0.86) / 0.14) ** 2)) : 1;
  const P = [[[[0, 0], [4, -90], [34, -200], [60, -310], [62, -430]], t => (50 - 10 * t + 12 * Math.exp(-(((t - 0.9) / 0.12) ** 2)) + 10 * Math.exp(-((t / 0.1) ** 2))) * end(t)], [[[0, -60], [-70, -110], [-112, -180], [-118, -250]], t => (34 - 4 * t) * end(t)], [[[44, -260], [120, -300], [156, -370], [160, -420]], t => (36 - 2 * t) * end(t)]];
  const ds = P.map(([p, w]) => ribbon(p, w, 220)), box = [-260, -600, 560, 720];
  const hair = (n, len, op) => range(n, () => { const [p, w] = P[pick([0, 0, 0, 1, 2])], m = pick(along(p, 70)), u = rr(-1, 1) ** 3 > 0 ? rr(0.1, 1) : rr(-1, 0.1), q = u * w(m.t), cc = u > 0 ? mix(c, '#5d2f1c', rr(0, 0.5)) : mix(c, '#f0d8b2', rr(0.1, 0.7)); return line(`M${f1(m.x + m.nx * q)} ${f1(m.y + m.ny * q)}l${f1(m.nx * u * len + rr(-2, 2))} ${f1(m.ny * u * len - rr(2, len * 0.8))}`, Math.abs(u) > 0.85 ? mix(c, '#e9cfa8', rr(0.2, 0.8)) : cc, 1.2, { opacity: f1(op * rr(0.5, 1)) }); }).join('');
  return at(blur(ds.map(d => path(d, SH, { transform: 'LT[15,20]' })).join(''), 11, { opacity: 0.42, box: null }) + blur(ds.map(d => path(d, '#d9b48a')).join(''), 4, { opacity: 0.75, box: null }) + [1, 2, 0].map(i => solid(ds[i], c, { s: [17, 12, 12][i], dark: 0.55, light: 0.5, k: 1.3 })).join('') + blur(ell(-16, -76, 26, 36, c, { opacity: 0.85 }) + ell(60, -268, 28, 34, c, { opacity: 0.85 }), 8, { box }) + blur(range(26, () => { const m = pick(along(P[0][0], 40)); return ell(m.x + rr(-30, 30), m.y, rr(8, 20), rr(10, 30), pick(['#8a4f34', '#c99468']), { opacity: 0.25 }); }).join(''), 6, { box }) + hair(3000, 5, 0.4) +
    blur(line('M-24 -20Q-22 -110 8 -210T34 -420', '#f3dcb8', 10, { opacity: 0.55 }), 6, { box }) + solid(blob(0, 2, 66, 24, 0.08, 22), '#8a5a40', { s: 7, dark: 0.5, under: range(26, () => circle(rr(-64, 64), rr(-20, 24), rr(3, 7), pick(['#6d4028', '#b58260']), { opacity: 0.6 })).join('') }) + ell(0, 8, 46, 15, '#6d2a24') + ell(0, 8, 40, 12, '#b0605a') + ell(-3, 7, 26, 7, '#dba594', { opacity: 0.9 }), x, y, a, k);
}
export const antlerSlice = (x, y, r, o = {}) => { const d = blob(0, 0, r, r * 0.92, 0.05), m = blob(0, 0, r * 0.88, r * 0.8, 0.05); return lay(castFlat(d, 4, { a: 0.36 }) + path(d, '#6d4430') + solid(m, '#e6c7a6', { s: r * 0.08, dark: 0.2, light: 0.4, under: path(m, rad(0, 0, r * 0.9, [[0, '#f5e6cf'], [0.45, '#edd0b0'], [0.75, '#d99a7c'], [1, '#a85a44']])) + range(80, () => { const q = Math.sqrt(rnd()) * r * 0.78, a = rnd() * TAU; return circle(Math.cos(a) * q, Math.sin(a) * q, rr(0.6, 2), pick(['#a8604a', '#c98a6a', '#fff6e6']), { opacity: 0.55 }); }).join('') }), x, y, rr(0, 360), o.ky ?? 1); };
export const chilliRing = (x, y, r) => ell(x + 2, y + 3, r, r * 0.72, SH, { opacity: 0.3 }) + ell(x, y, r, r * 0.72, '#a8261a') + ell(x, y, r * 0.68, r * 0.48, '#e8a58a') + range(4, i => ell(x + Math.cos(i * 1.6) * r * 0.36, y + Math.sin(i * 1.6) * r * 0.24, r * 0.14, r * 0.1, '#f7e7c0')).join('');
// shallow dish standing on the table
export function dish(x, fy, R, c, o = {}) { const v = rev(x, fy, [[0, R * 0.55], [R * 0.03, R * 0.57], [R * 0.12, R * 0.92], [R * 0.16, R]]), ry = R * K; return pot(v, c, { gloss: 0.2 }) + ell(x, v.top, R, ry, light(c, 0.5)) + ell(x, v.top, R * 0.975, ry * 0.965, lin(x - R, 0, x + R, 0, [[0, dark(c, 0.3)], [0.4, c], [1, light(c, 0.2)]])) + (o.line ? ell(x, v.top, R * 0.93, ry * 0.92, 'none', { stroke: o.line, 'stroke-width': 5 }) : '') + ell(x, v.top + R * 0.035, R * 0.7, ry * 0.66, rad(x - R * 0.2, v.top, R * 0.8, [[0, light(c, 0.5)], [0.8, light(c, 0.1)], [1, dark(c, 0.15)]])); }
// sedge
export function sedgeMat(w, h) {
  const nat = '#e0cb93', n = Math.round(h / 5);
  const zone = v => { const q = Math.abs(v - 0.5) * 2; return q > 0.94 ? C.lacquer : q > 0.9 ? nat : q > 0.86 ? C.leaf : q > 0.83 ? nat : q > 0.8 ? C.lacquer : null; };
  let s = castFlat(rrect(0, 0, w, h, 4), 14, { a: 0.34 }) + rect(0, 0, w, h, nat);
  // diamonds of coloured sedge, drawn line by line as on the loom
  const motif = (u, v) => { const a = Math.abs(((u / 150) % 1 + 1) % 1 - 0.5) * 2, b = Math.abs(v - 0.5) * 2; if (b > 0.6 && b < 0.76) { const d = Math.abs(b - 0.68) / 0.08; const e = a + d; return e < 0.34 ? C.lacquer : e < 0.62 ? nat : e < 0.92 ? C.leaf : null; } const c = Math.abs(((u / 300) % 1 + 1) % 1 - 0.5) * 2, e2 = c * 1.15 + b / 0.46; return e2 < 0.26 ? C.lacquer : e2 < 0.4 ? nat : e2 < 0.62 ? C.leaf : e2 < 0.72 ? nat : e2 < 1.02 ? C.lacquerLight : null; };
  for (let j = 0; j < n; j++) {
    const y = j * h / n, v = (j + 0.5) / n, z = zone(v); let x = 0;
    if (z) { s += rect(0, y, w, 5, mix(z, nat, rr(0.02, 0.1))); continue; }
    const step = 12.5; let run = null, x0 = 0;
    for (let i = 0; i <= w / step; i++) { const c = i * step >= w ? undefined : motif(i * step + (j % 2) * 6, v); if (c !== run) { if (run) s += rect(x0, y, i * step - x0, 5, mix(run, nat, rr(0.04, 0.12))); run = c; x0 = i * step; } }
    s += rect(0, y, w, 5, pick(['#cdb377', '#efe0b4', '#d8c088', '#b9a868']), { opacity: f1(rr(0.05, 0.5)) });
  }
  s += range(n, j => line(`M0 ${f1(j * h / n)}L${w} ${f1(j * h / n)}`, '#6d5426', 1.2, { opacity: 0.22 })).join('') + range(Math.round(w / 25), i => rect(i * 25, 0, 3, h, '#6d5426', { opacity: 0.16 }) + rect(i * 25 + 4, 0, 3, h, '#fff6dc', { opacity: 0.2 })).join('');
  return clip(s, `M-80 -80H${w + 80}V${h + 80}H-80Z`) + range(n, j => line(`M${w} ${f1(j * h / n + 2)}l${f1(rr(6, 16))} ${f1(rr(-3, 3))}`, nat, 2.6)).join('');
}
export function matRoll(len, r) { const d = rrect(0, -r, len, 2 * r, 10), nat = '#e0cb93'; return castFlat(d, 30, { a: 0.36 }) + clip(rect(0, -r, len, 2 * r, nat) + range(46, i => rect(0, -r + i * 2 * r / 46, len, 2 * r / 46, pick(['#d4bd82', '#e9d8a8', '#dcc68e', '#cdb578']))).join('') + [[0.02, 0.05, C.lacquer], [0.06, 0.075, C.leaf], [0.09, 0.105, C.lacquer], [0.95, 0.98, C.lacquer], [0.925, 0.94, C.leaf], [0.895, 0.91, C.lacquer]].map(q => rect(len * q[0], -r, len * (q[1] - q[0]), 2 * r, q[2], { opacity: 0.92 })).join('') + range(Math.round(len / 25), i => rect(i * 25, -r, 3, 2 * r, '#6d5426', { opacity: 0.16 })).join('') + rect(0, -r, len, 2 * r, lin(0, -r, 0, r, [[0, SH, 0.22], [0.22, '#fffaf0', 0.5], [0.5, SH, 0.02], [1, SH, 0.62]])), d) + at(ell(0, 0, r * 0.34, r, '#c9b078') + range(6, i => ell(0, 0, r * 0.34 * (1 - i * 0.16), r * (1 - i * 0.16), 'none', { stroke: i % 2 ? '#8a6f3a' : '#efe0b4', 'stroke-width': 5 })).join('') + ell(0, 0, r * 0.05, r * 0.14, '#4a3516'), len, 0) + [0.28, 0.72].map(t => solid(`M${len * t - 11} ${-r - 3}L${len * t + 11} ${-r - 3}L${len * t + 11} ${r + 3}L${len * t - 11} ${r + 3}Z`, C.lacquer, { s: 5, dark: 0.6 })).join(''); }
export function sedgeBundle(x, y, k, a) { const cs = ['#b9b56a', '#d6c988', '#a3a45c', '#e6d9a2', '#c8b872']; const out = 'M-330 -52L330 -60L330 60L-330 52Z'; const tuft = range(16, i => { const yy = -60 + i * 8; return line(`M300 ${yy * 0.8}Q380 ${yy} ${430 + rr(-20, 30)} ${yy * 1.8}`, pick(cs), 3.4) + range(4, j => ell(424 + rr(-34, 30), yy * 1.7 + rr(-12, 12), rr(8, 14), 4, pick(['#8a6a34', '#a3834a', '#6f5527']), { transform: `rotate(${ri(-30, 30)} 424 ${f1(yy * 1.7)})` })).join(''); }).join(''); return at(castFlat(out, 18, { a: 0.36 }) + tuft + range(130, () => { const yy = rr(-56, 56); const pinch = 0.8; return line(`M${f1(-330 + rr(-26, 12))} ${f1(yy)}Q-160 ${f1(yy * pinch)} 0 ${f1(yy * 0.9)}T${f1(320 + rr(-20, 60))} ${f1(yy)}`, pick(cs), f1(rr(3, 6.4))); }).join('') + path('M-330 -56L330 -60L330 60L-330 56Z', lin(0, -60, 0, 60, [[0, '#fffaf0', 0.25], [0.4, '#fffaf0', 0], [1, SH, 0.42]])) + [-170, 150].map(q => solid(`M${q - 15} -60Q${q} -66 ${q + 15} -60L${q + 15} 60Q${q} 66 ${q - 15} 60Z`, '#8a9a55', { s: 6, dark: 0.5 })).join(''), x, y, a, k); }
// sheaf of ripe rice lying, heads towards -x after turning
export function sheaf(x, y, k, a) {
  const cs = ['#c79a3a', '#dcb65c', '#b08634', '#e6c878'];
  const stalks = range(70, () => { const u = rr(-1, 1), v = u + rr(-0.2, 0.2); return line(`M${f1(240 + rr(-30, 40))} ${f1(u * 86)}Q60 ${f1(u * 30)} -60 ${f1(v * 44)}T${f1(-330 + rr(-20, 20))} ${f1(v * 150)}`, pick(cs), f1(rr(2.4, 4.6))); }).join('');
  const head = range(24, i => { const u = -1 + 2 * i / 23, px = -300 - 60 * (1 - Math.abs(u)) + rr(-40, 30), py = u * 150, an = 180 + u * -16 + rr(-10, 10); return at(range(15, j => [-1, 1].map(z => { const c = mix(pick(cs), '#f2dc9c', rr(0, 0.4)); return at(path(seedShape(13, 6), dark(c, 0.45), { transform: 'translate(1.5 2.5)' }) + path(seedShape(13, 6), c) + line('M-8 -1L8 -1', light(c, 0.6), 1.5, { opacity: 0.7 }), j * 9, z * 6 + j * j * 0.16 * Math.sign(u || 1), 16 * z + j * 1.4); }).join('')).join(''), px, py, an); }).join('');
  return at(blur(path('M250 -90Q40 -20 -60 -44L-480 -190L-480 190L-60 44Q40 20 250 90Z', SH, { transform: 'LT[16,22]' }), 16, { opacity: 0.28 }) + stalks + head + solid('M30 -32Q50 -40 74 -36L74 36Q50 42 30 34Z', C.lacquer, { s: 8, dark: 0.5, under: range(4, i => line(`M${34 + i * 11} -44Q${42 + i * 11} 0 ${34 + i * 11} 44`, C.lacquerDeep, 2.4, { opacity: 0.6 })).join('') }), x, y, a, k);
}
export const stickyMound = (x, y, r, cs) => { const d = blob(x, y, r, r * 0.8, 0.06); return castFlat(d, 16, { a: 0.36 }) + solid(d, cs[1], { s: r * 0.2, dark: 0.36 }) + heapFlat(x, y, r * 0.97, 620, (X, Y, t) => at(path(seedShape(12, 7.4), dark(cs[0], 0.2), { transform: 'translate(2 3)', opacity: 0.5 }) + path(seedShape(12, 7.4), ramp(cs, t)) + ell(-3, -2, 4, 2, '#ffffff', { opacity: 0.8 }), X, Y, rr(0, 180)), { ky: 0.8, edge: 0.03 }); };
// specks and flour on a bar (drawn in the plane of its face)
export const flecks = (w, h, n) => range(n, () => { const x = rr(0, w), y = rr(0, h), r = rr(2.5, 8); return path(blob(x, y, r * 1.3, r * 0.8, 0.3, 7), pick(['#f1e2c2', '#e9d2a4', '#8a5c30', '#fbf3df', '#d9b27c']), { opacity: 0.85 }); }).join('');
export const dusting = (w, h) => blur(range(24, () => ell(rr(0, w), rr(0, h), rr(14, 50), rr(6, 18), '#fffdf6', { opacity: 0.5 })).join(''), 5) + range(140, () => circle(rr(0, w), rr(0, h), rr(0.6, 2), '#fffdf6', { opacity: 0.8 })).join('');
// drying rack of split bamboo, upright
export const rack = (x, y, w, h) => { let s = blur(rect(x + 14, y + 20, w, h, SH, { opacity: 0.25 }), 14) + rect(x, y, w, h, '#a7834a'); const n = Math.round(w / 30); s += range(n, i => rect(x + i * 30 + 2, y, 25, h, lin(x + i * 30, 0, x + i * 30 + 28, 0, [[0, '#e6cf9a'], [0.5, pick(['#d3b478', '#c9a867', '#dcc086'])], [1, '#8f6e38']]))).join('') + [0.12, 0.5, 0.88].map(t => rect(x - 14, y + h * t - 13, w + 28, 26, lin(0, y + h * t - 13, 0, y + h * t + 13, [[0, '#e9d4a2'], [0.4, '#c9a563'], [1, '#7f5f2d']])) + range(Math.round(n / 2), i => line(`M${x + 14 + i * 60} ${y + h * t - 15}l8 30M${x + 24 + i * 60} ${y + h * t - 15}l-8 30`, '#6b4f26', 3, { opacity: 0.6 })).join('')).join(''); return s; };
export function dipper(x, y, k, a) { return at(castFlat('M0 -12L360 -8L360 8L0 12Z', 8, { a: 0.2 }) + solid('M20 -11L400 -8Q412 0 400 8L20 11Z', C.wood, { s: 5, dark: 0.45 }) + range(6, i => { const w = [34, 48, 56, 56, 48, 34][i]; return solid(`M${-96 + i * 22} ${-w}Q${-86 + i * 22} ${-w - 6} ${-80 + i * 22} ${-w}L${-80 + i * 22} ${w}Q${-86 + i * 22} ${w + 6} ${-96 + i * 22} ${w}Z`, C.wood, { s: 6, dark: 0.5, light: 0.5 }); }).join('') + path('M-104 -30Q-60 -70 20 -40Q30 0 10 44Q-50 70 -100 34Z', '#d98a1a', { opacity: 0.62 }) + blur(path('M-84 -30Q-40 -52 0 -32L-4 -22Q-40 -38 -80 -18Z', '#fff0c4', { opacity: 0.8 }), 3), x, y, a, k); }
export function combBlock(x, y, w, h) { const d = smooth([[x - w, y + 10], [x - w * 0.8, y - h * 0.5], [x - w * 0.3, y - h * 0.72], [x + w * 0.4, y - h * 0.62], [x + w * 0.9, y - h * 0.3], [x + w, y + h * 0.14], [x + w * 0.5, y + h * 0.5], [x - w * 0.3, y + h * 0.54], [x - w * 0.86, y + h * 0.36]], true), low = d; return blur(path(d, '#b0640c', { transform: 'translate(10 34)', opacity: 0.55 }), 14) + at(solid(d, '#b5760f', { s: 10, dark: 0.5 }), 0, 26) + clip(rect(x - w - 20, y - h, 2 * w + 40, 2 * h, '#c27c12') + comb(x - w - 10, y - h, 2 * w + 40, 2 * h, 27) + path(d, lin(x - w, y - h, x + w, y + h, [[0, '#fff3cf', 0.4], [0.5, '#fff3cf', 0], [1, '#5d2f06', 0.4]])), d) + line(d, '#f0c25c', 4, { opacity: 0.6 }); }

// ================================================================ particular things
// freeze-dried camellia: closed, creased, purple-tinged sepals
export function dryCamellia(x, y, r) { const c = pick(['#dba93c', '#e6bb52', '#cf9a30', '#e9c66c']); const p = (l, w) => `M0 ${f1(l * 0.1)}C${f1(-w)} ${f1(-l * 0.1)} ${f1(-w)} ${f1(-l * 0.7)} ${f1(-w * 0.3)} ${f1(-l)}Q0 ${f1(-l * 0.8)} ${f1(w * 0.35)} ${f1(-l * 0.96)}C${f1(w)} ${f1(-l * 0.6)} ${f1(w)} ${f1(-l * 0.1)} 0 ${f1(l * 0.1)}Z`; return at(castFlat(E(0, 0, r * 0.86), 10, { a: 0.34 }) + range(3, i => g(solid(p(r * 0.7, r * 0.26), '#7d6470', { s: 5 }), { transform: `rotate(${i * 120 + 60}) translate(0 ${f1(-r * 0.32)})` })).join('') + [[7, 1, 0.36, 0], [6, 0.78, 0.33, 24], [4, 0.52, 0.27, 10]].map(([n, l, w, o]) => range(n, i => g(solid(p(r * l, r * w), mix(c, pick(['#b5781c', '#f3dc98', c]), 0.35), { s: r * 0.07, dark: 0.42, darkC: '#7a4a0c', light: 0.55, under: range(5, j => line(`M0 0Q${f1((j - 2) * r * 0.12)} ${f1(-r * l * 0.5)} ${f1((j - 2) * r * 0.09)} ${f1(-r * l * 0.95)}`, '#8a5a14', 1.3, { opacity: 0.36 })).join('') }), { transform: `rotate(${f1(o + i * 360 / n + rr(-8, 8))})` })).join('')).join('') + stamens(20, r * 0.16, '#b5781c', '#e8c25a', r * 0.035), x, y, rr(0, 360)); }
// round tin from above, open; and its lid
export function tinTop(x, y, R, c) { return castFlat(E(x, y, R), 40, { a: 0.4 }) + solid(E(x, y, R), '#c9c6bb', { s: 8, dark: 0.3, light: 0.6 }) + circle(x, y, R * 0.94, c) + circle(x, y, R * 0.9, rad(x + R * 0.3, y + R * 0.35, R * 1.3, [[0, '#b9b5a8'], [0.6, '#8f8b7e'], [1, '#55524a']])) + clip(circle(x, y, R, '#6d5a2c') + [[0.68, 9], [0.34, 5], [0, 1]].map(([q, m]) => range(m, i => { const a = i / m * TAU + q; return dryCamellia(x + Math.cos(a) * q * R, y + Math.sin(a) * q * R, rr(66, 74)); }).join('')).join(''), E(x, y, R * 0.88)) + blur(circle(x, y, R * 0.89, 'none', { stroke: '#1d150a', 'stroke-width': 30, opacity: 0.4, transform: 'translate(8 9)' }), 10); }
export function tinLid(x, y, R, c) { return castFlat(E(x, y, R), 16, { a: 0.38 }) + solid(E(x, y, R), c, { s: 10, dark: 0.45, light: 0.4 }) + circle(x, y, R * 0.86, 'none', { stroke: C.paper, 'stroke-width': 3, opacity: 0.8 }) + range(16, i => { const a = i / 16 * TAU; const X = x + Math.cos(a) * R * 0.74, Y = y + Math.sin(a) * R * 0.74; return path(poly([[X - 9, Y], [X, Y - 9], [X + 9, Y], [X, Y + 9]]), C.paper, { opacity: 0.85 }); }).join('') + markFlower('#e0b548', C.leaf)(x, y, R * 0.4) + blur(ell(x - R * 0.4, y - R * 0.45, R * 0.34, R * 0.12, '#fffdf6', { opacity: 0.4, transform: `rotate(-42 ${x - R * 0.4} ${y - R * 0.45})` }), 8); }
// folds of silk
export function silk(x, y, w, h, c) { return rect(x - 60, y - 60, w + 120, h + 120, c) + blur(range(15, i => { const o = i * 150 - 500; return path(`M${o} ${y - 80}C${o + 260} ${h * 0.3} ${o - 60} ${h * 0.6} ${o + 330} ${h + 80}L${o + 390} ${h + 80}C${o + 10} ${h * 0.6} ${o + 350} ${h * 0.3} ${o + 70} ${y - 80}Z`, i % 2 ? '#fffdf8' : dark(c, 0.3), { opacity: i % 2 ? 0.75 : 0.28 }); }).join(''), 24) + blur(range(9, i => line(`M${i * 230 - 300} -80C${i * 230 - 20} ${h * 0.3} ${i * 230 - 330} ${h * 0.6} ${i * 230 + 60} ${h + 80}`, '#ffffff', 9, { opacity: 0.55 })).join(''), 9); }
// akoya oyster, opened flat: two fan-shaped valves joined at a straight hinge. (x,y) is the hinge.
export function oyster(x, y, k, a) {
  const R = 290, base = [[-0.8, -0.84], [-0.3, -0.8], [0.3, -0.8], [0.8, -0.84], [0.86, -0.62], [1.0, -0.3], [1.06, 0.1], [0.98, 0.5], [0.74, 0.84], [0.38, 1.02], [0, 1.07], [-0.4, 1.0], [-0.76, 0.8], [-0.98, 0.46], [-1.03, 0.08], [-0.96, -0.32], [-0.84, -0.62]];
  const dense = along([...base, base[0]], 90).map(p => [p.x, p.y]);
  const ol = (q, w = 0) => smooth(dense.map(([u, v], i) => { const j = 1 + (w ? w * (Math.sin(i * 1.3) * 0.006 + rr(-0.014, 0.014)) : 0), up = v < -0.55; return [u * R * q * (up ? 1 : j), Math.max(-0.84 * R * (0.72 + 0.28 * q), v * R * q * (up ? 1 : j))]; }), true);
  const outer = ol(1, 1.6), lip = ol(0.9, 1), nacre = ol(0.8, 0.6);
  const valve = deep => castFlat(outer, 24, { a: 0.42 }) + solid(outer, '#75705c', { s: 12, dark: 0.5, light: 0.35, under: range(9, i => g(path(outer, 'none', { stroke: i % 2 ? '#4d4a3a' : '#aaa48a', 'stroke-width': 4, opacity: 0.55 }), { transform: `scale(${1 - i * 0.009})` })).join('') + range(90, i => { const t = i / 90 * TAU; return line(`M${f1(Math.cos(t) * R * 0.86)} ${f1(Math.sin(t) * R * 0.86)}L${f1(Math.cos(t + 0.02) * R * 1.1)} ${f1(Math.sin(t + 0.02) * R * 1.1)}`, pick(['#3f3c2e', '#b3ad92', '#5d5846']), rr(1.5, 4), { opacity: 0.4 }); }).join('') }) + solid(lip, '#5f5646', { s: 7, dark: 0.3, light: 0.3 }) + solid(nacre, '#ece6e0', { s: 30, dark: 0.34, darkC: '#4a5460', light: 0.7, k: deep ? -0.9 : 1, under: path(nacre, rad(-70, -70, R * 1.25, [[0, '#fffdf8'], [0.28, '#f6e8e4'], [0.48, '#e0e9e3'], [0.66, '#e6dbe8'], [0.82, '#cfdcd9'], [1, '#b7a6ab']])) + blur(range(12, i => line(`M${-280 + i * 6} ${190 - i * 34}Q${-10 + i * 5} ${30 - i * 22} ${280 - i * 4} ${170 - i * 36}`, ['#f1c5ca', '#bfe0d2', '#cdcff0', '#fff4dc'][i % 4], 16, { opacity: 0.5 })).join(''), 11) });
  return at(lay(valve(false), 0, -0.8 * R * 0.66, 180, 0.66) + at(valve(true) + blur(ell(96, 96, 86, 66, '#a89fa0', { opacity: 0.55 }), 16), 0, 0.8 * R) + solid(smooth([[-R * 0.78, 2], [-R * 0.4, -9], [0, -14], [R * 0.4, -9], [R * 0.78, 0], [R * 0.4, 11], [0, 15], [-R * 0.4, 12]], true), '#57503f', { s: 6, dark: 0.5, light: 0.4, under: range(30, i => line(`M${f1(-R * 0.8 + i * R * 0.055)} -16l${f1(rr(-6, 6))} 34`, '#2f2b20', 2, { opacity: 0.4 })).join('') }), x, y, a, k);
}
export function strand(pts, r) { const q = along(pts, 400); let acc = 0, last = q[0], out = [q[0]]; for (const m of q) { acc += Math.hypot(m.x - last.x, m.y - last.y); last = m; if (acc >= r * 2.02) { out.push(m); acc = 0; } } return line(smooth(pts), '#c9c0b4', 3) + out.map((m, i) => pearl(m.x, m.y, r, { c: pick(['#e9dccf', '#ece0d6', '#e6d9d2']), o: pick(['#e8c6c6', '#e3cfd6', '#ecd0be']) })).join(''); }
export const yolk = (x, y) => rad(x - 18, y - 22, 86, [[0, '#f2a63a'], [0.5, '#e3801a'], [0.85, '#c95f0e'], [1, '#a84a08']]);
export function halfShell(x, y, r, a, c) { const rim = smooth(range(23, i => { const t = i / 23 * TAU; return [Math.cos(t) * r, Math.sin(t) * r * 0.62 + (i % 2 ? -7 : 6) * rr(0.4, 1.3)]; }), true), bowlD = `M${-r} 0C${-r} ${r * 1.3} ${r} ${r * 1.3} ${r} 0Z`; return at(castFlat(bowlD, 14, { a: 0.36 }) + solid(bowlD, c, { s: r * 0.2, dark: 0.42, light: 0.4 }) + solid(rim, '#f8f5ea', { s: r * 0.16, dark: 0.3, darkC: '#7a7460', light: 0, k: -1.2 }) + line(rim, light(c, 0.5), 3, { opacity: 0.9 }), x, y, a); }
// closed lotus bud; (x,y) is its foot. o.tie: tied round with strips of bamboo, o.stem: with a short stem
export function lotusBud(x, y, l, a, o = {}) {
  const c = '#e6b0b0', tip = '#b9506a', D = (k, dx) => `M0 0C${f1(-l * 0.4 * k + dx)} ${f1(-l * 0.08)} ${f1(-l * 0.4 * k + dx)} ${f1(-l * 0.6)} 0 ${f1(-l)}C${f1(l * 0.4 * k + dx)} ${f1(-l * 0.6)} ${f1(l * 0.4 * k + dx)} ${f1(-l * 0.08)} 0 0Z`;
  const pet = (d, t, m) => g(castFlat(d, 5, { a: 0.28 }) + solid(d, mix(c, '#fbeee8', m), { s: l * 0.06, dark: 0.34, darkC: '#7a2740', light: 0.5, under: path(d, lin(0, 0, 0, -l, [[0, '#f6e6c8', 0.9], [0.3, '#f6e6c8', 0], [0.55, tip, 0], [1, tip, 0.85]])) + range(9, i => line(`M0 0Q${f1((i - 4) * l * 0.085)} ${f1(-l * 0.5)} ${f1((i - 4) * l * 0.01)} ${f1(-l * 0.97)}`, tip, 1.3, { opacity: 0.26 })).join('') }), { transform: t });
  const bandAt = (t, w) => { const q = l * w; return solid(`M${f1(-q)} ${f1(-l * t - 9)}Q0 ${f1(-l * t + 12)} ${f1(q)} ${f1(-l * t - 9)}L${f1(q)} ${f1(-l * t + 8)}Q0 ${f1(-l * t + 30)} ${f1(-q)} ${f1(-l * t + 8)}Z`, '#cdb678', { s: 4, dark: 0.45, light: 0.5 }); };
  return at((o.stem ? stem([[0, -10], [-4, l * 0.3], [14, l * 0.72]], 11, '#7d9456') : '') + pet(D(0.62, -l * 0.12), 'rotate(-9)', 0.02) + pet(D(0.62, l * 0.12), 'rotate(9)', 0.05) + pet(D(0.8, 0), 'scale(1 0.985)', 0.18) + pet(D(0.5, -l * 0.1), 'rotate(-3) scale(1 0.8)', 0.3) + pet(D(0.46, l * 0.11), 'rotate(4) scale(1 0.72)', 0.4) + (!o.tie ? '' : bandAt(0.6, 0.245) + bandAt(0.42, 0.292) + at(solid('M-13 -10Q0 -18 13 -10L12 10Q0 17 -12 10Z', '#bda468', { s: 4 }) + line('M10 -4Q46 -30 60 -8M10 6Q40 22 46 54', '#cdb678', 7) + line('M10 -6Q46 -32 60 -10', '#f1e4b8', 2), 6, -l * 0.42 + 10)), x, y, a);
}
// nem: square parcels of banana leaf tied crosswise
export function nemParcel(x, y, k, a) { const d = 'M-84 -70Q-88 -78 -78 -82L78 -84Q88 -82 88 -72L90 74Q88 84 78 86L-78 84Q-90 82 -88 72Z', c = pick(['#4a7d4a', '#3f7044', '#588a52']); return at(castFlat(d, 22, { a: 0.42 }) + solid(d, c, { s: 17, dark: 0.5, light: 0.32, under: range(22, i => line(`M${-92 + i * 9} -90L${-84 + i * 9 + rr(-4, 4)} 92`, pick([light(c, 0.28), dark(c, 0.28), light(c, 0.12)]), rr(2, 6), { opacity: 0.45 })).join('') + path('M-90 -88L10 -6L-92 70Z', light(c, 0.2), { opacity: 0.35 }) + line('M-86 -82L8 -4L-88 76', dark(c, 0.45), 3, { opacity: 0.6 }) }) + [[1, 0], [0, 1]].map(([h, v]) => (h ? path('M-90 -13Q0 -7 92 -11L92 9Q0 13 -90 7Z', '#d9c48a') + line('M-90 -4Q0 2 92 -1', '#a8874a', 2.4, { opacity: 0.8 }) + line('M-90 -11Q0 -5 92 -9', '#f4e8bf', 2.6, { opacity: 0.9 }) : path('M-10 -84Q-5 0 -11 86L10 86Q13 0 9 -84Z', '#d9c48a') + line('M-1 -84Q4 0 0 86', '#a8874a', 2.4, { opacity: 0.8 }) + line('M-9 -84Q-4 0 -10 86', '#f4e8bf', 2.6, { opacity: 0.9 }))).join('') + solid('M-20 -15Q0 -24 20 -13Q24 4 18 17Q0 24 -18 15Q-25 0 -20 -15Z', '#cdb678', { s: 5, dark: 0.5 }) + line('M14 -10Q50 -44 66 -34M12 12Q44 44 58 30', '#d9c48a', 7) + line('M14 -12Q50 -46 66 -36', '#f4e8bf', 2), x, y, a, k); }
export function nemOpen(x, y, k, a) {
  const leafd = 'M-150 -96L-40 -130L120 -118L168 -20L140 104L10 132L-130 110L-172 10Z', pork = (px, py, an) => { const d = rrect(-66, -44, 132, 88, 12); return at(castFlat(d, 16, { a: 0.42 }) + solid(d, '#cf7f74', { s: 12, dark: 0.42, light: 0.42, under: range(34, () => line(`M${f1(rr(-66, 66))} ${f1(rr(-44, 44))}q${f1(rr(8, 24))} ${f1(rr(-12, 12))} ${f1(rr(20, 44))} ${f1(rr(-10, 10))}`, pick(['#f3ddcf', '#e6b4a6', '#b5605a', '#f7e8dc']), rr(2.5, 5.5), { opacity: 0.75 })).join('') + range(9, () => pepper(rr(-60, 60), rr(-40, 40), rr(3, 4.6))).join('') }) + garlicSlice(-26, -10, 19) + chilliRing(26, 8, 15) + pepper(6, -24, 7) + pepper(-4, 24, 6), px, py, an); };
  return at(castFlat(leafd, 9, { a: 0.34 }) + solid(leafd, '#75a05f', { s: 14, dark: 0.36, light: 0.3, under: range(36, i => line(`M${-180 + i * 10} -140L${-170 + i * 10 + rr(-5, 5)} 140`, pick(['#8fb575', '#5f8a50', '#a3c488']), rr(2, 6), { opacity: 0.5 })).join('') }) + pork(-20, -24, -12) + pork(44, 48, 16), x, y, a, k);
}
export function cinnamon(x, y, l, a) { const w = 40, c = '#9a5a34'; const d = rrect(-l / 2, -w, l, 2 * w, 12); return at(castFlat(d, 16, { a: 0.4 }) + clip(path(d, lin(0, -w, 0, w, [[0, '#7d4426'], [0.2, '#c98a5a'], [0.44, '#a8683e'], [0.5, '#4a2412'], [0.56, '#b57a4c'], [0.76, '#a05f38'], [1, '#5d3018']])) + range(40, () => { const yy = rr(-w, w); return line(`M${f1(rr(-l / 2, l / 4))} ${f1(yy)}l${f1(rr(30, 160))} ${f1(rr(-3, 3))}`, pick(['#6d3a1e', '#d9a478', '#5a2e16']), rr(1, 2.4), { opacity: 0.45 }); }).join('') + range(12, () => ell(rr(-l / 2, l / 2), rr(-w, w), rr(4, 12), rr(3, 6), '#d9b48a', { opacity: 0.35 })).join(''), d) + at(ell(0, 0, 13, w, '#8a4f2c') + path(`M0 ${-w * 0.1}A9 ${w * 0.42} 0 1 1 -4 ${-w * 0.72}A6 ${w * 0.3} 0 1 0 3 ${-w * 0.12}Z`, '#3f1e0e') + path(`M0 ${w * 0.1}A9 ${w * 0.42} 0 1 0 -4 ${w * 0.72}A6 ${w * 0.3} 0 1 1 3 ${w * 0.12}Z`, '#3f1e0e'), l / 2, 0), x, y, a); }
// trained apricot tree; front = only the blossoms in front of the pot rim
export function aprTree(x, y, front) {
  if (front) return at(range(5, i => blossom([-60, 40, -110, 90, 10][i], [-6, 2, 8, 10, 14][i], rr(17, 22), i * 40, { ky: 0.7 })).join(''), x, y);
  const bark = '#6d4a34', limb = (p, w) => { const d = ribbon(p, t => w * (1 - t * 0.72) * (1 + 0.08 * Math.sin(t * 22)), 40); return solid(d, bark, { s: Math.max(4, w * 0.4), dark: 0.5, light: 0.35, under: along(p, 30).map(m => line(`M${f1(m.x + rr(-w, w))} ${f1(m.y)}q${f1(rr(-8, 8))} 10 ${f1(rr(-10, 10))} 26`, pick(['#4a2f20', '#96705a', '#3f281b']), 2.2, { opacity: 0.5 })).join('') }); };
  const L = [[[[0, 20], [-70, -110], [40, -230], [-30, -360], [30, -480], [10, -620]], 50], [[[-40, -150], [-170, -190], [-290, -160], [-420, -220]], 26], [[[30, -240], [160, -280], [280, -250], [430, -310]], 26], [[[-20, -350], [-140, -410], [-240, -400], [-350, -470]], 20], [[[20, -460], [130, -520], [230, -510], [320, -570]], 18], [[[10, -540], [-90, -600], [-170, -640]], 13], [[[-200, -185], [-260, -260], [-330, -290]], 12], [[[190, -272], [270, -350], [330, -380]], 12], [[[18, -560], [90, -640], [140, -700]], 12]];
  const roots = [[-1, 130], [1, 120], [-1, 60], [1, 70]].map(([q, l]) => stem([[q * 14, -20], [q * l * 0.6, 14], [q * l, 34]], 16, bark)).join('');
  const tw = [], bl = [];
  L.slice(1).forEach(([p]) => along(p, 26).forEach((m, i) => { if (i > 7) { for (let j = 0; j < 2; j++) if (rnd() < 0.62) { const e = [m.x + rr(-64, 64), m.y + rr(-76, 22)]; tw.push(line(`M${f1(m.x)} ${f1(m.y)}Q${f1(m.x + rr(-12, 12))} ${f1((m.y + e[1]) / 2)} ${f1(e[0])} ${f1(e[1])}`, '#6d4a34', 3)); bl.push(e); } } }));
  along(L[0][0], 20).forEach((m, i) => { if (i > 15) for (let j = 0; j < 2; j++) bl.push([m.x + rr(-60, 60), m.y + rr(-50, 10)]); });
  const fl = bl.sort((p, q) => p[1] - q[1]).map((p, i) => { const t = rnd(); return t < 0.14 ? camBud(p[0], p[1], rr(9, 13), rr(-40, 40), { c: '#d9ab34', sepal: '#7d8a46' }) : t < 0.26 ? leaf(p[0], p[1], rr(34, 50), 10, rr(-140, -40), { c: pick(['#8fae5a', '#b08a4a', '#6f9a52']), veins: 0, shadow: false }) : g(blossom(p[0] + 4, p[1] + 6, 27, 0, { c: '#b5861f', deep: '#7d560f', st: 0 }), { opacity: 0.35 }) + blossom(p[0], p[1], rr(25, 33), rr(0, 72), { c: pick(['#ecc23f', '#f0cc55', '#e6b733']) }); }).join('');
  return at(roots + [8, 7, 6, 5, 4, 3, 2, 1].map(i => limb(...L[i])).join('') + limb(...L[0]) + tw.join('') + fl, x, y);
}
// bronze gong on a wooden frame
export function gong(x, y, k) { return at(contact(0, 0, 200, 0.3, 0.14) + solid('M-190 -340L-170 -340L-164 0L-196 0Z', C.woodDark, { s: 6 }) + solid('M170 -340L190 -340L196 0L164 0Z', C.woodDark, { s: 6 }) + solid('M-226 -368Q0 -392 226 -368L222 -340Q0 -362 -222 -340Z', C.woodDark, { s: 7 }) + solid('M-214 -12L-142 -12L-142 6L-214 6Z', C.wood, { s: 4 }) + solid('M142 -12L214 -12L214 6L142 6Z', C.wood, { s: 4 }) + line('M-70 -354L-60 -270M70 -354L60 -270', '#d9c48a', 6) + castFlat(E(0, -180, 122), 12, { a: 0.36 }) + solid(E(0, -180, 124), '#8a6230', { s: 12, dark: 0.5, light: 0.4 }) + solid(E(0, -180, 108), '#a87c40', { s: 12, dark: 0.4, light: 0.3 }) + range(4, i => circle(0, -180, 100 - i * 15, 'none', { stroke: i % 2 ? '#d9b06a' : '#6d4a20', 'stroke-width': 2.6, opacity: 0.6 })).join('') + solid(E(0, -180, 36), '#b98a4a', { s: 10, dark: 0.5, light: 0.6 }) + blur(ell(-40, -236, 44, 16, '#fff0cc', { opacity: 0.6, transform: 'rotate(-36 -40 -236)' }), 7) + at(line('M0 0L0 120', C.wood, 9) + solid(E(0, 128, 22), C.lacquer, { s: 7 }), 128, -330, 8), x, y, 0, k); }
// coconut
export function coconutHalf(x, fy, R) { const v = rev(x, fy, [[0, R * 0.4], [R * 0.06, R * 0.52], [R * 0.3, R * 0.84], [R * 0.55, R * 0.98], [R * 0.72, R]]), ry = R * K; return pot(v, '#6d4a30', { gloss: 0.08, over: range(260, () => { const a = rr(0, 3.14), h = rr(0, R * 0.66); return line(poly([v.pt(a, h), v.pt(a + rr(-0.05, 0.05), Math.min(R * 0.71, h + rr(20, 60)))], false), pick(['#4a2f1c', '#96704a', '#b59064', '#3a2415']), rr(1.2, 2.6), { opacity: 0.5 }); }).join('') }) + ell(x, v.top, R, ry, '#4a2f1c') + ell(x, v.top, R * 0.965, ry * 0.96, '#8a6444') + ell(x, v.top, R * 0.93, ry * 0.92, '#fdfaf0') + ell(x, v.top + 4, R * 0.76, ry * 0.74, lin(x - R, 0, x + R, 0, [[0, '#cfc6b4'], [0.5, '#f1ece0'], [1, '#fffdf8']])) + ell(x + 8, v.top + 14, R * 0.6, ry * 0.5, '#e3ddd0', { opacity: 0.8 }) + blur(ell(x - R * 0.3, v.top - ry * 0.2, R * 0.2, ry * 0.14, '#ffffff', { opacity: 0.9 }), 4); }
export function blossomSpray(x, y, k) { // coconut inflorescence: sheath and many branchlets with pale buds
  const br = range(17, i => { const a = -170 + i * 10 + rr(-3, 3), l = rr(230, 330), e = [Math.cos(a * Math.PI / 180) * l, Math.sin(a * Math.PI / 180) * l * 0.9 + Math.abs(Math.cos(a * Math.PI / 180)) * 90], m = [Math.cos(a * Math.PI / 180) * l * 0.5, Math.sin(a * Math.PI / 180) * l * 0.66], q = along([[0, 40], m, e], 26); return line(smooth([[0, 40], m, e]), '#d6c27c', 6) + q.slice(6).map((p, j) => [-1, 1].map(z => { const X = p.x + p.nx * z * 9, Y = p.y + p.ny * z * 9, c = pick(['#efe3ae', '#e3d28c', '#d9c678', '#f6efcc']); return ell(X + 1.5, Y + 2.5, 8, 6, SH, { opacity: 0.25 }) + at(path(seedShape(11, 6.4), c) + line('M-6 -1L6 -1', '#fffbe6', 2, { opacity: 0.7 }), X, Y, p.a + z * 34); }).join('')).join(''); }).join('');
  return at(solid('M-60 300C-150 160 -120 20 -20 -60C40 30 90 180 40 310Z', '#a08a4e', { s: 22, dark: 0.5, under: range(14, i => line(`M${-20} -60Q${-110 + i * 14} 120 ${-54 + i * 7} 310`, pick(['#7d6a36', '#c3ae70']), 3, { opacity: 0.5 })).join('') }) + stem([[0, 300], [0, 160], [0, 30]], 20, '#c3b46a') + br, x, y, 0, k);
}
export const grit = (w, h) => range(Math.round(w * h / 24), () => circle(rr(0, w), rr(0, h), rr(1.2, 3), pick(['#7d4a1e', '#c98f52', '#e6bd86', '#a86a30']), { opacity: 0.7 })).join('');
// ---- brocade: a small grid of threads, each row one weft
const DEER = ['..........#.#.', '.........#.#.#', '.........####.', '..........###.', '#.........##..', '.###########..', '..##########..', '..#########...', '..##.....##...', '..#.......#...', '..#.......#...', '.##......##...'];
export function brocadeCells(cols, rows, o = {}) {
  const bg = o.a || '#7c1a12', c = o.c || '#f3e9d2', y = '#d9a23a', gr = '#3f7050', bl = '#34507a';
  const row = new Array(rows).fill(0).map(() => new Array(cols).fill(bg)); let r = 0;
  const put = (j, i, v) => { if (j >= 0 && j < rows) if (i < cols) row[j][i] = v; };
  const stripe = (n, col) => { for (let k = 0; k < n && r < rows; k++, r++) row[r].fill(col); };
  const diamonds = (h, per, cs) => { for (let k = 0; k < h && r < rows; k++, r++) for (let i = 0; i < cols; i++) { const dx = Math.abs(((i % per) + per) % per - per / 2 + 0.5), dy = Math.abs(k - h / 2 + 0.5), e = dx / (per / 2) + dy / (h / 2); row[r][i] = e < 0.22 ? cs[0] : e < 0.42 ? bg : e < 0.62 ? cs[1] : e < 0.8 ? bg : e < 1.02 ? cs[2] : (dx > per / 2 - 2 && dy < 2) ? cs[0] : bg; } };
  const zig = (h, per, col) => { for (let k = 0; k < h && r < rows; k++, r++) for (let i = 0; i < cols; i++) { const t = Math.abs(((i % per) + per) % per - per / 2); if (Math.abs(t / (per / 2) * (h - 1) - k) < 1.1) row[r][i] = col; } };
  const deer = () => { const y0 = r; stripe(DEER.length + 4, bg); for (let b = 0; b < cols; b += 18) DEER.forEach((ln, j) => [...ln].forEach((ch, i) => { if (ch === '#' && b + 18 <= cols + 2) put(y0 + 2 + j, b + i + 2, c); })); };
  const parts = [() => { stripe(2, y); stripe(1, bg); stripe(2, gr); }, () => diamonds(17, 18, [y, c, gr]), () => { stripe(2, c); stripe(1, bg); stripe(1, c); }, deer, () => { stripe(1, c); stripe(1, bg); stripe(2, c); }, () => diamonds(13, 12, [c, y, bl]), () => { stripe(2, gr); stripe(1, bg); stripe(2, y); }, () => zig(7, 12, c), () => zig(5, 12, y)];
  let i = o.from || 0; while (r < rows) parts[i++ % parts.length]();
  return row;
}
export function brocadeSurface(w, h, cell, o = {}) { const cols = Math.ceil(w / cell), rows = Math.ceil(h / cell), m = brocadeCells(cols, rows, o), bg = o.a || '#7c1a12'; let s = rect(0, 0, w, h, bg); m.forEach((r, j) => { let i = 0; while (i < cols) { let e = i; while (e < cols && r[e] === r[i]) e++; if (r[i] !== bg) s += rect(i * cell, j * cell + 0.4, (e - i) * cell, cell - 0.8, mix(r[i], pick(['#fffaf0', '#2a1508']), rr(0, 0.1))); i = e; } }); return s + range(rows, j => line(`M0 ${f1(j * cell)}L${w} ${f1(j * cell)}`, '#2a0d08', 1, { opacity: 0.22 })).join('') + range(cols, i => line(`M${f1(i * cell)} 0L${f1(i * cell)} ${h}`, i % 2 ? '#fff6e0' : '#2a0d08', 1, { opacity: 0.1 })).join(''); }
export function brocade(x, y, w, h, o = {}) {
  const d = rrect(0, 0, w, h, 3), fr = o.fringe ? range(Math.round(w / 8), i => range(2, () => line(`M${i * 8 + rr(0, 6)} ${h - 4}q${f1(rr(-5, 5))} 24 ${f1(rr(-9, 9))} ${f1(rr(46, 62))}`, pick([o.a, '#f3e9d2', '#d9a23a', '#3f7050']), 2.6)).join('')).join('') : '';
  return at(castFlat(d, o.h ?? 12, { a: 0.36 }) + fr + clip(brocadeSurface(w, h, o.cell ?? 8, o) + blur(range(5, i => path(`M${w * (0.1 + i * 0.2)} 0q${rr(-30, 30)} ${h / 2} ${rr(-20, 20)} ${h}l34 0q10 -${h / 2} -6 -${h}Z`, i % 2 ? '#fffaf0' : SH, { opacity: 0.16 })).join(''), 14), d), x, y, o.rot || 0);
}
export function folded(x, y, w, h, a) { // a pile of folded cloths, seen from above at a slant
  const layer = (i, c, from) => { const d = rrect(-w / 2, -h / 2, w, h, 18); return at(castFlat(d, 13, { a: 0.36 }) + clip(g(brocadeSurface(w, h, 8, { a: c, from }), { transform: `translate(${-w / 2} ${-h / 2})` }) + path(d, lin(0, -h / 2, 0, h / 2, [[0, '#fffaf0', 0.16], [0.08, '#fffaf0', 0], [0.86, SH, 0], [1, SH, 0.5]])) + path(d, lin(-w / 2, 0, w / 2, 0, [[0, '#fffaf0', 0.2], [0.06, '#fffaf0', 0], [0.94, SH, 0], [1, SH, 0.4]])), d) + line(`M${-w / 2 + 14} ${h / 2 - 12}L${w / 2 - 14} ${h / 2 - 12}`, '#fff3dc', 2, { opacity: 0.3 }), -i * 9, -i * 26, i * 3.4); };
  return at(layer(0, '#25324a', 3) + layer(1, '#2b4a35', 5) + layer(2, '#7c1a12', 1) + layer(3, '#3a2418', 0), x, y, a);
}
export function shuttle(x, y, k, a) { const d = 'M-190 0C-140 -44 140 -44 190 0C140 44 -140 44 -190 0Z'; return at(castFlat(d, 16, { a: 0.38 }) + solid(d, C.wood, { s: 12, dark: 0.45, under: range(8, i => line(`M-190 ${-34 + i * 10}Q0 ${-40 + i * 11} 190 ${-34 + i * 10}`, '#7d542e', 1.8, { opacity: 0.4 })).join('') }) + path(rrect(-96, -22, 192, 44, 20), '#4a2f1c') + solid(rrect(-82, -16, 164, 32, 14), C.lacquer, { s: 6, under: range(32, i => line(`M${-84 + i * 5.4} -18L${-80 + i * 5.4} 18`, i % 2 ? '#c45a48' : '#5e140e', 2.6, { opacity: 0.8 })).join('') }) + line('M82 0Q240 10 330 90', C.lacquer, 3), x, y, a, k); }
export function cocoon(x, y, r, a) { const d = `M${-r * 1.4} 0C${-r * 1.4} ${-r} ${-r * 0.4} ${-r * 0.84} 0 ${-r * 0.8}C${r * 0.4} ${-r * 0.84} ${r * 1.4} ${-r} ${r * 1.4} 0C${r * 1.4} ${r} ${r * 0.4} ${r * 0.84} 0 ${r * 0.8}C${-r * 0.4} ${r * 0.84} ${-r * 1.4} ${r} ${-r * 1.4} 0Z`; return at(castFlat(d, 12, { a: 0.34 }) + solid(d, '#efd896', { s: r * 0.28, dark: 0.4, light: 0.6, under: range(40, () => line(`M${f1(rr(-r * 1.4, r))} ${f1(rr(-r, r))}q${f1(rr(-20, 20))} ${f1(rr(-20, 20))} ${f1(rr(-40, 40))} ${f1(rr(-16, 16))}`, pick(['#fff6d6', '#d9bd6c']), 1.3, { opacity: 0.5 })).join('') }), x, y, a); }
// ---- coffee
export function phin(x, fy, k) {
  const m = '#b9b5ac', sc = p => p.map(q => [q[0] * k, q[1] * k]), saucer = rev(x, fy + 8 * k, sc([[0, 120], [4, 150], [14, 156], [18, 156]])), body = rev(x, fy - 8 * k, sc([[0, 96], [6, 100], [130, 112], [138, 118], [142, 118]])), lid = rev(x, fy - 146 * k, sc([[0, 122], [6, 124], [20, 112], [30, 40], [34, 20]])), knob = rev(x, fy - 178 * k, sc([[0, 10], [10, 16], [22, 16], [28, 8]]));
  const metal = v => clip(path(v.d, lin(v.cx - v.rm, 0, v.cx + v.rm, 0, [[0, '#6d6a62'], [0.12, '#d9d6cc'], [0.24, '#f6f4ec'], [0.36, '#b0ada3'], [0.6, '#8f8c82'], [0.78, '#5f5c54'], [0.9, '#a3a096'], [1, '#6d6a62']])), v.d);
  return metal(saucer) + ell(x, saucer.top, saucer.rt, saucer.rt * K, '#d3d0c6') + ell(x, saucer.top + 2, saucer.rt - 8, (saucer.rt - 8) * K, '#8a877d') + metal(body) + line(poly(body.arc(128 * k, 112 * k, 0, Math.PI), false), '#55524a', 2, { opacity: 0.5 }) + line(poly(body.arc(10 * k, 101 * k, 0, Math.PI), false), '#55524a', 2, { opacity: 0.5 }) + metal(lid) + line(poly(lid.arc(4 * k, 123 * k, 0, Math.PI), false), '#55524a', 2, { opacity: 0.6 }) + metal(knob) + path(`M${x - 4} ${fy + 40 * k}Q${x - 9} ${fy + 62 * k} ${x} ${fy + 66 * k}Q${x + 9} ${fy + 62 * k} ${x + 4} ${fy + 40 * k}Z`, '#2b160b') + line(`M${x} ${fy + 34 * k}L${x} ${fy + 48 * k}`, '#2b160b', 4);
}
export const cherry = (x, y, r, o = {}) => (o.shadow === false ? '' : ell(x + r * 0.35, y + r * 0.5, r, r * 0.8, SH, { opacity: 0.3 })) + circle(x, y, r, rad(x - r * 0.35, y - r * 0.4, r * 1.5, [[0, '#d9604a'], [0.45, '#a8261a'], [1, '#5e140e']])) + ell(x + r * 0.3, y + r * 0.45, r * 0.16, r * 0.12, '#4a120c') + ell(x - r * 0.36, y - r * 0.42, r * 0.22, r * 0.14, '#ffeee2', { opacity: 0.85 });
export function cherryBranch(x, y, k, a) { const p = [[-60, -30], [120, -20], [300, -50], [460, -20]]; return at([[60, -20, 230, 62, -64], [60, -16, 240, 66, 58], [250, -44, 240, 64, -58], [260, -40, 240, 64, 50], [440, -24, 230, 60, -28], [440, -20, 220, 58, 36]].map((q, i) => leaf(...q, { c: ['#3f6d46', '#2f5a3d', '#4f7f4c', '#3a6644', '#5f8f55', '#47784b'][i], gloss: 1, shadow: false, veins: 9 })).join('') + stem(p, 9, '#7a5a3e') + [[110, -16], [280, -42], [410, -28]].map(([u, v]) => [[-30, 22], [18, 34], [-8, -26], [40, 2], [-46, -8]].map(q => cherry(u + q[0], v + q[1], 27, { shadow: false })).join('')).join(''), x, y, a, k); }
export const sackSmall = (x, fy, w, h) => sack(x, fy, w, h, (mx, my, rx, ry) => clip(heap(mx, my + 4, rx, 74, 150, bean(['#24140b', '#3f2616', '#5d3b24', '#86603f'], 22, 15), { shadow: false, under: '#2a180d', k: 0.28 }), `M${mx - 600} ${my - 500}H${mx + 600}V${my}H${mx + rx}A${rx} ${ry} 0 0 1 ${mx - rx} ${my}H${mx - 600}Z`), { c: '#b99566', mark: (X, Y) => at(bean(['#4a2d1b'], 58, 40)(0, 0, 0), X, Y) });
export const dipSpoon = (x, y, k, a) => at(castFlat('M0 -9L330 -14L330 14L0 9Z', 6, { a: 0.2 }) + solid('M-70 0C-70 -44 20 -40 60 -12L340 -13Q352 0 340 13L60 12C20 40 -70 44 -70 0Z', C.bamboo, { s: 7, dark: 0.45 }) + path('M-70 0C-70 -36 -10 -36 20 -16Q30 0 20 16C-10 36 -70 36 -70 0Z', '#3a1c0c') + blur(ell(-36, -10, 22, 6, '#d9a46a', { opacity: 0.8 }), 2), x, y, a, k);
// cà gai leo: lobed leaves, small hooked prickles, violet flowers, red berries
export function gaiLeo(x, y, k, a) {
  const lobe = (px, py, l, an, c) => { const d = `M0 0C${l * 0.1} ${-l * 0.2} ${l * 0.2} ${-l * 0.36} ${l * 0.32} ${-l * 0.3}C${l * 0.38} ${-l * 0.2} ${l * 0.44} ${-l * 0.2} ${l * 0.52} ${-l * 0.27}C${l * 0.6} ${-l * 0.3} ${l * 0.66} ${-l * 0.16} ${l * 0.74} ${-l * 0.14}C${l * 0.86} ${-l * 0.12} ${l * 0.94} ${-l * 0.04} ${l} 0C${l * 0.94} ${l * 0.04} ${l * 0.86} ${l * 0.12} ${l * 0.74} ${l * 0.14}C${l * 0.66} ${l * 0.16} ${l * 0.6} ${l * 0.3} ${l * 0.52} ${l * 0.27}C${l * 0.44} ${l * 0.2} ${l * 0.38} ${l * 0.2} ${l * 0.32} ${l * 0.3}C${l * 0.2} ${l * 0.36} ${l * 0.1} ${l * 0.2} 0 0Z`; return at(solid(d, c, { s: l * 0.05, dark: 0.36, light: 0.3, under: line(`M0 0L${l} 0`, light(c, 0.45), 3, { opacity: 0.7 }) + [[0.1, 0.3], [0.3, 0.52], [0.5, 0.72]].map(q => [-1, 1].map(z => line(`M${l * q[0]} 0L${l * q[1]} ${z * l * 0.22}`, light(c, 0.4), 1.8, { opacity: 0.5 })).join('')).join('') }) + range(4, i => path(`M${l * (0.2 + i * 0.18)} -2l4 -11l5 11Z`, '#d9c48a')).join(''), px, py, an); };
  const flower = (px, py, r) => at(range(5, i => g(solid(`M0 0C${-r * 0.4} ${-r * 0.2} ${-r * 0.34} ${-r * 0.8} 0 ${-r}C${r * 0.34} ${-r * 0.8} ${r * 0.4} ${-r * 0.2} 0 0Z`, '#a48ab8', { s: 5, dark: 0.3, light: 0.6 }), { transform: `rotate(${i * 72})` })).join('') + range(5, i => at(path('M-4 0L0 -20L4 0Z', '#e8bd3c'), 0, 0, i * 72 + 36)).join('') + circle(0, 0, 6, '#c98f1c'), px, py, rr(0, 70));
  const sp = [[0, 0], [140, -26], [300, 4], [460, -40], [560, -30]];
  return at(stem(sp, 7, '#7d8f50') + range(12, i => { const m = along(sp, 12)[i]; return path(`M${f1(m.x - 4)} ${f1(m.y)}l${f1(6 * (i % 2 ? 1 : -1))} ${i % 2 ? 16 : -16}l4 ${i % 2 ? -14 : 14}Z`, '#c9b06a'); }).join('') + [[90, -18, 170, -70], [130, -22, 170, 52], [250, -6, 180, -58], [290, 2, 180, 60], [410, -26, 170, -84], [440, -36, 160, 40], [550, -30, 150, -16]].map((q, i) => lobe(...q, ['#4f7a4c', '#3f6d46', '#5f8f55'][i % 3])).join('') + [[190, -30], [350, -24], [500, -60]].map(q => flower(q[0], q[1], 38)).join('') + [[210, 40], [236, 58], [370, 26], [394, 46], [346, 52], [500, 10]].map(q => line(`M${q[0]} ${q[1]}q-8 -20 -14 -36`, '#7d8f50', 3) + cherry(q[0], q[1], 16, { shadow: false })).join(''), x, y, a, k);
}
