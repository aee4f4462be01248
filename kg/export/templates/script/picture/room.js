/* The places that are still free for names, in pixels. A node is in the way of others' names only. */

const CELL = 48; // a name is only compared with those in the cells that it touches

class Room {
  constructor(wide, high) {
    this.wide = wide;
    this.high = high;
    this.cells = new Map();
  }

  take(box) {
    for (const cell of Room.cellsOf(box)) {
      const there = this.cells.get(cell);
      if (there) there.push(box);
      else this.cells.set(cell, [box]);
    }
  }

  free(box, { overLight = false } = {}) {
    if (box.x1 < 0 || box.x2 > this.wide || box.y1 < 0 || box.y2 > this.high) return false;
    for (const cell of Room.cellsOf(box)) {
      for (const other of this.cells.get(cell) ?? []) {
        const apart = box.x1 >= other.x2 || box.x2 <= other.x1 || box.y1 >= other.y2 || box.y2 <= other.y1;
        if (other.item !== box.item && !apart && !(overLight && other.light)) return false;
      }
    }
    return true;
  }

  static *cellsOf({ x1, x2, y1, y2 }) {
    for (let x = Math.floor(x1 / CELL); x <= x2 / CELL; x += 1) {
      for (let y = Math.floor(y1 / CELL); y <= y2 / CELL; y += 1) yield x * 4096 + y;
    }
  }
}
