/** How a block of a page is tried. */
export type Tried =
  /** A suite runs it as it stands on the page. */
  | { readonly literally: string }
  /** A suite does what it does, and `says` what is another way there. */
  | { readonly alike: string; readonly says: string }
  /** Nothing can, and why. */
  | { readonly never: string };

export interface PageBlocks {
  /** Languages of blocks of which a suite runs each that stands on the page, with new ones. */
  readonly each?: Readonly<Record<string, Tried>>;
  /** Other blocks, by how they begin. */
  readonly blocks?: Readonly<Record<string, Tried>>;
}

const literally = (suite: string): Tried => ({ literally: suite });
const README_SUITE = literally("test/readme/readme.test.ts");
const QUICK_START = literally("test/readme/quick-starts.test.ts");
const OPERATORS = literally("test/readme/operators-pages.test.ts");
const DEVELOPERS: Tried = { never: "what developers run: CI runs each that can fail, from a clean install" };
const PLUGINS: Tried = {
  alike: "test/external/managed-databases.test.ts",
  says: "pieces of the plugin in test/external, which the kit and these suites run whole",
};
const quickStart = (...languages: readonly string[]): PageBlocks => ({
  each: Object.fromEntries(languages.map((language) => [language, QUICK_START])),
});

/** What runs each command, query and program of the pages. A new block is added here, or to a suite that runs all of its page. */
export const RUN_BY: Readonly<Record<string, PageBlocks>> = {
  "README.md": {
    each: { console: QUICK_START },
    blocks: {
      "npm ci && npm start": DEVELOPERS,
      "npm pack": {
        alike: "test/package/package.test.ts",
        says: "packs without building, and installs without a network",
      },
      "cat > query.json": README_SUITE,
      "curl -s http://localhost:4000/graphql": README_SUITE,
      "npm test ": DEVELOPERS,
    },
  },
  "CONTRIBUTING.md": { each: { sh: DEVELOPERS } },
  "docs/architecture.md": { blocks: { "const { composeEstimates }": OPERATORS } },
  "docs/benchmarks.md": {
    blocks: {
      "npm run --silent benchmarks -- import": {
        alike: "test/stores/command-line.test.ts",
        says: "each command as a process, with files of its own",
      },
      "DATABASE_URL=postgres://owner@host": {
        alike: "test/stores/postgres.test.ts",
        says: "the rights that it grants, in a database of its own",
      },
    },
  },
  "docs/calibration.md": { blocks: { "npm run calibrate": DEVELOPERS } },
  "docs/clients.md": {
    each: { ts: { alike: "test/clients/clients.test.ts", says: "the same caches, told by the same names" } },
  },
  "docs/command-line.md": {
    each: { console: literally("test/command-line/page.test.ts") },
    blocks: {
      "source <(footprint completion bash)": {
        alike: "test/command-line/process.test.ts",
        says: "the same line in each shell that is installed",
      },
    },
  },
  "docs/data.md": {
    blocks: {
      "FOOTPRINT_DATA=my-data": {
        alike: "test/readme/operators-pages.test.ts",
        says: "the same folder, in the process of the suite",
      },
      "curl -s http://localhost:4123/graphql": OPERATORS,
      "FOOTPRINT_DATA=broken": OPERATORS,
    },
  },
  "docs/deployment.md": {
    each: {
      sh: { never: "they need Docker and a cluster: test/deployment holds Dockerfile and manifests to them" },
    },
  },
  "docs/federation.md": {
    each: {
      sh: {
        alike: "test/federation/rich-inventory.test.ts",
        says: "the same settings, in the process of the suite",
      },
    },
  },
  "docs/http.md": {
    blocks: {
      "curl -s -G http://localhost:4000/graphql": README_SUITE,
      "node -p 'JSON.stringify({ query": {
        alike: "test/http/encoding.test.ts",
        says: "each encoding is read back: lengths follow the day",
      },
      "curl -s -o /dev/null -D -": README_SUITE,
      "query='{ methodology { id } }'": README_SUITE,
      "mkdir operations": { alike: "test/http/trusted-documents.test.ts", says: "a folder of documents" },
      "id=$(sha256sum operations/month.graphql": {
        alike: "test/http/trusted-documents.test.ts",
        says: "a document by its id, and another one",
      },
    },
  },
  "docs/operations.md": {
    blocks: {
      "DATABASE_URL=postgres://graph:secret": OPERATORS,
      "curl -s http://localhost:4000/health/ready": {
        alike: "test/operations/start.test.ts",
        says: "of a process",
      },
      "curl -s -w ' %{http_code}": { alike: "test/operations/drain.test.ts", says: "of a process that ends" },
      "curl -s http://localhost:4000/graphql": {
        alike: "test/operations/requests.test.ts",
        says: "lines of the log",
      },
      "curl -s http://localhost:4000/metrics": {
        alike: "test/operations/metrics.test.ts",
        says: "all metrics",
      },
      "npm run soak": DEVELOPERS,
    },
  },
  "docs/plugins.md": {
    each: { ts: PLUGINS, js: PLUGINS },
    blocks: {
      "npx jest test/external": { never: "it is the suites themselves" },
      "FOOTPRINT_PLUGINS=/srv/plugins": {
        alike: "test/external/public-gateway.test.ts",
        says: "a folder of its own",
      },
      "npm run build": { alike: "test/external/managed-databases.test.ts", says: "without the compiler" },
    },
  },
  "docs/programs.md": { each: { js: literally("test/library/page.test.ts") } },
  "docs/questions.md": { each: { sh: README_SUITE } },
  "docs/security.md": {
    each: {
      sh: { alike: "test/access/process.test.ts", says: "keys and tokens, with processes of its own" },
    },
  },
  "docs/terraform.md": {
    blocks: {
      "terraform plan": { never: "it needs Terraform and an account: test/terraform has what it prints" },
    },
    each: { yaml: { alike: "test/terraform/docs.test.ts", says: "their commands, and the usage file" } },
  },
  "docs/upgrading.md": {
    blocks: { "node dist/src/main.js --version": literally("test/version/version.test.ts") },
  },
  "docs/quick-starts/analyst.md": quickStart("console", "graphql"),
  "docs/quick-starts/frontend-developer.md": quickStart("console", "graphql"),
  "docs/quick-starts/operator.md": quickStart("console", "sh"),
  "docs/quick-starts/platform-engineer.md": quickStart("console"),
  "docs/quick-starts/plugin-author.md": quickStart("console", "sh"),
};
