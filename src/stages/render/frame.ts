import type { Frame } from 'nunjucks';

/** What `{{ loop }}` is inside `{% for %}`. */
interface Loop {
  index: unknown;
  index0: unknown;
  revindex: unknown;
  revindex0: unknown;
  first: unknown;
  last: unknown;
  length: unknown;
}

/**
 * A scope of template variables: nunjucks' `Frame`, which splits every name at its dots on every assignment, eight
 * times in each turn of a loop. Only `loop.…` ever has a dot.
 */
export class FastFrame implements Frame {
  topLevel = false;
  /** Names and their values side by side: there are too few for a map to pay. */
  private readonly names: string[] = [];
  private readonly values: unknown[] = [];
  private readonly parent: FastFrame | undefined;
  /** Assignments inside don't change variables outside. */
  private readonly isolateWrites: boolean;
  private loop: Loop | undefined;

  constructor(parent?: FastFrame, isolateWrites = false) {
    this.parent = parent;
    this.isolateWrites = isolateWrites;
  }

  set(name: string, value: unknown, resolveUp = false): void {
    if (resolveUp) {
      const owner = this.resolve(name, true);
      if (owner !== undefined) {
        owner.set(name, value);
        return;
      }
    }
    switch (name) {
      case 'loop.index':
        this.loop ??= emptyLoop();
        this.loop.index = value;
        return;
      case 'loop.index0':
        this.loop ??= emptyLoop();
        this.loop.index0 = value;
        return;
      case 'loop.revindex':
        this.loop ??= emptyLoop();
        this.loop.revindex = value;
        return;
      case 'loop.revindex0':
        this.loop ??= emptyLoop();
        this.loop.revindex0 = value;
        return;
      case 'loop.first':
        this.loop ??= emptyLoop();
        this.loop.first = value;
        return;
      case 'loop.last':
        this.loop ??= emptyLoop();
        this.loop.last = value;
        return;
      case 'loop.length':
        this.loop ??= emptyLoop();
        this.loop.length = value;
        return;
      default: {
        const at = this.names.indexOf(name);
        if (at === -1) this.values[this.names.push(name) - 1] = value;
        else this.values[at] = value;
      }
    }
  }

  private own(name: string): unknown {
    const at = this.names.indexOf(name);
    return at === -1 ? undefined : this.values[at];
  }

  lookup(name: string): unknown {
    const value = this.own(name);
    if (value !== undefined) return value;
    if (name === 'loop' && this.loop !== undefined) return this.loop;
    return this.parent?.lookup(name);
  }

  resolve(name: string, forWrite = false): FastFrame | undefined {
    if (this.own(name) !== undefined) return this;
    return forWrite && this.isolateWrites ? undefined : this.parent?.resolve(name);
  }

  push(isolateWrites = false): FastFrame {
    return new FastFrame(this, isolateWrites);
  }

  pop(): FastFrame | undefined {
    return this.parent;
  }
}

function emptyLoop(): Loop {
  return {
    index: 0,
    index0: 0,
    revindex: 0,
    revindex0: 0,
    first: false,
    last: false,
    length: 0,
  };
}
