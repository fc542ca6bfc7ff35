import { type Impact as DomainImpact, operationalOf, type Parts, totalOf } from "../../src/core/footprint";
import { Impact, LastingImpact } from "./impact";

/** Impacts as they are shown, derived when they are read. */
export class ShownParts {
  constructor(protected readonly parts: Parts) {}

  get total(): Impact {
    return this.shown(totalOf(this.parts));
  }

  get manufacturing(): Impact {
    return this.shown(this.parts.manufacturing);
  }

  get usage(): Impact {
    return this.shown(this.parts.usage);
  }

  get operational(): Impact {
    return this.shown(operationalOf(this.parts));
  }

  protected shown(impact: DomainImpact): Impact {
    return new Impact(impact);
  }
}

/** Cached footprints are read again and again: what is shown of them is cached with them. */
export class CachedParts extends ShownParts {
  private static readonly known = new WeakMap<Parts, CachedParts>();
  private derived: { total?: Impact; manufacturing?: Impact; usage?: Impact; operational?: Impact } = {};

  private constructor(
    parts: Parts,
    /** Whether it was shown before: most that are explained once never are again. */
    private readonly isShownAgain: boolean,
  ) {
    super(parts);
  }

  static of(parts: Parts): CachedParts {
    const known = CachedParts.known.get(parts);
    if (known?.isShownAgain) return known;
    const shown = new CachedParts(parts, known !== undefined);
    CachedParts.known.set(parts, shown);
    return shown;
  }

  protected override shown(impact: DomainImpact): Impact {
    return this.isShownAgain ? new LastingImpact(impact) : new Impact(impact);
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
