import { operationalOf, type Parts, totalOf } from "../../src/core/footprint";
import { Impact } from "./impact";

/** Impacts as they are shown, derived when they are read: of a line of thousands, once. */
export class ShownParts {
  constructor(protected readonly parts: Parts) {}

  get total(): Impact {
    return new Impact(totalOf(this.parts));
  }

  get manufacturing(): Impact {
    return new Impact(this.parts.manufacturing);
  }

  get usage(): Impact {
    return new Impact(this.parts.usage);
  }

  get operational(): Impact {
    return new Impact(operationalOf(this.parts));
  }
}

/** Cached footprints are read again and again: what is shown of them is cached with them. */
export class CachedParts extends ShownParts {
  private static readonly known = new WeakMap<Parts, CachedParts>();
  private derived: { total?: Impact; manufacturing?: Impact; usage?: Impact; operational?: Impact } = {};

  static of(parts: Parts): CachedParts {
    let shown = CachedParts.known.get(parts);
    if (shown === undefined) {
      shown = new CachedParts(parts);
      CachedParts.known.set(parts, shown);
    }
    return shown;
  }

  override get total(): Impact {
    this.derived.total ??= super.total;
    return this.derived.total;
  }

  override get manufacturing(): Impact {
    this.derived.manufacturing ??= super.manufacturing;
    return this.derived.manufacturing;
  }

  override get usage(): Impact {
    this.derived.usage ??= super.usage;
    return this.derived.usage;
  }

  override get operational(): Impact {
    this.derived.operational ??= super.operational;
    return this.derived.operational;
  }
}
