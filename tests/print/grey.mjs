// Grey pictures in memory: cut out, made coarser, spoiled as a telephone in a shop spoils them.

import { readFile, writeFile } from 'node:fs/promises';

export class Grey {
  constructor(width, height, pixels = new Uint8Array(width * height).fill(255)) {
    Object.assign(this, { width, height, pixels });
  }

  /** A binary PGM, as poppler writes it. */
  static async read(file) {
    const bytes = await readFile(file);
    const head = bytes.subarray(0, 64).toString('latin1').match(/^P5\s+(\d+)\s+(\d+)\s+255\s/);
    if (!head) throw new Error(`${file} is no grey picture`);
    return new Grey(Number(head[1]), Number(head[2]), bytes.subarray(head[0].length));
  }

  async write(file) {
    await writeFile(file, Buffer.concat([Buffer.from(`P5\n${this.width} ${this.height}\n255\n`), this.pixels]));
  }

  /** The part from a left upper corner; what lies beside the picture is left out. */
  cut(left, top, width, height) {
    const [x, y] = [Math.max(0, Math.round(left)), Math.max(0, Math.round(top))];
    const inside = (length, rest) => Math.max(0, Math.min(Math.round(length), rest));
    const part = new Grey(inside(width, this.width - x), inside(height, this.height - y));
    for (let row = 0; row < part.height; row += 1) {
      const from = (y + row) * this.width + x;
      part.pixels.set(this.pixels.subarray(from, from + part.width), row * part.width);
    }
    return part;
  }

  /**
   * Where something dark hangs together that is at least so wide and high, as boxes: codes do, and photos and frames; lines of
   * text do not. Looked at in square cells: what is further apart than one of them does not hang together.
   */
  blocks(cell, least) {
    const [wide, high] = [Math.ceil(this.width / cell), Math.ceil(this.height / cell)];
    const dark = new Uint8Array(wide * high);
    for (let y = 0, at = 0; y < this.height; y += 1) {
      const row = Math.floor(y / cell) * wide;
      for (let x = 0; x < this.width; x += 1, at += 1) if (this.pixels[at] < 128) dark[row + Math.floor(x / cell)] = 1;
    }
    const found = [];
    for (let start = 0; start < dark.length; start += 1) {
      if (!dark[start]) continue;
      let [left, right, top, bottom] = [wide, 0, high, 0];
      const open = [start];
      dark[start] = 0;
      while (open.length) {
        const at = open.pop();
        const [x, y] = [at % wide, Math.floor(at / wide)];
        [left, right, top, bottom] = [Math.min(left, x), Math.max(right, x), Math.min(top, y), Math.max(bottom, y)];
        for (let down = Math.max(0, y - 1); down <= Math.min(high - 1, y + 1); down += 1) {
          for (let aside = Math.max(0, x - 1); aside <= Math.min(wide - 1, x + 1); aside += 1) {
            if (!dark[down * wide + aside]) continue;
            dark[down * wide + aside] = 0;
            open.push(down * wide + aside);
          }
        }
      }
      const box = { x: left * cell, y: top * cell, width: (right - left + 1) * cell, height: (bottom - top + 1) * cell };
      if (box.width >= least && box.height >= least) found.push(box);
    }
    return found;
  }

  /** Half as many dots in both directions, each the mean of four: a raster of 300 dpi becomes one of 150. */
  half() {
    const small = new Grey(this.width >> 1, this.height >> 1);
    for (let y = 0; y < small.height; y += 1) {
      for (let x = 0; x < small.width; x += 1) {
        const at = 2 * y * this.width + 2 * x;
        small.pixels[y * small.width + x] = (this.pixels[at] + this.pixels[at + 1] + this.pixels[at + this.width] + this.pixels[at + this.width + 1] + 2) >> 2;
      }
    }
    return small;
  }

  /**
   * One of the pictures that a telephone takes of paper in a shop: turned by 3° on white, blurred, with noise of a twelfth
   * of the range up and down, other noise in each; all of them the same each time the checks run.
   */
  *shots(count) {
    const still = this.turned((3 * Math.PI) / 180).blurred();
    for (let shot = 1; shot <= count; shot += 1) yield still.noisy(20, shot);
  }

  turned(angle) {
    const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
    const wide = Math.ceil(this.width * cos + this.height * sin) + 20;
    const high = Math.ceil(this.height * cos + this.width * sin) + 20;
    const turned = new Grey(wide, high);
    for (let row = 0; row < high; row += 1) {
      for (let column = 0; column < wide; column += 1) {
        const [dx, dy] = [column - wide / 2, row - high / 2];
        const [x, y] = [dx * cos + dy * sin + this.width / 2, dy * cos - dx * sin + this.height / 2];
        const [left, top] = [Math.floor(x), Math.floor(y)];
        if (left < 0 || top < 0 || left + 1 >= this.width || top + 1 >= this.height) continue;
        const [u, v, at] = [x - left, y - top, top * this.width + left];
        const above = this.pixels[at] * (1 - u) + this.pixels[at + 1] * u;
        const below = this.pixels[at + this.width] * (1 - u) + this.pixels[at + this.width + 1] * u;
        turned.pixels[row * wide + column] = above * (1 - v) + below * v;
      }
    }
    return turned;
  }

  /** A Gaussian blur of half a dot, on top of the one from turning. */
  blurred() {
    const [side, middle] = [0.1065, 0.787];
    let { pixels } = this;
    for (const step of [1, this.width]) {
      const soft = pixels.slice();
      for (let at = step; at < pixels.length - step; at += 1) soft[at] = side * (pixels[at - step] + pixels[at + step]) + middle * pixels[at];
      pixels = soft;
    }
    return new Grey(this.width, this.height, pixels);
  }

  noisy(most, shot) {
    let seed = 7919 * shot;
    const random = () => {
      seed = (seed + 0x6d2b79f5) | 0;
      let value = Math.imul(seed ^ (seed >>> 15), 1 | seed);
      value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
      return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
    };
    const noisy = new Grey(this.width, this.height, new Uint8Array(this.pixels.length));
    for (let at = 0; at < this.pixels.length; at += 1) {
      noisy.pixels[at] = Math.min(255, Math.max(0, this.pixels[at] + (2 * random() - 1) * most));
    }
    return noisy;
  }
}
