// The pictures: one entry per product (id of its record), with what is drawn and how.
// begin(id) seeds the randomness, so a picture never changes unless its code does.
import { W, H, K, C, SH, rnd, rr, ri, pick, range, f1, mix, dark, light, ramp, lin, rad, path, line, circle, ell, rect, g, at, lay, blur, rough, clip, E, poly, smooth, rrect, blob, along, ribbon, solid, castFlat, castUp, castRev, hold, contact } from './paint.mjs';
import * as S from './shapes.mjs';
const { zoom, belly, stage, flat, runner, band, deckle, met, rev, pot, bowl, glass, label, heap, heapFlat, scatter, leaf, bananaLeaf, stem } = S;

export const credit = { vi: 'Vẽ riêng cho danh mục mẫu', en: 'Drawn for the sample catalogue' };
export const scenes = {}, closer = {}, site = {};
const scene = (id, vi, en, draw) => { scenes[id] = { alt: { vi, en }, draw }; };
const NOODLE = ['#857657', '#a99a76', '#cbbf9c', '#e6dcc0'];
const TURM = ['#a4560f', '#d57f14', '#eda62f', '#f6c864'], REDTURM = ['#93400d', '#c5621a', '#e08a34', '#f0b468'];
const GREEN = ['#1f2a1a', '#35452a', '#55663c', '#7c8a55'];

scene('mien-dong-tai-hoan', 'Ba bó miến dong buộc dây đỏ trên mẹt tre, bên hoa và củ dong riềng đỏ', 'Three hanks of canna vermicelli tied in red on a bamboo tray, with red canna flowers and tubers', () => {
  let s = flat({ base: '#ecdfc8', shadow: 'leaf' });
  s += leaf(1290, 20, 700, 165, 112, { c: '#5a7d52', h: 14, bend: 0.06, veins: 26 }) + leaf(1540, 330, 640, 150, 106, { c: '#3f6a48', h: 14, bend: -0.05, veins: 24 });
  s += met(660, 610, 540, { cell: 27 });
  const hk = (x, y, a) => S.hank(x, y, 690, 106, a, { cs: NOODLE, tie: C.lacquer, n: 120, th: 26 });
  s += hk(610, 380, -14) + hk(700, 640, -8) + hk(620, 890, -18);
  s += S.canna(1330, 640, 1.5, 22);
  return s + S.tuber(1250, 1000, 84, 14) + S.tuber(1430, 950, 92, 160) + S.tuber(1400, 1090, 88, -8);
});

scene('ruou-men-la-thanh-tam', 'Chai rượu men lá, nậm sành, chén nhỏ và những quả men ủ trên lá rừng', 'A bottle of leaf-yeast spirit, an earthen flask, small cups and yeast balls on forest leaves', () => {
  let s = stage({ wall: '#dadfcd', table: '#e6dac2', shadow: 'palm', sa: 0.15, y: 600 }) + runner(760, 1130, { c: '#f4ecdb', a: C.leaf, b: C.lacquer }) + hold();
  const v = rev(440, 900, [[0, 150], [14, 158], [50, 162], [420, 162], [486, 150], [550, 84], [600, 52], [690, 48]]);
  s += pot(rev(880, 925, [[0, 140], [24, 164], [160, 226], [270, 196], [348, 96], [386, 64], [450, 106], [500, 104], [560, 52], [620, 42], [646, 54]]), '#8a5a3c', { over: clip(path('M600 640Q690 720 770 640T940 670T1180 610L1180 200L600 200Z', '#5b3b28', { opacity: 0.7 }) + line('M600 640Q690 720 770 640T940 670T1180 610', '#c08a5c', 5, { opacity: 0.6 }), 'M600 100H1200V1000H600Z'), open: '#20130c', gloss: 0.55 });
  s += at(line('M-68 0Q0 32 68 0', C.lacquer, 13) + line('M-66 -10Q0 20 66 -10', C.lacquerLight, 5) + line('M12 20Q34 80 8 136M18 20Q58 76 48 124', C.lacquer, 7), 880, 540);
  s += glass(v, { inside: '#e9e6d4', ia: 0.55, fillTo: 540, body: 0.35, glow: '#fff6dc', label: q => label(q, 90, 380, { a: C.leaf, mark: S.markLeaf(C.leaf) }) });
  s += pot(rev(440, 900 - 676, [[0, 56], [6, 59], [100, 58], [112, 50]]), C.lacquer, { noShadow: true });
  s += bowl(1190, 965, 96, 96, { fill: '#f1ece0', liquid: '#efe9d2', over: q => S.ring(q, 66, 8, C.leaf) }) + bowl(1400, 900, 92, 92, { fill: '#f1ece0', liquid: '#efe9d2', over: q => S.ring(q, 64, 8, C.leaf) });
  s += leaf(130, 1010, 340, 76, 6, { c: '#3f6b46' }) + leaf(90, 1090, 380, 70, -10, { c: '#5f8a55' }) + leaf(700, 1115, 380, 74, 174, { c: '#2f5a3c' }) + leaf(640, 1010, 300, 66, 24, { c: '#6f9460' });
  const ball = (x, y, r) => contact(x, y + r * 0.72, r * 0.9, 0.5) + solid(blob(x, y, r, r * 0.92, 0.03), '#ddd5c2', { s: r * 0.3, dark: 0.45, light: 0.5, under: range(60, () => circle(x + rr(-r, r), y + rr(-r, r), rr(1, 3.4), pick(['#a59a80', '#8c9468', '#f4eee0', '#b7a98a']), { opacity: 0.6 })).join('') });
  return s + ball(230, 985, 66) + ball(420, 1000, 70) + ball(320, 1066, 74) + ball(520, 1080, 64);
});

scene('tinh-bot-nghe-nep-do-tan-thanh', 'Hũ thủy tinh và bát tinh bột nghệ màu cam đỏ, thìa gỗ, củ nghệ nếp đỏ cắt lát', 'A glass jar and a bowl of orange-red turmeric starch, a wooden spoon and cut red turmeric', () => {
  let s = stage({ wall: '#f0dfc9', table: '#e9d8bd', shadow: 'window', sa: 0.13, y: 610 }) + hold();
  const v = rev(500, 900, [[0, 240], [16, 258], [50, 264], [440, 264], [490, 240], [520, 214], [550, 214]]);
  s += leaf(40, 880, 760, 140, -72, { c: '#58824f', shadow: false, veins: 26 }) + leaf(160, 880, 640, 120, -100, { c: '#3f6d47', shadow: false, veins: 24 });
  s += glass(v, { fillTo: 430, glow: '#eba04a', inside: q => path(q.d, lin(q.cx - q.rm, 0, q.cx + q.rm, 0, [[0, '#9c4a10'], [0.3, '#e38a35'], [0.6, '#d2701f'], [1, '#8e420d']])) + range(1100, () => circle(q.cx + rr(-q.rm, q.rm), q.fy - rr(-60, q.ht), rr(1, 2.6), pick(REDTURM), { opacity: 0.5 })).join('') + ell(q.cx, q.top, q.rt, q.rt * K, '#e9a052') + heap(q.cx, q.top + 8, q.rt * 0.95, 36, 700, S.dots(REDTURM, 1.5, 3), { shadow: false, under: '#db7f2a' }), label: q => label(q, 90, 340, { a: C.lacquer, mark: S.markFlower('#c5621a') }) });
  s += pot(rev(500, 900 - 544, [[0, 232], [6, 238], [80, 238], [90, 226]]), C.woodPale, { noShadow: true, gloss: 0.2, over: range(14, i => line(`M240 ${270 + i * 8}Q500 ${330 + i * 8} 760 ${268 + i * 8}`, C.wood, 1.8, { opacity: 0.35 })).join('') });
  s += bowl(1110, 975, 290, 160, { fill: '#7e4a33', inside: '#8a5138', contents: q => heap(1110, q.iy + 20, q.Ri - 6, 160, 3600, S.dots(REDTURM, 1.6, 3.6), { shadow: false, under: '#d2741f', prof: z => (1 - z) ** 0.9 }) });
  s += S.spoon(1270, 800, 380, -24, { c: C.woodPale, h: 8, r: 62, heap: heapFlat(0, -6, 52, 380, S.dots(REDTURM, 1.6, 3.6), { ky: 0.7 }) });
  s += S.rhizome(290, 1070, 1.3, -6, { skin: '#a4562c', flesh: '#d9661a', cut: [0, 2] }) + range(4, i => S.rootSlice(590 + i * 70, 1112 - (i % 2) * 28, 50, { flesh: '#d9661a', skin: '#8f4822', ky: 0.6 })).join('');
  return s + scatter(960, 1130, 130, 14, 120, S.dots(REDTURM, 1.2, 2.8));
});

scene('tinh-nghe-bac-kan', 'Cối đá đựng tinh nghệ vàng nhìn từ trên, củ nghệ, lát nghệ và lá nghệ quanh giấy dó', 'Golden turmeric powder in a stone mortar seen from above, with roots, slices and leaves', () => {
  let s = flat({ base: '#dfddc8', shadow: 'palm', sa: 0.12 });
  s += deckle(230, 130, 1130, 940, { c: '#fbf5e6' });
  s += leaf(70, 250, 840, 140, 30, { c: '#4d7c4c', h: 14, veins: 30 }) + leaf(10, 700, 700, 125, 6, { c: '#6c9459', h: 12, veins: 26 });
  const X = 800, Y = 580;
  s += castFlat(E(X, Y, 370), 36, { a: 0.42 }) + solid(E(X, Y, 370), '#8f8d84', { s: 32, dark: 0.5, light: 0.38, under: range(1000, () => circle(X + rr(-370, 370), Y + rr(-370, 370), rr(1, 3.6), pick(['#6e6d67', '#a8a79f', '#c1c0b7', '#57564f']), { opacity: 0.5 })).join('') });
  s += circle(X, Y, 298, rad(X + 50, Y + 60, 330, [[0, '#8d8c84'], [0.7, '#5f5e58'], [1, '#3c3b37']])) + clip(circle(X, Y + 15, 284, '#c9771a') + heapFlat(X, Y + 15, 282, 8000, S.dots(TURM, 1.6, 3.4)) + blur(ell(X - 70, Y - 60, 130, 90, '#fbe0a0', { opacity: 0.6 }) + ell(X + 110, Y + 130, 150, 100, '#8a4308', { opacity: 0.5 }), 36), E(X, Y, 294));
  const pd = ribbon([[885, 500], [1080, 310], [1310, 90]], t => 82 - 44 * Math.sin(t * 2.2) + 4, 30);
  s += castFlat(pd, 30, { a: 0.42 }) + solid(pd, '#98968d', { s: 22, dark: 0.5, light: 0.42, under: range(340, () => circle(rr(830, 1360), rr(40, 580), rr(1, 3.4), pick(['#6e6d67', '#b8b7ae', '#57564f']), { opacity: 0.5 })).join('') }) + at(ell(0, 0, 22, 46, '#b7b5ab') , 1302, 98, -44) + clip(heapFlat(860, 535, 100, 600, S.dots(TURM, 1.6, 3.2)), pd);
  s += S.rhizome(1270, 930, 1.5, -20, { cut: [0, 1] }) + S.rhizome(370, 1000, 1.2, 160, { cut: [2] });
  s += [[690, 1060, 60], [800, 1105, 64], [905, 1040, 56], [1010, 1110, 60], [1230, 590, 56], [1340, 660, 64]].map(p => S.rootSlice(p[0], p[1], p[2])).join('');
  s += S.spoon(1250, 420, 330, 16, { c: C.wood, r: 60, heap: heapFlat(0, 0, 50, 520, S.dots(TURM, 1.6, 3.2)) });
  return s + scatter(1080, 900, 120, 60, 90, S.dots(TURM, 1.2, 2.8));
});

scene('tra-hoa-vang-bac-kan', 'Ấm thủy tinh pha trà hoa vàng, chén trà và cành trà hoa vàng đang nở', 'Golden camellia tea in a glass pot, a cup, and a flowering branch', () => {
  let s = stage({ wall: '#dfe3d2', table: '#eadfc9', shadow: 'window', sa: 0.12, y: 620 }) + hold();
  const v = rev(600, 940, [[0, 150], [8, 168], ...belly(268, 24, 340, -0.76, 0.84), [366, 136], [384, 140]]);
  const hd = ribbon([[366, 690], [290, 640], [200, 650], [160, 740], [190, 840], [270, 890], [372, 880]], () => 17, 60), sp = ribbon([[830, 800], [930, 770], [985, 690], [1010, 610], [1080, 560]], t => 56 - 34 * t, 40);
  s += castUp(hd + sp, 600, 940, { a: 0.12 });
  s += path(hd, '#eef2ea', { opacity: 0.6 }) + line(hd, '#5b6a60', 2, { opacity: 0.4 }) + line('M352 678Q200 600 166 740', '#fffdf6', 6, { opacity: 0.8 });
  s += path(sp, '#e3b555', { opacity: 0.6 }) + line(sp, '#5b6a60', 2, { opacity: 0.4 }) + line('M850 764Q950 730 972 640', '#fffdf6', 6, { opacity: 0.7 });
  s += glass(v, { fillTo: 290, glow: '#f0c45c', body: 0.3, inside: q => path(q.d, lin(q.cx - q.rm, 0, q.cx + q.rm, 0, [[0, '#b37a1c'], [0.3, '#efcb74'], [0.65, '#e2b047'], [1, '#a16a18']]), { opacity: 0.92 }) + ell(q.cx, q.top, q.rt, q.rt * K, '#f6e0a0') + S.camellia(560, 800, 116, 20, { shadow: false }) + S.camellia(725, 850, 84, 60, { shadow: false, ky: 0.85 }) + S.camBud(450, 880, 36, 30) });
  s += pot(rev(600, 560, [[0, 144], [12, 140], [44, 92], [62, 34]]), '#dfe5da', { noShadow: true, gloss: 0.9, dark: 0.25, round: 0.5 }) + pot(rev(600, 498, [[0, 20], [16, 28], [40, 28], [52, 12]]), C.woodPale, { noShadow: true });
  s += bowl(1110, 1020, 150, 116, { fill: C.porcelain, liquid: '#e2b048', over: q => S.ring(q, 88, 6, C.leaf) });
  const br = stem([[1640, 60], [1480, 260], [1330, 370], [1180, 520]], 13, '#7a5a3e') + stem([[1480, 260], [1440, 470], [1400, 640]], 9, '#7a5a3e');
  s += br + [[1560, 150, 260, 70, 150], [1480, 255, 250, 66, 205], [1330, 370, 230, 60, 240], [1230, 470, 220, 56, 200], [1445, 450, 250, 66, 40], [1410, 600, 240, 60, 128], [1390, 320, 220, 60, 100], [1520, 210, 220, 58, 70]].map((q, i) => leaf(...q, { c: ['#2f5f40', '#3d6f49', '#4f7f50'][i % 3], gloss: 1, shadow: false, veins: 9 })).join('');
  s += S.camBud(1165, 545, 46, -150) + S.camellia(1500, 150, 100, 80, { shadow: false }) + S.camellia(1350, 380, 132, 10, { shadow: false }) + S.camellia(1400, 660, 112, 50, { shadow: false });
  return s + S.camellia(250, 1090, 104, 0, { ky: 0.72 }) + S.camBud(420, 1110, 40, 70);
});

scene('tra-bi-thom-yen-duong', 'Quả bí xanh thơm phủ phấn trắng, khoanh bí tươi, hộp trà và chén trà bí', 'A fragrant wax gourd with white bloom, fresh rounds, a tea box and a cup of gourd tea', () => {
  let s = stage({ wall: '#e4e6d4', table: '#e2d7bd', shadow: 'palm', sa: 0.13, y: 570 }) + runner(720, 1110, { c: '#f6efe0', a: C.leaf, b: C.lacquer, top: false }) + hold(1.1);
  s += S.box3(1110, 860, 300, 170, 390, 24, { c: '#f3ecda', cl: '#f5efdf', cr: '#e9dfc8', ct: '#f8f3e6', left: rect(0, 0, 300, 390, '#f5efdf') + rect(0, 300, 300, 90, C.leaf) + at(band(320, 40, { a: C.leaf, b: C.lacquer }), 0, 322) + at(S.gourdSlice(0, 0, 84, { shadow: false }), 150, 150) + leaf(210, 240, 90, 26, -60, { c: C.leafMid, shadow: false }), right: rect(0, 300, 170, 90, C.leaf) });
  s += stem([[130, 800], [170, 690], [150, 610], [210, 560], [190, 520]], 4, '#8a9a58') + leaf(120, 800, 300, 110, -58, { c: '#5c8a50', veins: 9 }) + leaf(130, 800, 250, 90, -22, { c: '#47784b', veins: 8 });
  s += at(S.waxGourd(0, 0, 900, 126, -7, { c: '#4b744a', h: 30 }), 560, 770);
  s += S.gourdSlice(400, 1000, 150, { ky: 0.5, t: 26 }) + S.gourdSlice(640, 1055, 130, { ky: 0.5, t: 24 }) + S.gourdSlice(180, 1070, 120, { ky: 0.5, t: 24 });
  s += bowl(1010, 1030, 128, 104, { fill: C.porcelain, liquid: '#c9b04e', over: q => S.ring(q, 78, 6, C.leaf) });
  s += heap(1330, 1060, 150, 62, 420, (x, y, t) => S.teaCurl(['#7a6a3c', '#a8964f', '#cbbd78', '#e3d9a6'], 20, 6)(x, y, t), { under: '#8a7a46' });
  return s;
});

scene('tra-tui-loc-bi-xanh-thom-phja', 'Chén trà vàng nhạt nhìn từ trên với các túi lọc, khoanh bí xanh và hoa bí', 'A cup of pale tea from above with tea bags, rounds of green squash and a squash flower', () => {
  let s = flat({ base: '#d8decb', linen: true, shadow: 'leaf', sa: 0.14 });
  s += deckle(560, 70, 920, 760, { c: '#faf4e5' });
  s += leaf(80, 240, 300, 150, 20, { c: '#4f7f4d', veins: 9 }) + leaf(60, 560, 260, 130, -14, { c: '#6c9758', veins: 8 });
  s += S.gourdSlice(300, 330, 178, { h: 16 }) + S.gourdSlice(170, 640, 140, { h: 14 });
  s += S.cupTop(820, 560, 250, { saucer: '#e9ecdf', c: '#f4f1e6', liquid: '#cdb556' });
  s += line('M900 690Q930 900 990 860T1050 930', '#f6efe0', 6) + line('M900 693Q930 903 990 863T1050 933', SH, 1.5, { opacity: 0.3 }) + at(castFlat('M-48 -60L48 -60L48 60L-48 60Z', 8, { a: 0.3 }) + path('M-48 -60L48 -60L48 60L-48 60Z', C.leaf) + rect(-40, -52, 80, 104, 'none', { stroke: C.paper, 'stroke-width': 2.5 }) + S.markLeaf(C.paper)(0, 4, 32), 1056, 960, 14);
  const tb = (x, y, a, k, st, ta) => S.teabag(x, y, k, a, { leaf: '#a4a464', tag: C.leaf, string: st, tagAt: ta });
  s += tb(1350, 540, 10, 1.75, 'M0 -90C30 -140 90 -150 60 -110', [66, -84]) + tb(1330, 960, -14, 1.75, 'M0 -90C30 -150 96 -140 104 -70', [106, -44]) + tb(640, 1030, -24, 1.6, 'M0 -90C20 -130 90 -130 108 -70', [112, -46]);
  s += at(range(5, i => g(solid('M0 0C-50 -30 -70 -110 0 -170C70 -110 50 -30 0 0Z', '#e2b43c', { s: 14, darkC: '#8a5a10', light: 0.5, under: line('M0 0L0 -150', '#a8741a', 3, { opacity: 0.5 }) }), { transform: `rotate(${i * 72 + 10})` })).join('') + circle(0, 0, 26, '#b5801c') + circle(-4, -5, 16, '#e8c860'), 1370, 220, 0, 0.86);
  return s + S.gourdSlice(310, 960, 120, { h: 12 });
});

scene('tra-muop-dang-rung-nhu-co', 'Mướp đắng rừng quả nhỏ gai nhọn trên dây lá, rổ lát khô và ấm đất', 'Small spiky wild bitter gourds on the vine, a basket of dried slices and a clay teapot', () => {
  let s = stage({ wall: '#e9dfca', table: '#ddceb0', shadow: 'blind', sa: 0.09, y: 600 }) + hold(1.07);
  const v = rev(1120, 930, [[0, 200], [20, 214], [90, 270], [150, 300]]);
  s += S.teapot(560, 900, 205, { c: '#9a5a3c', gloss: 0.35 });
  s += S.shadowOf(v) + clip(S.basketOver(v, 7, 26, ['#c9a261', '#b58c4c', '#dcbc80']), v.d);
  s += clip(path(v.d, lin(820, 0, 1420, 0, [[0, SH, 0.3], [0.25, '#fffaf0', 0.2], [0.6, SH, 0.06], [1, SH, 0.5]])), v.d) + ell(1120, 780, 300, 93, '#8a6630') + ell(1120, 780, 284, 84, '#5d4320');
  s += clip(heap(1120, 796, 268, 104, 250, (x, y) => S.bitterSlice(x, y, rr(28, 40), { ky: 0.62, h: 4 }), { shadow: false, under: '#6a6a38' }), 'M700 300H1540V780H1408A288 88 0 0 1 832 780H700Z');
  s += line(poly(range(40, i => { const a = Math.PI * i / 39; return [1120 + Math.cos(a) * 297, 780 + Math.sin(a) * 92]; }), false), '#b88f4c', 16) + line(poly(range(40, i => { const a = Math.PI * i / 39; return [1120 + Math.cos(a) * 297, 776 + Math.sin(a) * 92]; }), false), '#e3c78e', 5);
  const vine = [[-60, 250], [140, 190], [330, 260], [520, 180], [700, 240], [860, 170]];
  s += line(smooth(vine), '#7d8f4a', 9) + line(smooth(vine), '#a9b873', 3, { opacity: 0.7 });
  const lobed = (x, y, k, a, c) => at([[-78, 70], [-38, 96], [0, 108], [38, 96], [78, 70]].map(q => g(solid(`M0 0C-34 -20 -30 -${q[1] * 0.7} 0 -${q[1]}C30 -${q[1] * 0.7} 34 -20 0 0Z`, c, { s: 8, dark: 0.36, under: line(`M0 0L0 -${q[1]}`, light(c, 0.5), 2.4, { opacity: 0.7 }) + range(4, i => line(`M0 -${20 + i * 18}l16 -12M0 -${20 + i * 18}l-16 -12`, light(c, 0.4), 1.3, { opacity: 0.5 })).join('') }), { transform: `rotate(${q[0]})` })).join(''), x, y, a, k);
  s += lobed(140, 210, 1.4, 160, '#4d7c48') + lobed(420, 200, 1.3, 20, '#5f8f52') + lobed(720, 230, 1.4, 190, '#3f6d44') + lobed(600, 190, 1.1, -30, '#6c9a5a');
  s += [[250, 400, 96], [480, 350, 84], [860, 330, 92]].map(([x, y, a], i) => line(`M${x} ${y - 90}Q${x + 14} ${y - 150} ${x - 10} ${230 - i * 14}`, '#8a9a55', 5) + S.bitterGourd(x, y, 210, 70, a, { c: ['#4f8246', '#5f934e', '#558a4a'][i], spike: 1.5, p: 0.85, shadow: false })).join('');
  s += S.bitterGourd(330, 1060, 240, 74, -12, { c: '#4f8246', spike: 1.5, p: 0.85 }) + S.bitterGourd(610, 1090, 220, 68, 14, { c: '#629650', spike: 1.5, p: 0.85 });
  return s + range(4, i => S.bitterSlice(830 + i * 74, 1080 + (i % 2) * 34, 40, { ky: 0.6 })).join('');
});

scene('quynh-mai-homestay', 'Nhà sàn bên hồ Ba Bể, núi đá vôi trong sương sớm và thuyền độc mộc', 'A stilt house by Ba Bể lake, limestone hills in morning mist and a dugout boat', () => {
  let s = rect(-60, -60, W + 120, H + 120, lin(0, 0, 0, 760, [[0, '#f4e7cf'], [0.5, '#f2ead9'], [1, '#dfe3d6']])) + S.fibres(220, { y1: 640 }) + circle(1080, 250, 92, '#c9573c', { opacity: 0.75 });
  const karst = (y, c, hs, a) => { const p = [[-80, y]]; hs.forEach(([x, h, w]) => { p.push([x - w, y - h * 0.1], [x - w * 0.72, y - h * 0.62], [x - w * 0.3, y - h * 0.96], [x + w * 0.16, y - h], [x + w * 0.6, y - h * 0.66], [x + w * 0.92, y - h * 0.14]); }); p.push([W + 80, y]); const d = smooth(p) + `L${W + 80} ${y + 30}L-80 ${y + 30}Z`; return clip(path(d, lin(0, y - 480, 0, y, [[0, c], [0.6, c], [1, light(c, 0.72)]])) + range(70, () => { const x = rr(0, W), yy = rr(y - 420, y); return line(`M${f1(x)} ${f1(yy)}q${f1(rr(-10, 10))} ${f1(rr(20, 50))} ${f1(rr(-18, 4))} ${f1(rr(50, 110))}`, dark(c, 0.25), f1(rr(2, 7)), { opacity: 0.12 }); }).join('') + range(40, () => circle(rr(0, W), rr(y - 380, y), rr(10, 34), light(c, 0.3), { opacity: 0.1 })).join(''), d, { opacity: a }); };
  s += karst(660, '#a9b8b2', [[180, 300, 170], [520, 390, 200], [900, 260, 180], [1240, 370, 200], [1540, 300, 150]], 0.75) + blur(rect(-60, 560, W + 120, 90, '#f4f0e4', { opacity: 0.7 }), 26);
  s += karst(690, '#6d8b7c', [[60, 330, 190], [760, 210, 170], [1180, 190, 150], [1480, 400, 220]], 0.9) + blur(rect(-60, 600, W + 120, 80, '#f4f0e4', { opacity: 0.75 }), 24);
  s += rect(-60, 690, W + 120, 600, lin(0, 690, 0, H, [[0, '#d9e0d6'], [0.4, '#a9beb4'], [1, '#6f9088']]));
  s += clip(blur(path('M40 690L120 1000L330 690Z', '#6d8b7c', { opacity: 0.5 }) + path('M1240 690L1440 1080L1660 690Z', '#5d7d70', { opacity: 0.55 }) + rect(1040, 700, 84, 380, '#d8765a', { opacity: 0.5 }), 18), `M-60 690H${W + 60}V${H + 60}H-60Z`);
  s += range(120, () => { const y = 700 + rnd() ** 1.4 * 500, l = rr(40, 200) * (0.4 + (y - 690) / 500); return line(`M${f1(rr(-50, W))} ${f1(y)}l${f1(l)} 0`, pick(['#f4f2e8', '#eef0e6', '#4f7268']), f1(rr(1.2, 3.6)), { opacity: f1(rr(0.12, 0.4)) }); }).join('');
  s += S.treeLine(-60, 700, 760, 90, ['#4f7257', '#3f6449', '#64865f']) + path('M-80 690C200 668 520 690 800 736C720 770 300 790 -80 800Z', '#7d8f5c') + path('M-80 720C200 706 480 718 720 748C600 772 240 784 -80 796Z', '#94a26a', { opacity: 0.7 });
  s += g(S.stiltHouse(0, 0, { door: true }), { transform: 'translate(400 735) scale(1.18)' });
  s += blur(path('M120 800L700 800L640 930L180 930Z', '#3d4f42', { opacity: 0.35 }), 20);
  s += S.bananaPlant(60, 770, 1.1) + S.bananaPlant(770, 750, 0.7);
  s += S.dugout(1080, 920, 1.15);
  s += range(11, i => { const x = 1420 + (i % 4) * 56 + rr(-16, 16), h = rr(120, 300); return line(`M${f1(x)} 1230Q${f1(x - 10)} ${f1(1230 - h * 0.6)} ${f1(x + rr(-50, 40))} ${f1(1210 - h)}`, pick(['#3f6449', '#4f7a50', '#2e5a3b']), f1(rr(4, 9))); }).join('') + [[150, 1120, 90], [300, 1170, 70], [60, 1190, 80], [1240, 1160, 76]].map(p => S.lotusLeaf(p[0], p[1], p[2], { ky: 0.34, c: '#5c875a', h: 6 })).join('') + S.lotus(250, 1130, 64, 1);
  return s;
});

scene('tra-shan-tuyet-ban-na', 'Búp chè Shan phủ tuyết trắng trên lá, ấm gốm men ngọc và chén trà, sau là núi mây', 'Shan tea buds with white down on leaves, a celadon pot and cup before misty hills', () => {
  let s = stage({ wall: '#e9e0cc', table: '#d9cdb2', y: 650, fibres: 160, shadow: 'leaf', sa: 0.1 });
  const hill = [S.ridge(620, 330, '#bac8c2', { n: 9, f: 1.9, a: 0.8 }), S.ridge(650, 220, '#94aaa2', { n: 8, f: 2.3, ph: 1, a: 0.75 }), S.ridge(680, 140, '#6d8b80', { n: 10, f: 1.6, ph: 2, a: 0.7 })];
  s += clip(rect(180, 60, 1240, 590, '#f1efe2') + circle(1120, 210, 60, '#c9573c', { opacity: 0.7 }) + hill[0] + blur(rect(100, 470, 1400, 60, '#f4f3ec', { opacity: 0.8 }), 22) + hill[1] + blur(rect(100, 540, 1400, 60, '#f4f3ec', { opacity: 0.8 }), 22) + hill[2], 'M180 60H1420V560H180Z') + line('M180 60H1420V560H180Z', '#c9b48c', 6) + rect(166, 44, 1268, 16, C.woodDark) + rect(166, 560, 1268, 16, C.woodDark) + hold();
  s += S.teapot(520, 930, 220, { c: '#a9bfae', gloss: 0.7, knob: '#8fa998', over: v => range(3, i => S.ring(v, 200 - i * 12, 3, '#7f9a88')).join('') });
  s += bowl(1010, 930, 120, 104, { fill: '#b4c8b6', liquid: '#c9ad4a' }) + bowl(1280, 880, 112, 98, { fill: '#b4c8b6', liquid: '#c9ad4a' });
  s += leaf(760, 1090, 480, 96, -6, { c: '#3f6b48', gloss: 1 }) + leaf(1500, 1080, 460, 90, 178, { c: '#2f5a3d', gloss: 1 }) + leaf(820, 1130, 430, 80, 10, { c: '#557f50' });
  s += heap(1120, 1080, 280, 110, 460, S.downyBud, { under: '#8b8f74' });
  return s + range(6, i => S.downyBud(rr(720, 840), rr(1080, 1140), 0.6)).join('') + S.teaSprig(260, 1080, 1.2, -18);
});

scene('gao-bao-thai-cho-don', 'Bao đay mở miệng đầy gạo Bao thai trắng tròn, đấu gỗ và bông lúa', 'An open jute sack of round white Bao thai rice, a wooden measure and ears of rice', () => {
  let s = stage({ wall: '#ead9c3', table: '#dcc9a8', shadow: 'window', sa: 0.14, y: 590 }) + hold();
  s += [[1180, 560, 1, 6], [1240, 590, 1, 14], [1110, 600, -1, -8], [1300, 540, 1, 22], [1060, 540, -1, -18]].map(q => S.riceEar(1190, 900, q[1], q[2], { rot: q[3], l: 12 })).join('');
  const R1 = ['#a89d86', '#d6ccb8', '#f3ecdd', '#fffdf6'];
  s += S.sack(560, 1000, 350, 520, (x, y, rx, ry) => clip(heap(x, y + 8, rx, 130, 3600, S.rice(R1, 8.4, 4.4), { shadow: false, under: '#cfc4ad', k: 0.28 }), `M0 0H1200V${y}H${x + rx}A${rx} ${ry} 0 0 1 ${x - rx} ${y}H0Z`), { mark: S.markHill(C.leaf) });
  s += S.spoon(600, 400, 330, -38, { c: C.wood, r: 74, h: 6, heap: heapFlat(-4, -4, 58, 420, S.rice(R1, 8.4, 4.4), { ky: 0.75 }) });
  s += S.box3(1150, 1020, 220, 220, 170, 45, { c: '#b98a57', cl: '#b98a57', cr: '#a87a4a', ct: '#7b5632', left: range(9, i => line(`M0 ${i * 20}Q110 ${i * 20 + rr(-8, 8)} 220 ${i * 20}`, '#7d542e', 2, { opacity: 0.4 })).join(''), right: range(9, i => line(`M0 ${i * 20}Q110 ${i * 20 + rr(-8, 8)} 220 ${i * 20}`, '#6d4725', 2, { opacity: 0.4 })).join('') });
  s += clip(heap(1150, 785 + 10, 148, 74, 1500, S.rice(R1, 8.4, 4.4), { shadow: false, under: '#cfc4ad', k: 0.3 }), 'M900 500H1400V800L1150 845L900 800Z');
  return s + heap(900, 1120, 210, 26, 700, S.rice(R1, 8.4, 4.4), { under: '#d5cab3' }) + scatter(1130, 1130, 230, 26, 90, S.rice(R1, 8.4, 4.4));
});

scene('mam-tom-le-gia', 'Hũ mắm tôm tím, bát mắm đánh bông, chanh, ớt, moi biển và rau tía tô', 'A jar of purple shrimp paste, a whipped bowl, lime, chillies, tiny shrimp and perilla leaves', () => {
  let s = stage({ wall: '#ead8cd', table: '#e3d2bd', shadow: 'window', sa: 0.12, y: 600 }) + runner(770, 1120, { c: '#f6efe2', a: C.lacquer, b: C.leaf, top: false }) + hold(1.2);
  const v = rev(480, 900, [[0, 196], [14, 212], [46, 220], [330, 220], [386, 196], [410, 178], [440, 178]]), P = '#85566a';
  s += leaf(110, 880, 420, 130, -60, { c: '#6a4458', shadow: false, veins: 14 }) + leaf(200, 880, 380, 120, -100, { c: '#4f6b4a', shadow: false, veins: 14 });
  s += glass(v, { fillTo: 380, glow: '#b98a96', inside: q => path(q.d, lin(q.cx - q.rm, 0, q.cx + q.rm, 0, [[0, '#4f2d3f'], [0.3, '#9a6a7c'], [0.6, '#825367'], [1, '#462738']])) + blur(range(40, () => ell(q.cx + rr(-q.rm, q.rm), q.fy - rr(0, q.ht), rr(20, 60), rr(6, 16), pick(['#6d4256', '#a87c8a', '#5d374a']), { opacity: 0.4 })).join(''), 8) + range(200, () => circle(q.cx + rr(-q.rm, q.rm), q.fy - rr(-60, q.ht), rr(1, 2.4), pick(['#cfa6ae', '#4f2d3f']), { opacity: 0.5 })).join('') + ell(q.cx, q.top, q.rt, q.rt * K, '#a87a8a'), label: q => label(q, 70, 280, { a: '#6d3f54', mark: S.markFish('#6d3f54') }) });
  s += pot(rev(480, 900 - 432, [[0, 192], [6, 198], [74, 198], [82, 186]]), C.lacquer, { noShadow: true, gloss: 0.5, over: range(30, i => line(poly([[290 + i * 13, 380], [290 + i * 13, 560]], false), C.lacquerDeep, 3, { opacity: 0.4 })).join('') });
  s += bowl(1040, 970, 220, 130, { fill: C.porcelain, inside: '#e8dfd2', over: q => S.ring(q, 96, 7, C.leaf), contents: q => { const cy = q.iy + 14; return ell(1040, cy, q.Ri * 0.96, q.ryi * 0.94, rad(1000, cy - 16, 210, [[0, '#c5a0aa'], [0.7, '#9d7080'], [1, '#6d4256']])) + range(150, () => { const a = rr(0, 6.28), t = Math.sqrt(rnd()), r = rr(4, 13), X = 1040 + Math.cos(a) * t * q.Ri * 0.88, Y = cy + Math.sin(a) * t * q.ryi * 0.84; return ell(X, Y, r, r * 0.66, rad(X - r * 0.3, Y - r * 0.3, r * 1.3, [[0, '#f0dfe0'], [0.5, '#c9a6ae'], [1, '#8f6272']]), { opacity: 0.92 }); }).join('') + range(7, () => S.chilliRing(rr(930, 1150), cy + rr(-34, 30), rr(11, 15))).join(''); } });
  s += S.limeHalf(1330, 900, 104, { ky: 0.62 }) + S.chilli(1230, 1065, 250, -12) + S.chilli(1290, 1110, 220, 8, { c: '#8f1d14' });
  s += range(13, i => S.shrimp(rr(560, 860), rr(1030, 1120), rr(0.62, 0.8), rr(-40, 40), { c: pick(['#d9a696', '#cf9a8e', '#e2b5a4']) })).join('');
  return s + leaf(120, 1060, 250, 86, 12, { c: '#74506a', veins: 10 }) + leaf(210, 1110, 260, 84, -16, { c: '#557a4c', veins: 10 });
});

scene('nuoc-mam-le-gia-40n', 'Chai nước mắm màu hổ phách trước thùng gỗ ủ chượp, bát nước chấm và cá cơm', 'An amber bottle of fish sauce before a wooden vat, a dipping bowl and anchovies', () => {
  let s = stage({ wall: '#e8dcc6', table: '#d9c5a3', shadow: 'blind', sa: 0.1, y: 640 }) + hold();
  s += S.vat(1080, 860, 390, 560, { contents: v => clip(ell(1080, v.top + 30, v.rt - 22, v.rt * K - 16, '#4a1f0a') + blur(ell(960, v.top + 20, 120, 18, '#c9752c', { opacity: 0.5 }), 8) + range(11, i => at(rect(-330, -8, 660, 16, lin(0, -8, 0, 8, [[0, '#e3cb94'], [0.5, '#c2a060'], [1, '#7d5f2d']])), 1080, v.top - 66 + i * 19, 0)).join('') + [[930, 12, 64], [1080, -22, 60], [1215, 14, 66], [1040, 46, 62], [1160, 58, 52]].map(q => contact(q[0], v.top + q[1] + q[2] * 0.3, q[2] * 0.95, 0.5) + solid(blob(q[0], v.top + q[1], q[2], q[2] * 0.56, 0.08, 11), pick(['#8b8880', '#9c988e', '#7f7b73']), { s: 15, dark: 0.55, light: 0.4, under: range(40, () => circle(q[0] + rr(-60, 60), v.top + q[1] + rr(-34, 34), rr(1, 3), pick(['#63605a', '#b9b5ab']), { opacity: 0.5 })).join('') })).join(''), E(1080, v.top + 2, v.rt - 16, v.rt * K - 8)) });
  s += S.sauceBottle(400, 985, 1.36, { c: '#98430f', glow: '#e08f3a' });
  s += bowl(800, 1080, 170, 92, { fill: C.porcelain, liquid: '#a8511a', over: q => S.ring(q, 66, 6, C.lacquer) }) + clip(range(6, i => S.chilliRing(740 + i * 26, 1004 + (i % 3) * 12, 12)).join('') + range(5, i => S.garlicSlice(770 + i * 26, 1016 - (i % 2) * 16, 10)).join(''), E(800, 1000, 150, 44));
  s += S.dish(1260, 1060, 290, '#cbbd9c') + range(9, i => S.fish(1050 + (i % 3) * 46 + Math.floor(i / 3) * 34, 1020 + i * 11, 250, -8 + (i % 4) * 6)).join('');
  return s;
});

scene('chieu-coi-ngan-khuong', 'Chiếu cói dệt tay viền đỏ xanh trải ra, một đầu cuộn lại, bên bó cói khô', 'A hand-woven sedge mat with red and green borders, one end rolled, beside a bundle of dried sedge', () => {
  let s = flat({ base: '#e2cfb4', shadow: 'leaf', sa: 0.12 });
  s += at(S.sedgeMat(1500, 860), 40, 330, -7) + at(S.matRoll(960, 112), 70, 250, -7);
  return s + S.sedgeBundle(1250, 800, 1.15, -62);
});

scene('ong-hut-tre-vibabo', 'Ống hút tre bó dây gai và cắm trong ống tre, cốc nước chanh có ống hút, cành lá tre', 'Bamboo straws tied in a bundle and standing in a bamboo cup, a glass of limeade with a straw', () => {
  let s = stage({ wall: '#dfe5d2', table: '#e3d5b8', shadow: 'palm', sa: 0.12, y: 600 }) + hold(1.14);
  const st = (x, y, l, a, w = 13) => S.strawTube(x, y, l, w, a, { shadow: false, node: rr(0.5, 0.8) });
  s += range(11, i => st(520 + (i - 5) * 20 + rr(-6, 6), 800, rr(430, 520), -90 + (i - 5) * 3.4 + rr(-2, 2))).join('');
  const v = rev(520, 930, [[0, 150], [6, 156], [300, 160], [306, 158]]);
  s += pot(v, '#c9b268', { gloss: 0.3, over: range(60, () => { const a = rr(0, 3.14), h = rr(0, 200); return line(poly([v.pt(a, h), v.pt(a + 0.01, h + rr(40, 110))], false), pick(['#9a8a45', '#e6d698']), 2, { opacity: 0.35 }); }).join('') + S.ring(v, 100, 14, '#8a7a3e', { opacity: 0.8 }) + S.ring(v, 110, 6, '#ece0ac') }) + S.mouth(v, '#8a6a34', { rim: '#eadcae', w: 14 });
  s += clip(range(11, i => st(520 + (i - 5) * 20, 800, 480, -90 + (i - 5) * 3.4)).join(''), `M300 0H740V600L672 624A152 47 0 0 1 368 624L300 600Z`);
  s += line(poly(v.arc(306, 152, 0.1, Math.PI - 0.1), false), '#eadcae', 12) + line(poly(v.arc(306, 157, 0.1, Math.PI - 0.1), false), '#b59a55', 2);
  const gl = rev(1030, 950, [[0, 116], [10, 122], [200, 140], [420, 152]]);
  s += st(1000, 860, 560, -74, 17);
  s += glass(gl, { inside: '#d9dca0', ia: 0.55, fillTo: 350, glow: '#e6e6a8', open: true, back: () => st(1000, 860, 560, -74, 17) });
  s += g(range(3, i => at(solid(rrect(-48, -44, 96, 88, 16), '#f2f5ea', { s: 14, dark: 0.2, light: 0.9 }), 980 + i * 66, 650 + (i % 2) * 60, i * 23 - 10)).join(''), { opacity: 0.6 }) + g(S.limeHalf(1000, 780, 62), { opacity: 0.75 }) + at(S.limeHalf(0, 0, 76, {}), 1172, 545, 18);
  s += range(9, i => S.strawTube(660 + (i % 5) * 4, 1030 + i * 12 - (i > 4 ? 56 : 0), 560, 14, -5 + rr(-1.4, 1.4), { node: rr(0.3, 0.7), h: 7 })).join('') + at(solid('M-17 -58Q0 -66 17 -58L19 60Q0 68 -17 60Z', '#a98a56', { s: 6, dark: 0.5, under: range(9, i => line(`M-20 ${-54 + i * 13}L20 ${-48 + i * 13}`, '#6f5630', 2.4, { opacity: 0.7 })).join('') }), 900, 1036, -5);
  return s + S.bambooSprig(60, 1010, 1.35, 10) + S.bambooSprig(1600, 740, 1.3, 158);
});

scene('gao-nep-gia-mieu', 'Rá tre đầy gạo nếp cái hoa vàng nhìn từ trên, bó lúa vàng và bát xôi trên lá', 'A bamboo basket of golden-flower sticky rice from above, a sheaf of ripe rice and steamed rice on a leaf', () => {
  let s = flat({ base: '#e9dcc0', shadow: 'leaf', sa: 0.12 });
  const R2 = ['#a3946a', '#d9cca8', '#f4ecd6', '#fffdf4'];
  s += met(600, 640, 500, { cell: 24 }) + blur(circle(612, 654, 396, SH, { opacity: 0.4 }), 14) + clip(circle(600, 640, 396, '#d9ccab') + heapFlat(600, 640, 392, 4200, S.rice(R2, 13, 7.4), { edge: 0.03 }) + blur(ell(480, 500, 200, 150, '#fffaf0', { opacity: 0.5 }) + ell(760, 820, 250, 130, '#7d5f2c', { opacity: 0.42, transform: 'rotate(-40 760 820)' }) + ell(600, 640, 120, 60, '#7d5f2c', { opacity: 0.16 }), 46), blob(600, 640, 396, 396, 0.02, 30));
  s += S.sheaf(1310, 560, 1.02, 78);
  s += bananaLeaf(1020, 1010, 540, 125, -10, { cut: true, h: 10 }) + S.stickyMound(1290, 962, 158, R2);
  return s + scatter(1040, 820, 90, 60, 60, S.rice(R2, 10.5, 6)) + S.spoon(640, 760, 420, 38, { c: C.wood, r: 76, heap: heapFlat(0, 0, 60, 260, S.rice(R2, 10.5, 6)) });
});

scene('che-lam-phu-quang', 'Thanh chè lam phủ bột trắng xếp trên lá chuối, gừng, lạc, mật mía và chén trà', 'Bars of chè lam dusted with flour on banana leaf, with ginger, peanuts, molasses and tea', () => {
  let s = stage({ wall: '#ecdfc9', table: '#dfcba8', shadow: 'leaf', sa: 0.13, y: 440 }) + hold(1.13, 790, 1500);
  s += lay(bananaLeaf(-560, 0, 1120, 330, 0, { cut: true, h: 10 }), 700, 900, -3, 0.56);
  const bar = (x, y, th, c = '#b88a58') => S.box3(x, y, 330, 120, 46, th, { c, cl: c, cr: dark(c, 0.06), ct: light(c, 0.2), len: 0.8, left: S.flecks(330, 46, 36), right: S.flecks(120, 46, 16), top: S.flecks(330, 120, 70) + S.dusting(330, 120) });
  s += bar(560, 900, 16) + bar(960, 850, 22) + bar(640, 1010, 14) + bar(1010, 970, 18) + bar(700, 866, 24) + bar(960, 800, 12) + bar(740, 930, 18) + bar(800, 800, 20) + bar(880, 884, 20);
  s += bowl(1290, 800, 128, 100, { fill: '#7e4a33', inside: '#6b3c28', liquid: '#4a1d0a' }) + bowl(250, 800, 130, 104, { fill: C.celadon, liquid: '#a9a042' });
  s += S.steam(250, 690, 190, 0.5);
  s += S.rhizome(1330, 1030, 1.1, 12, { skin: '#c9a26a', flesh: '#ead08a', cut: [0] }) + S.peanutShell(200, 1050, 1.1, -18) + S.peanutShell(340, 1100, 1.05, 24) + range(9, i => S.peanut()(rr(420, 600), rr(1090, 1130), rnd())).join('') + range(3, i => S.rootSlice(1130 + i * 66, 1110 + (i % 2) * 20, 40, { flesh: '#e8d08e', skin: '#b08a50', ky: 0.62 })).join('');
  return s;
});

scene('nhung-huou-chien-son', 'Cặp nhung hươu phủ lông tơ trên khay sơn mài lót giấy dó, đĩa lát nhung và lá rừng', 'A pair of velvet antlers on a lacquer tray lined with paper, a dish of slices and forest leaves', () => {
  let s = flat({ base: '#dcd9c6', shadow: 'palm', sa: 0.13 }) + leaf(1120, 190, 480, 100, 40, { c: '#4f7a4c', h: 12 }) + leaf(1250, 90, 470, 92, 62, { c: '#2f5a3d', h: 12 }) + S.tray(110, 110, 1040, 980, C.lacquer);
  s += deckle(205, 205, 850, 790, { c: '#f6ecd8' });
  s += at(S.antler(0, 0, 1.3, 5), 450, 900, 0, -1, 1) + S.antler(812, 900, 1.3, 5);
  s += S.plateTop(1310, 760, 235, C.porcelain, { line: C.leaf }) + range(22, i => { const a = i / 14 * 6.28, q = i < 14 ? 124 : 62, b = i < 14 ? a : i / 8 * 6.28; return S.antlerSlice(1310 + Math.cos(b) * q, 760 + Math.sin(b) * q, 46); }).join('') + S.antlerSlice(1310, 756, 46);
  return s + S.antlerSlice(1230, 1090, 50) + S.antlerSlice(1330, 1070, 48) + S.antlerSlice(1290, 1130, 46);
});

scene('cu-do-phong-nga', 'Bánh cu đơ tròn kẹp bánh tráng vừng, miếng bẻ lộ lạc và mật mía, bát chè xanh', 'Round cu đơ candy between sesame wafers, broken pieces of peanut and molasses, and green tea', () => {
  let s = flat({ base: '#e7d5ba', shadow: 'blind', sa: 0.08 }) + lay(bananaLeaf(-700, 0, 1400, 320, 0, { cut: true, h: 12 }), 690, 620, -16, 1);
  s += at(S.brittle(blob(0, 0, 318, 312, 0.03, 22)), 520, 520) + S.cracker(470, 470, 318, { c: '#dfbd80', h: 16, seeds: 330, rot: 20 });
  const open = blob(0, 0, 268, 262, 0.02, 22);
  s += S.cracker(1030, 760, 290, { seeds: 60, h: 12 }) + at(S.brittle(open, { h: 4 }), 1030, 760);
  const wedge = (x, y, a, k) => at(S.brittle('M-150 -60Q0 -150 160 -60L40 120Q0 150 -30 120Z', { h: 12 }) + clip(S.cracker(0, 20, 240, { seeds: 240, h: 0 }), 'M-150 -60Q0 -150 160 -60L140 -28Q20 -16 -60 30L-122 -20Z'), x, y, a, k);
  s += wedge(560, 980, 12, 1.15) + wedge(250, 930, -24, 0.95);
  s += S.cupTop(1300, 300, 190, { c: '#8a5a40', in: '#9c6a4c', liquid: '#a8a33c' }) + leaf(1150, 60, 200, 52, 170, { c: '#4f7f4c', gloss: 1 }) + leaf(1400, 520, 190, 50, 40, { c: '#3f6d46', gloss: 1 });
  s += S.rhizome(1370, 960, 0.95, -24, { skin: '#c9a26a', flesh: '#ead08a', cut: [0] }) + S.peanutShell(860, 150, 1.05, -30) + S.peanutShell(990, 200, 1, 16) + range(14, () => S.peanut()(rr(800, 1010), rr(1060, 1140), rnd())).join('');
  return s + scatter(760, 1000, 300, 110, 70, S.sesame());
});

scene('nuoc-mam-luan-nghiep', 'Dãy chum sành ủ nước mắm đội nón, chai nước mắm và đĩa cá cơm tươi', 'A row of clay jars under conical lids, a bottle of fish sauce and a dish of fresh anchovies', () => {
  let s = stage({ wall: '#dcdfd2', table: '#d9c9ac', shadow: 'leaf', sa: 0.14, y: 560 }) + hold();
  s += S.chum(210, 700, 190, 300, { c: '#7e4a33' }) + S.chum(620, 690, 195, 310, { c: '#8a5236' }) + S.chum(1420, 690, 190, 300, { c: '#75442f' }) + S.chum(1020, 720, 205, 330, { c: '#93593a' });
  s += S.chum(330, 980, 260, 420, { c: '#8a5236', open: false }) ;
  s += S.sauceBottle(800, 1030, 1.12, { c: '#7c3410', cap: C.leaf, a: C.leaf, mark: S.markDrop, glow: '#c9752c' });
  s += S.dish(1230, 1030, 300, '#e6ded0') + range(10, i => S.fish(1000 + (i % 3) * 52 + Math.floor(i / 3) * 30, 984 + i * 11, 270, -9 + (i % 4) * 6)).join('');
  return s + heap(560, 1120, 110, 34, 520, S.dots(['#c9c2b4', '#e9e5da', '#ffffff'], 3, 6), { under: '#d9d3c6' });
});

scene('banh-da-vung-nguyen-lam', 'Bánh đa vừng tròn to dựng trên phên tre, chồng bánh và miếng bẻ', 'Large round sesame rice crackers leaning on a bamboo rack, a stack and broken pieces', () => {
  let s = stage({ wall: '#efe0c6', table: '#dcc5a0', shadow: 'window', sa: 0.14, y: 720 }) + hold();
  s += S.rack(70, 110, 1460, 660);
  s += contact(360, 812, 120, 0.4) + S.cracker(360, 520, 290, { rot: 10, ky: 0.99, seeds: 300, h: 12 }) + contact(1240, 822, 120, 0.4) + S.cracker(1240, 524, 296, { rot: 40, ky: 0.99, black: true, seeds: 230, c: '#e6cfa0', h: 12 }) + contact(800, 878, 170, 0.5) + S.cracker(800, 540, 336, { rot: 0, ky: 0.99, h: 13, seeds: 380 });
  s += range(7, i => S.cracker(400 + rr(-6, 6), 1050 - i * 15, 270, { ky: 0.3, rot: i * 40, h: i ? 5 : 26, seeds: i === 6 ? 260 : 20, blisters: i === 6 ? 90 : 10 })).join('');
  const shard = (x, y, a, k, d) => at(castFlat(d, 12, { a: 0.36 }) + clip(S.cracker(0, 0, 300, { h: 0, seeds: 280, rot: 0 }), d) + line(d, '#f6e8c8', 5, { opacity: 0.7 }), x, y, a, k);
  s += shard(880, 1050, -8, 0.95, 'M-190 20L-130 -70L-40 -92L60 -60L170 -84L200 10L120 70L10 60L-60 90Z') + shard(1250, 1060, 14, 0.9, 'M-170 -40L-60 -90L50 -56L160 -90L180 40L60 84L-40 50L-150 70Z') + shard(1080, 1130, 4, 0.5, 'M-120 -20L0 -70L110 -30L90 50L-60 60Z');
  return s + scatter(1060, 1120, 360, 50, 90, S.sesame());
});

scene('mat-ong-cuong-nga', 'Hũ mật ong vàng, que gỗ nhỏ mật, tảng sáp ong và hoa rừng', 'A jar of golden honey, a wooden dipper with a thread of honey, honeycomb and forest flowers', () => {
  let s = stage({ wall: '#efe3c8', table: '#e2cda2', shadow: 'palm', sa: 0.13, y: 610 }) + hold(1.12, 760);
  const v = rev(520, 930, [[0, 190], [12, 214], [50, 232], [330, 232], [400, 214], [430, 178], [446, 172], [476, 172]]);
  s += glass(v, { inside: '#cf7d12', fillTo: 432, glow: '#f0b03c', body: 0.3, label: q => label(q, 90, 300, { a: C.leaf, mark: S.markFlower('#d0871a') }) });
  s += pot(rev(520, 930 - 466, [[0, 190], [6, 196], [76, 196], [84, 184]]), C.woodPale, { noShadow: true, gloss: 0.25, over: range(12, i => line(`M310 ${380 + i * 9}Q520 ${440 + i * 9} 730 ${378 + i * 9}`, C.wood, 1.8, { opacity: 0.35 })).join('') });
  s += S.dish(1100, 980, 330, C.porcelain, { line: C.leaf });
  s += S.combBlock(1070, 900, 300, 150);
  s += S.dipper(1200, 720, 1.25, -38) + path('M1108 796C1104 840 1112 860 1108 905Q1108 930 1126 936L1090 936Q1106 926 1102 900C1104 860 1096 840 1098 796Z', '#dd9620', { opacity: 0.92 });
  s += range(6, i => S.blossom([170, 270, 330, 210, 1420, 1340][i], [1010, 1070, 1000, 1105, 1060, 1110][i], [56, 62, 46, 50, 58, 50][i], i * 24, { c: ['#f3ead6', '#f6efe0', '#efe0cf', '#f3ead6', '#f6efe0', '#f3ead6'][i], deep: '#c9a86a', stc: '#b58a2a', stt: '#e0b53c', ky: 0.8, flatShadow: 1 })).join('');
  return s + leaf(60, 1060, 170, 46, -20, { c: '#5f8a55' }) + leaf(400, 1100, 180, 44, 14, { c: '#3f6d46' }) + leaf(1480, 1090, 160, 44, -150, { c: '#4f7f4d' });
});

scene('tra-muop-dang-mai-huong', 'Mẹt lát mướp đắng khô, quả mướp đắng dài tươi và chén trà vàng nhìn từ trên', 'A bamboo tray of dried bitter-melon rounds, long fresh melons and a cup of golden tea from above', () => {
  let s = flat({ base: '#dadfca', shadow: 'leaf', sa: 0.13 }) + met(1010, 640, 480, { cell: 24 });
  s += [[380, 27], [290, 21], [200, 15], [112, 8], [0, 1]].map(([R, n]) => range(n, i => { const a = i / n * 6.283 + R; return S.bitterSlice(1010 + Math.cos(a) * R, 640 + Math.sin(a) * R, rr(54, 62), { h: 7 }); }).join('')).join('');
  s += S.bitterGourd(300, 330, 560, 92, -38, { c: '#86a85a', p: 0.55, bend: -34, h: 18 }) + S.bitterGourd(420, 520, 540, 88, -30, { c: '#6f9a50', p: 0.55, bend: -30, h: 18 });
  s += range(4, i => S.bitterSlice(180 + i * 96, 700 + (i % 2) * 62, 62, { dry: 0, seeds: 4, h: 8 })).join('');
  s += S.cupTop(330, 980, 168, { saucer: '#e8ebdd', c: '#f4f1e6', liquid: '#c9a63c', deco: S.bitterSlice(350, 1000, 50, { h: 3 }) });
  return s + leaf(560, 1060, 230, 70, 10, { c: '#5f8f52', veins: 8 }) + S.bitterSlice(600, 960, 46, {});
});

scene('tra-hoa-vang-ba-che', 'Đĩa hoa trà vàng sấy, hộp thiếc mở nắp, hai chén trà và một bông tươi nhìn từ trên', 'A plate of dried golden camellia flowers, an open tin, two cups of tea and a fresh flower from above', () => {
  let s = flat({ base: '#e6d9c2', linen: true, shadow: 'window', sa: 0.1 }) + S.tray(560, 110, 960, 780, '#7c1a12', { r: 40 });
  s += leaf(90, 240, 380, 96, 24, { c: '#2f5f40', gloss: 1, h: 10 }) + leaf(60, 480, 340, 86, -18, { c: '#4f7f50', gloss: 1, h: 10 }) + leaf(330, 80, 300, 80, 62, { c: '#3d6f49', gloss: 1, h: 10 });
  s += S.camellia(330, 330, 170, 12, { h: 16 });
  s += S.plateTop(905, 500, 325, '#e9e4d4', { line: C.leaf, lw: 7, h: 20 });
  s += range(8, i => { const a = i / 8 * 6.283; return S.dryCamellia(905 + Math.cos(a) * 182, 500 + Math.sin(a) * 182, 98); }).join('') + range(3, i => { const a = i / 3 * 6.283 + 0.5; return S.dryCamellia(905 + Math.cos(a) * 76, 500 + Math.sin(a) * 76, 100); }).join('');
  s += S.cupTop(1372, 300, 116, { c: C.porcelain, liquid: '#dcae40' }) + S.cupTop(1372, 690, 116, { c: C.porcelain, liquid: '#dcae40', deco: S.dryCamellia(1378, 696, 54) });
  s += S.tinTop(300, 850, 240, '#2e5a3b') + range(3, i => S.dryCamellia([560, 660, 570][i], [990, 1050, 1120][i], 62)).join('') + S.tinLid(980, 1040, 150, '#2e5a3b');
  return s + S.camBud(1300, 1020, 52, 60, { sepal: '#7d6a7a' }) + S.camBud(1410, 1090, 46, 110, { sepal: '#7d6a7a' }) + S.dryCamellia(1220, 1110, 54);
});

scene('ngoc-trai-akoya-ha-long', 'Vỏ trai mở với viên ngọc Akoya trong lòng xà cừ, chuỗi ngọc và khuyên tai trên lụa', 'An open oyster with an Akoya pearl on mother-of-pearl, a strand and earrings on silk', () => {
  let s = flat({ base: '#cfd6d6', fibres: 120 }) + S.silk(0, 0, W, H, '#dbdcd6') + S.windowShadow('palm', { a: 0.1 });
  s += S.oyster(500, 400, 1.22, -10);
  s += S.strand([[1110, 110], [1360, 130], [1480, 340], [1420, 580], [1180, 680], [1010, 830], [1040, 1030], [1260, 1090], [1470, 980]], 32);
  s += S.pearl(600, 700, 84) + S.pearl(440, 780, 42) + S.pearl(150, 1010, 38) + S.pearl(230, 1090, 30) + S.pearl(100, 1110, 26);
  return s + [[940, 330, -10], [1070, 400, 12]].map(p => at(line('M0 -74C-26 -74 -26 -38 0 -40', '#a8a39a', 5) + circle(0, -38, 7, '#c9c4ba') + path(S.leafPath(40, 12), '#b9b4aa', { transform: 'translate(0 -40) rotate(64)' }) + path(S.leafPath(36, 10), '#d6d1c6', { transform: 'translate(0 -40) rotate(110)' }) + S.pearl(0, 10, 34), p[0], p[1], p[2])).join('');
});

scene('trung-vit-bien-dong-rui', 'Rổ trứng vịt biển vỏ xanh nhạt trên ổ rơm, bát lòng đỏ cam và lá đước', 'A basket of pale blue-green sea-duck eggs on straw, a bowl with deep orange yolks and mangrove leaves', () => {
  let s = flat({ base: '#d5dbd0', shadow: 'leaf', sa: 0.13 }) + met(620, 610, 510, { cell: 26, cs: ['#c9a869', '#b89354', '#dcc08a'] });
  s += clip(circle(620, 610, 400, '#8f6c34') , E(620, 610, 400)) + S.strawNest(620, 610, 0, 400, 900) ;
  const eggs = [[400, 420, -30], [590, 370, 12], [790, 430, 40], [340, 620, -70], [540, 580, 20], [740, 620, -16], [900, 610, 74], [440, 800, 120], [640, 790, -8], [830, 810, 50]];
  s += eggs.map(([x, y, a], i) => S.egg(x, y, 94, a, { c: ['#c3d6cf', '#cfdcd2', '#b9cfc8', '#d9e0d4', '#e3e2d4'][i % 5] })).join('') + S.strawNest(620, 610, 330, 420, 150);
  s += S.cupTop(1320, 700, 225, { c: '#7e4a33', in: '#5f3623' }) + clip(circle(1320, 712, 178, rad(1290, 680, 200, [[0, '#f6efd8', 0.5], [0.7, '#f0dfae', 0.55], [0.94, '#d9b878', 0.75], [1, '#fff6dc', 0.8]])) + blur(line('M1190 640A170 170 0 0 1 1290 548', '#fffdf0', 10, { opacity: 0.7 }), 4) + [[1262, 660], [1384, 700], [1290, 780]].map(p => circle(p[0] + 6, p[1] + 9, 72, '#8a5a10', { opacity: 0.35 }) + circle(p[0], p[1], 70, S.yolk(p[0], p[1])) + blur(ell(p[0] - 22, p[1] - 28, 18, 10, '#fff6dc', { opacity: 0.9 }), 3)).join(''), E(1320, 706, 190));
  s += S.halfShell(1230, 1010, 96, -24, '#c3d6cf') + S.halfShell(1420, 1050, 92, 150, '#cfdcd2');
  return s + [[1180, 120, 250, 64, 24], [1330, 190, 240, 62, -24], [1290, 330, 230, 58, 46], [1420, 120, 220, 56, 88]].map((q, i) => leaf(...q, { c: ['#4f7a4c', '#2f5f42', '#6c9459', '#3d6f49'][i], gloss: 1, veins: 7 })).join('') + S.egg(1110, 1100, 84, 66, { c: '#d9e0d4' });
});

scene('hat-sen-say-nam-huy', 'Bát hạt sen sấy, gương sen xanh, hoa sen hồng và lá sen', 'A bowl of dried lotus seeds, green lotus pods, a pink lotus and its leaf', () => {
  let s = stage({ wall: '#ecdcd2', table: '#ded6bf', shadow: 'palm', sa: 0.12, y: 590 }) + hold();
  s += stem([[330, 900], [300, 600], [350, 380]], 12, '#7d9456') + S.lotus(352, 430, 300, 1, -4) + stem([[190, 900], [150, 640], [120, 520]], 10, '#7d9456') + S.lotusBud(118, 560, 215, -12);
  s += S.lotusLeaf(420, 960, 430, { ky: 0.36, c: '#5c875a', h: 18 });
  const L = ['#b98a4a', '#d9b679', '#efdcb0', '#f9efd2'];
  s += bowl(960, 960, 290, 168, { fill: C.celadon, inside: '#a9bba4', contents: q => heap(960, q.iy + 22, q.Ri - 14, 150, 240, S.lotusSeed(L, 25), { shadow: false, under: '#c9a568' }) });
  s += S.lotusPod(1390, 900, 132, 62) + S.lotusPod(420, 900, 124, -50);
  return s + scatter(640, 1080, 130, 34, 14, S.lotusSeed(L, 25)) + scatter(1290, 1090, 130, 26, 12, S.lotusSeed(L, 25));
});

scene('ngu-tra-hong-lien', 'Búp sen hồng buộc lạt ủ trà bên trong, chén trà men trắng, hũ trà và bình sen', 'Pink lotus buds tied to keep tea inside, a white tea cup, a tea caddy and a vase of lotus', () => {
  let s = stage({ wall: '#e9e2d3', table: '#dcd2b8', y: 640, disc: [1120, 370, 280, '#dba595', 0.45], shadow: 'palm', sa: 0.1 }) + runner(800, 1140, { c: '#f6efe2', a: C.lacquer, b: C.leaf, top: false }) + hold();
  s += stem([[330, 640], [320, 460], [250, 300]], 10, '#7d9456') + stem([[350, 640], [370, 470], [450, 380]], 10, '#7d9456') + stem([[320, 640], [250, 540], [130, 480]], 9, '#7d9456');
  s += S.lotus(246, 340, 250, 1, -10) + S.lotusBud(455, 420, 200, 16) + S.lotusPod(112, 470, 74, -24);
  const vv = rev(340, 900, [[0, 100], [10, 112], [90, 150], [190, 140], [260, 84], [300, 70], [330, 82]]);
  s += pot(vv, '#a9bfae', { gloss: 0.7, open: '#5d7466', over: S.ring(vv, 226, 5, '#7f9a88') + S.ring(vv, 212, 4, '#7f9a88') });
  const cv = rev(1130, 900, [[0, 158], [6, 164], [350, 164], [356, 158]]);
  s += pot(cv, '#8f1d14', { gloss: 0.5, over: label(cv, 64, 290, { a: C.leaf, mark: (x, y, r) => S.lotus(x, y + r * 0.7, r * 1.5, 1) }) }) + pot(rev(1130, 900 - 354, [[0, 160], [4, 166], [74, 166], [82, 158]]), '#7c1a12', { noShadow: true, gloss: 0.5 });
  s += bowl(1380, 950, 124, 108, { fill: C.porcelain, liquid: '#cfae52', over: q => S.ring(q, 82, 6, C.lacquer) });
  s += S.lotusLeaf(620, 1050, 370, { ky: 0.3, c: '#5c875a', h: 14 });
  s += S.lotusBud(430, 980, 400, 64, { tie: 1, stem: 1 }) + S.lotusBud(480, 1085, 410, 82, { tie: 1, stem: 1 });
  return s + heap(1200, 1110, 190, 70, 460, S.teaCurl(GREEN, 22, 5), { under: '#2b3520' });
});

scene('nem-chua-que-hoang-khanh', 'Nem chua gói lá chuối buộc lạt, chiếc bóc lá hồng tươi, quế thanh, tiêu, tỏi và ớt', 'Fermented pork in banana-leaf parcels, one unwrapped, with cinnamon bark, pepper, garlic and chilli', () => {
  let s = flat({ base: '#e7d3bd', shadow: 'palm', sa: 0.12 }) + met(580, 600, 530, { cell: 25 });
  s += [[400, 260, -10], [640, 215, 5], [860, 330, 14], [930, 570, -6], [250, 480, 12], [230, 730, -8], [400, 920, 10], [650, 975, -5], [870, 830, 16]].map(q => S.nemParcel(q[0], q[1], 1.12, q[2])).join('');
  s += S.nemOpen(570, 600, 1.62, -6);
  s += S.cinnamon(1260, 300, 470, -24) + S.cinnamon(1300, 400, 450, -14) + S.cinnamon(1240, 460, 420, -32);
  s += S.garlic(1180, 720, 1.15, -10) + S.garlicSlice(1300, 800, 26) + S.garlicSlice(1350, 770, 24) + S.garlicSlice(1310, 850, 22);
  s += S.chilli(1130, 950, 300, -14) + S.chilli(1200, 1030, 280, 6, { c: '#8f1d14' }) + leaf(1330, 660, 230, 66, -60, { c: '#3f6d46' });
  return s + range(46, () => { const a = rr(0, 6.28), q = Math.sqrt(rnd()); return S.pepper(1440 + Math.cos(a) * q * 90, 800 + Math.sin(a) * q * 80, rr(8, 12)); }).join('');
});

scene('mai-vang-tien-phat', 'Cây mai vàng dáng thế nở hoa trong chậu gốm men xanh', 'A trained yellow apricot tree in bloom in a glazed pot', () => {
  let s = stage({ wall: '#ead9c6', table: '#dfceb0', y: 860, disc: [800, 430, 350, '#dcb5a0', 0.55] }) + hold();
  const v = rev(800, 1090, [[0, 210], [20, 220], [60, 232], [160, 262], [200, 290], [230, 296], [236, 290]]);
  s += pot(v, '#3f5f56', { gloss: 0.6, cap: false, over: S.ring(v, 205, 14, '#567a6e') + S.ring(v, 110, 60, '#4b6d62') + range(9, i => { const [x, y] = v.pt(2.9 - i * 0.33, 112); return S.markFlower('#dfe3cf', '#3f5f56')(x, y, 24); }).join('') });
  s += ell(800, 854, 290, 90, '#5b7d71') + ell(800, 856, 270, 80, '#4a3524') + clip(heap(800, 866, 262, 30, 700, S.dots(['#3a281a', '#5d4430', '#7d6248'], 3, 7), { shadow: false, under: '#4a3524' }), `M400 500H1200V856H1070A270 80 0 0 1 530 856H400Z`);
  s += S.aprTree(800, 852) + S.aprTree(800, 872, true);
  return s + [[330, 1090], [430, 1130], [520, 1085], [1090, 1100], [1180, 1140], [1260, 1080], [980, 1150]].map(p => S.blossom(p[0], p[1], rr(22, 30), rr(0, 90), { ky: 0.5, flatShadow: 1 })).join('');
});

scene('lan-ho-diep-dan-hoai', 'Chậu lan hồ điệp hồng trắng hai cành hoa cong trên bệ gỗ', 'A potted moth orchid with two arching stems of pink and white flowers', () => {
  let s = stage({ wall: '#dfe3d6', table: '#dccdb2', y: 880, disc: [820, 460, 370, '#e3bfb4', 0.45], shadow: 'window', sa: 0.08 }) + hold();
  const A = [[780, 890], [740, 620], [640, 330], [440, 190], [230, 250]], B = [[820, 890], [860, 600], [980, 330], [1180, 200], [1390, 270]];
  const v = rev(800, 1110, [[0, 150], [10, 160], [200, 206], [224, 210], [230, 204]]);
  s += pot(v, C.porcelain, { gloss: 0.7, cap: false, over: S.ring(v, 176, 34, C.lacquer) + range(11, i => { const [x, y] = v.pt(3.0 - i * 0.286, 176); return path(poly([[x - 11, y], [x, y - 11], [x + 11, y], [x, y + 11]]), C.paper); }).join('') }) + ell(800, 880, 204, 63, '#f6f2e8') + ell(800, 882, 188, 54, '#5d4a34');
  s += clip(heap(800, 890, 182, 26, 260, (x, y, t) => path(blob(x, y, rr(8, 16), rr(5, 9), 0.3, 7), ramp(['#4a3826', '#7d6244', '#a58a62'], t)), { shadow: false, under: '#5d4a34' }), 'M400 500H1200V882H988A188 54 0 0 1 612 882H400Z');
  s += stem(A, 11, '#6f8450') + stem(B, 11, '#6f8450') + line('M762 880L750 470', '#a3834a', 7) + line('M842 880L878 470', '#a3834a', 7);
  s += [[790, 872, 430, 72, 202, -0.16], [812, 872, 430, 72, -22, 0.16], [792, 880, 400, 78, 176, 0.1], [812, 880, 400, 78, 4, 0.1]].map(q => leaf(q[0], q[1], q[2], q[3], q[4], { c: '#3f6d4a', bend: q[5], gloss: 1, veins: 0, h: 10, mw: 4 })).join('');
  const fl = (pts, ts, sz, c) => { const q = along(pts, 100); return ts.map((t, i) => { const m = q[Math.round(t * 100)]; return S.orchid(m.x + (i % 2 ? 44 : -36), m.y + (i % 2 ? 34 : -20), sz * (1 - i * 0.0), rr(-14, 14), c); }).join(''); };
  const buds = (pts, n) => along(pts, 100).slice(94).filter((_, i) => i % 3 === 0).map((m, i) => solid(E(m.x, m.y + 18, 24 - i * 5, 28 - i * 5), '#d9a9b4', { s: 6 })).join('');
  const P = { c: '#ecd0d6', v: '#a83e6c' }, Q = { c: '#f7efec', v: '#b4567e' };
  return s + buds(A) + buds(B) + fl(A, [0.86, 0.74, 0.62, 0.5, 0.4], 104, P) + fl(B, [0.86, 0.74, 0.62, 0.5, 0.4], 104, Q);
});

scene('lang-thai-hai', 'Bản nhà sàn Tày giữa đồi cọ, ao sen, chiếc cồng treo giá gỗ lúc sớm mai', 'A Tày village of stilt houses among palm hills, a pond, and a gong on its frame in the morning', () => {
  let s = rect(-60, -60, W + 120, H + 120, lin(0, 0, 0, 800, [[0, '#f1dfc2'], [0.6, '#f5ecd8'], [1, '#e9e6d0']])) + S.fibres(220, { y1: 600 }) + circle(420, 210, 84, '#d0684a', { opacity: 0.6 });
  s += S.ridge(520, 260, '#b9c5b0', { n: 11, f: 1.7, a: 0.8 }) + blur(rect(-60, 440, W + 120, 70, '#f6f0e0', { opacity: 0.8 }), 26) + S.ridge(580, 200, '#8fa688', { n: 10, f: 2.1, ph: 2, a: 0.85 }) + blur(rect(-60, 530, W + 120, 60, '#f6f0e0', { opacity: 0.6 }), 24);
  s += S.treeLine(-60, W + 60, 650, 100, ['#6d8f64', '#5b7f58', '#80a070']) + [[120, 640, 0.8], [690, 620, 0.7], [1010, 650, 0.85], [1520, 640, 0.95]].map(p => S.palmTree(p[0], p[1], p[2])).join('');
  s += path(`M-80 640Q400 590 800 640T1700 630V1300H-80Z`, lin(0, 620, 0, H, [[0, '#a9b27c'], [0.4, '#93a26a'], [1, '#7d8f5c']])) + range(700, () => { const x = rr(-40, W + 40), y = 650 + rnd() * 560, l = 8 + (y - 640) / 26; return line(`M${f1(x)} ${f1(y)}l${f1(rr(-5, 5))} ${f1(-l)}`, pick(['#6d8350', '#b9c288', '#8a9c60', '#5d7446']), f1(rr(1.2, 2.6)), { opacity: 0.5 }); }).join('');
  s += g(S.stiltHouse(0, 0), { transform: 'translate(560 705) scale(0.62)' }) + g(S.stiltHouse(0, 0), { transform: 'translate(1270 730) scale(0.8)' }) + S.palmTree(930, 720, 1.05) + S.treeLine(780, 980, 730, 60, ['#5b7f58', '#4f7257']) + S.palmTree(60, 760, 1.25);
  s += g(S.stiltHouse(0, 0), { transform: 'translate(330 850) scale(1.06)' });
  s += path('M560 1240C640 1130 760 1060 840 980C880 940 860 900 800 880L850 874C930 900 950 946 920 990C880 1060 860 1130 880 1240Z', '#e0d0aa') + path('M1010 960C1160 900 1500 910 1680 960V1080C1480 1110 1180 1100 1060 1050C1000 1026 980 980 1010 960Z', lin(0, 930, 0, 1090, [[0, '#c3d0c4'], [1, '#7f9c92']])) + range(40, () => line(`M${f1(rr(1040, 1560))} ${f1(rr(950, 1070))}l${f1(rr(30, 120))} 0`, '#f1f2e6', 2, { opacity: 0.4 })).join('') + [[1150, 1000, 50], [1290, 1040, 62], [1230, 960, 36], [1430, 1000, 52], [1540, 1050, 60]].map(p => S.lotusLeaf(p[0], p[1], p[2], { ky: 0.34, c: '#5c875a', h: 4 })).join('') + S.lotus(1340, 1010, 46, 1) + S.lotus(1200, 1030, 38, 0.1);
  return s + S.bananaPlant(690, 900, 0.8) + S.gong(1120, 1150, 1.0) + S.treeLine(-60, 260, 1180, 90, ['#4f7257', '#3f6449', '#5b7f58']) ;
});

scene('che-tom-non-hao-dat', 'Khay sơn mài với ấm gốm và chén trà xanh vàng nhìn từ trên, thìa gỗ búp chè xoăn và đọt chè tươi', 'A lacquer tray with a teapot and cups of green tea from above, a scoop of curled tea and fresh buds', () => {
  let s = flat({ base: '#dbe0cc', shadow: 'leaf', sa: 0.13 }) + S.tray(420, 100, 1090, 830, C.lacquerDeep, { r: 34 });
  s += S.teapotTop(800, 470, 215, -26, { c: '#8a5138' });
  s += [[1350, 290], [1370, 550], [1170, 720], [900, 800]].map(p => S.cupTop(p[0], p[1], 102, { c: C.celadon, liquid: '#b9b04a' })).join('');
  s += deckle(70, 640, 520, 480, { c: '#f8f1e0' });
  s += blur(circle(334, 886, 176, '#2b3520', { opacity: 0.8 }), 12) + S.heapFlat(330, 880, 200, 1150, S.teaCurl(GREEN, 26, 5.5, 0.07));
  s += S.spoon(640, 1060, 420, -8, { c: C.woodPale, r: 84, heap: S.heapFlat(0, 0, 66, 110, S.teaCurl(GREEN, 24, 5.5, 0.07)) });
  return s + S.teaSprig(130, 260, 1.5, 4) + S.teaSprig(190, 480, 1.2, 30) + S.teaSprig(1200, 1060, 1.25, 12);
});

scene('duong-hoa-dua-sokfarm', 'Bát gáo dừa đầy đường hoa dừa nâu vàng, nửa quả dừa, chùm hoa dừa và thìa gỗ', 'A coconut-shell bowl of golden-brown coconut sugar, half a coconut, coconut blossom and a wooden spoon', () => {
  let s = stage({ wall: '#e3e6d6', table: '#e2d2b4', shadow: 'palm', sa: 0.15, y: 600 }) + hold(1.08);
  const SG = ['#7d4a1e', '#a86a30', '#c98f52', '#e6bd86'];
  s += S.blossomSpray(1240, 560, 1.25);
  s += S.coconutHalf(360, 830, 230);
  s += bowl(850, 960, 300, 190, { fill: '#5d3b26', inside: '#6d482f', rim: '#a07a54', rimW: 14, prof: [[0, 110], [6, 120], [50, 200], [110, 262], [160, 292], [190, 300]], over: v => range(90, () => { const a = rr(0, 3.14), h = rr(0, 180); return line(poly([v.pt(a, h), v.pt(a + rr(-0.03, 0.03), Math.min(189, h + rr(10, 40)))], false), pick(['#3f2617', '#8a6244']), 2, { opacity: 0.4 }); }).join(''), contents: q => heap(850, q.iy + 24, q.Ri - 8, 150, 4200, S.dots(SG, 1.8, 4), { shadow: false, under: '#a86a30', prof: z => (1 - z * z) ** 0.9 }) });
  s += S.spoon(960, 770, 360, -34, { c: C.woodPale, r: 66, h: 6, heap: heapFlat(0, -4, 54, 460, S.dots(SG, 1.8, 4), { ky: 0.8 }) });
  s += S.dish(1310, 1010, 200, C.porcelain, { line: C.leaf }) + heap(1310, 990, 150, 66, 1300, S.dots(SG, 1.8, 4), { under: '#a86a30', shadow: false });
  return s + heap(520, 1110, 150, 30, 700, S.dots(SG, 1.8, 4), { under: '#a86a30' }) + range(3, i => S.box3(770 + i * 96, 1120 - (i % 2) * 26, 66, 66, 52, 45 - i * 8, { c: '#b57a40', left: S.grit(66, 52), right: S.grit(66, 52), top: S.grit(66, 66) })).join('');
});

scene('tho-cam-hoa-tien', 'Khăn và vải thổ cẩm Thái gấp chồng, hoa văn thoi và hươu, con tơ nhuộm màu tự nhiên', 'Folded Thái brocade with diamond and deer motifs, and silk hanks in natural dyes', () => {
  let s = flat({ base: '#e6d8c0', shadow: 'window', sa: 0.1 });
  s += S.brocade(560, 120, 480, 990, { a: '#7c1a12', rot: -3, h: 16, fringe: true });
  s += S.folded(290, 800, 430, 350, -7);
  s += S.hank(1290, 250, 520, 78, -24, { cs: ['#7c1a12', '#a8322a', '#c45a48'], tie: C.paper, n: 100, sw: 3, th: 16 }) + S.hank(1320, 500, 520, 78, -16, { cs: ['#c98a1c', '#e2ae48', '#f0cd80'], tie: C.lacquer, n: 100, sw: 3, th: 16 }) + S.hank(1330, 740, 520, 78, -22, { cs: ['#2e5a3b', '#4f7d4d', '#8aa86f'], tie: C.lacquer, n: 100, sw: 3, th: 16 }) + S.hank(1300, 980, 520, 78, -12, { cs: ['#25324a', '#3d4f6b', '#6d7f98'], tie: C.paper, n: 100, sw: 3, th: 16 });
  return s + S.shuttle(280, 300, 1.25, -28) + S.cocoon(150, 540, 46, 20) + S.cocoon(270, 560, 44, -30) + S.cocoon(390, 525, 42, 60);
});

scene('ca-phe-bot-bich-thao', 'Phin cà phê nhỏ giọt xuống cốc, cà phê bột, hạt rang và cành quả chín đỏ', 'A phin filter over a glass of coffee, ground coffee, roasted beans and a branch of red cherries', () => {
  let s = stage({ wall: '#e7d8c4', table: '#d3bb96', shadow: 'blind', sa: 0.1, y: 600 }) + hold(1.06);
  const CF = ['#24140b', '#3f2616', '#5d3b24', '#86603f'];
  s += S.sackSmall(1240, 850, 200, 340);
  s += S.dish(600, 985, 240, C.porcelain, { line: C.lacquer });
  const gl = rev(600, 955, [[0, 112], [10, 120], [180, 140], [270, 146]]);
  s += glass(gl, { inside: '#2b160b', fillTo: 150, glow: '#8a5a30', open: true });
  s += S.phin(600, 690, 1.15);
  s += heap(1010, 1060, 230, 110, 3000, S.dots(CF, 1.6, 3.6), { under: '#3a2214' }) + S.spoon(1040, 950, 380, -22, { c: C.wood, r: 66, h: 6, heap: heapFlat(0, -4, 54, 480, S.dots(CF, 1.6, 3.6), { ky: 0.8 }) });
  s += heap(300, 1090, 210, 70, 150, S.bean(CF, 24, 16), { under: '#2a180d' }) + scatter(560, 1110, 150, 30, 16, S.bean(CF, 24, 16));
  return s + S.cherryBranch(1640, 130, 1.05, 166) + scatter(1350, 1110, 110, 24, 9, (x, y) => S.cherry(x, y, 27));
});

scene('cao-ca-gai-leo-an-xuan', 'Hũ sành cao cà gai leo sẫm màu, bát cao sánh, miếng cao và cành lá hoa tím quả đỏ', 'A jar and bowl of dark cà gai leo extract, cut pieces, and a sprig with violet flowers and red berries', () => {
  let s = stage({ wall: '#dfe1d0', table: '#d9c6a4', shadow: 'leaf', sa: 0.13, y: 610 }) + hold(1.14);
  const v = rev(480, 920, [[0, 150], [12, 164], ...belly(240, 40, 330, -0.72, 0.8, 11), [370, 140], [400, 146]]);
  s += pot(v, '#6d4433', { gloss: 0.55, over: path(v.zone(210, 400), '#3f261b') + range(9, i => { const [x, y] = v.pt(2.9 - i * 0.33, 206); return path(`M${x - 30} ${y - 10}Q${x} ${y + rr(20, 80)} ${x + 30} ${y - 10}Z`, '#3f261b'); }).join('') + label(v, 90, 230, { a: C.leaf, a0: 2.5, a1: 0.9, n: 5, mark: S.markLeaf(C.leaf) }) });
  const lid = rev(480, 920 - 396, [[0, 158], [8, 164], [20, 150], [44, 60], [56, 44], [84, 48], [94, 24]]);
  s += pot(lid, '#7d5240', { noShadow: true, gloss: 0.4 });
  s += bowl(960, 980, 210, 128, { fill: C.celadon, inside: '#93a78f', contents: q => ell(960, q.iy + 16, q.Ri * 0.96, q.ryi * 0.93, rad(930, q.iy, 220, [[0, '#5d3217'], [0.6, '#3a1c0c'], [1, '#1f0f07']])) + blur(ell(880, q.iy + 2, 70, 13, '#d9a46a', { opacity: 0.8 }), 4) + line(`M840 ${q.iy + 24}Q960 ${q.iy + 60} 1080 ${q.iy + 22}`, '#8a5a30', 4, { opacity: 0.5 }) });
  s += S.dipSpoon(1040, 830, 1, -30);
  s += S.box3(1330, 960, 110, 110, 44, 40, { c: '#3f2110', ct: '#6d4020' }) + S.box3(1200, 1060, 110, 110, 44, 50, { c: '#3f2110', ct: '#6d4020' }) + S.box3(1400, 1080, 110, 110, 44, 34, { c: '#3f2110', ct: '#6d4020' }) + S.box3(1330, 918, 100, 100, 40, 58, { c: '#3f2110', ct: '#754624' });
  return s + S.gaiLeo(1560, 330, 1.3, 168) + S.gaiLeo(90, 1090, 1.05, -4);
});

// ---------------------------------------------------------------- site pictures: one spread, two croppings
const fillTop = (x, y, R, bowl_, n, grain, under) => S.cupTop(x, y, R, { c: bowl_, in: bowl_ }) + clip(circle(x, y, R, under) + heapFlat(x + 3, y + 4, R * 0.84, n, grain, { edge: 0.02 }) + blur(ell(x - R * 0.3, y - R * 0.3, R * 0.36, R * 0.26, '#fffaf0', { opacity: 0.35 }) + ell(x + R * 0.36, y + R * 0.4, R * 0.4, R * 0.26, SH, { opacity: 0.28 }), R * 0.14), E(x, y, R * 0.86));
const dishes = {
  noodles: (x, y, k) => at(met(0, 0, 330, { cell: 24 }) + S.hank(-10, -110, 430, 70, -12, { cs: NOODLE, tie: C.lacquer, n: 90, sw: 3.4, th: 17 }) + S.hank(20, 60, 430, 70, -6, { cs: NOODLE, tie: C.lacquer, n: 90, sw: 3.4, th: 17 }), x, y, 0, k),
  rice: (x, y, R) => fillTop(x, y, R, C.celadon, Math.round(R * R / 18), S.rice(['#a3946a', '#d9cca8', '#f4ecd6', '#fffdf4'], 10.5, 5), '#d9ccab'),
  turmeric: (x, y, R) => fillTop(x, y, R, '#7e4a33', Math.round(R * R / 6), S.dots(TURM, 1.6, 3.4), '#c9771a'),
  seeds: (x, y, R) => fillTop(x, y, R, C.porcelain, 90, S.lotusSeed(['#b98a4a', '#d9b679', '#efdcb0', '#f9efd2'], 23), '#c9a568'),
  coffee: (x, y, R) => fillTop(x, y, R, '#8a5a40', 150, S.bean(['#24140b', '#3f2616', '#5d3b24', '#86603f'], 22, 15), '#2a180d'),
  tea: (x, y, R) => S.cupTop(x, y, R, { saucer: '#e9ecdf', c: '#f4f1e6', liquid: '#c3a63e' }),
  sauce: (x, y, R) => S.cupTop(x, y, R, { c: C.porcelain, liquid: '#9a4a16' }) + S.chilliRing(x + R * 0.2, y + R * 0.16, R * 0.13) + S.chilliRing(x - R * 0.1, y + R * 0.4, R * 0.12),
  honey: (x, y, R) => S.cupTop(x, y, R, { c: C.woodPale, in: C.wood, liquid: '#d68a18' }) + S.dipper(x + R * 0.2, y + R * 0.1, R / 150, -34),
};
site.hero = { asked: true, w: 1600, h: 1200, draw() {
  let s = flat({ base: '#e6d8bf', shadow: 'palm', sa: 0.13 }) + S.brocade(560, -80, 470, 1380, { a: '#7c1a12', rot: 3, h: 12, cell: 9, from: 1 });
  s += leaf(1040, 20, 560, 130, 32, { c: '#4f7a4c', h: 12, veins: 22 }) + leaf(1150, -30, 520, 120, 58, { c: '#2f5a3d', h: 12, veins: 22 }) + leaf(-60, 1010, 460, 110, -28, { c: '#5d8650', h: 12, veins: 18 });
  s += dishes.noodles(350, 330, 1.02) + dishes.rice(800, 260, 185) + dishes.tea(1310, 300, 125);
  s += S.cracker(1370, 700, 215, { h: 14, seeds: 220 }) + dishes.turmeric(1030, 560, 140) + dishes.honey(820, 830, 170) + dishes.seeds(450, 850, 160);
  s += [[1130, 950, -10], [1330, 1010, 8]].map(q => S.nemParcel(q[0], q[1], 1.0, q[2])).join('') + dishes.coffee(150, 800, 115) + dishes.sauce(650, 560, 105);
  s += S.camellia(1150, 150, 92, 20) + S.cinnamon(1480, 960, 330, -62) + S.chilli(560, 1090, 240, -16) + S.chilli(640, 1140, 210, 6, { c: '#8f1d14' }) + S.lotusPod(240, 1080, 92, -24);
  return s + range(12, () => S.bean(['#24140b', '#3f2616', '#5d3b24'], 21, 14)(rr(40, 260), rr(620, 680), rnd())).join('') + S.rhizome(1010, 1110, 0.8, -10, { cut: [0] }) + S.blossom(1520, 500, 34, 10, { flatShadow: 1 }) + S.blossom(1460, 470, 26, 40, { flatShadow: 1 });
} };
site['og-default'] = { w: 1200, h: 630, draw() {
  let s = rect(-60, -60, 1800, 1300, '#e6d8bf') + flat({ base: '#e6d8bf', shadow: 'palm', sa: 0.13 }) + S.brocade(-80, 640, 1800, 300, { a: '#7c1a12', rot: -4, h: 12, cell: 9, from: 1 });
  s += leaf(980, -30, 520, 120, 40, { c: '#4f7a4c', h: 12, veins: 22 }) + leaf(1110, -60, 480, 110, 70, { c: '#2f5a3d', h: 12, veins: 22 }) + leaf(-40, 120, 360, 90, 30, { c: '#5d8650', h: 10, veins: 16 });
  s += dishes.noodles(350, 400, 0.94) + dishes.rice(820, 270, 185) + dishes.tea(1330, 260, 130) + dishes.turmeric(1080, 470, 120) + dishes.honey(770, 610, 150) + dishes.sauce(1000, 710, 85);
  s += S.cracker(1390, 600, 190, { h: 14, seeds: 190 }) + S.nemParcel(1180, 690, 0.8, -8) + dishes.seeds(585, 705, 100) + S.camellia(1090, 140, 88, 20) + S.chilli(90, 760, 220, -14);
  return g(s, { transform: 'scale(0.75)' });
} };

// Second and further pictures of a product: the same scene from nearby. name is that of the file.
const near = (id, name, vi, en, x, y, k) => (closer[id] ??= []).push({ name, alt: { vi, en }, draw: () => g(scenes[id].draw(), { transform: `translate(${W / 2} ${H / 2}) scale(${k}) translate(${-x} ${-y})` }) });
near('mien-dong-tai-hoan', 'gan-mien', 'Bó miến dong khô nhìn gần, sợi nhỏ buộc dây đỏ', 'A hank of dried canna vermicelli from nearby, fine strands tied in red', 690, 640, 2);
near('mien-dong-tai-hoan', 'gan-hoa', 'Hoa và củ dong riềng đỏ nhìn gần', 'Red canna flowers and tubers from nearby', 1245, 690, 2.3);
near('tra-hoa-vang-ba-che', 'gan-hoa', 'Bông trà hoa vàng tươi với lá xanh nhìn gần', 'A fresh golden camellia with green leaves from nearby', 330, 330, 2.5);
near('tra-hoa-vang-ba-che', 'gan-chen', 'Chén nước trà hoa vàng bên đĩa hoa trà khô', 'Cups of golden camellia tea beside a plate of dried flowers', 1230, 500, 2.2);
