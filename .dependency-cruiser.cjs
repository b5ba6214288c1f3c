// Which room may import which: the arrows of docs/architecture.md, held. Run by `npm test` ("Arrows").
// Tests may import anything; they stand beside the code, so each rule leaves them out.

const tests = '\\.test\\.tsx?$'
const programs = '^src/([^/]+\\.tsx?$|(app|cli|commands)/)'

/** A rule for one room: what it may import of ours, besides itself. Whatever is not named is refused, rooms not yet built included. */
const room = (name, mayImport, why) => ({
  name: `${name}-imports-only-what-is-beneath-it`,
  comment: why,
  severity: 'error',
  from: { path: `^src/${name}/`, pathNot: tests },
  to: { path: '^(src|demo|bench|test|bin)/', pathNot: [`^src/${name}/`, ...mayImport] },
})

const engine = '^src/engine/'
const authority = '^src/authority/'
const practice = '^src/practice/'
const abovePractice = [engine, authority, practice]

module.exports = {
  forbidden: [
    room('engine', [], 'The engine is machinery and knows nothing of social care: move what needs it up into practice, or hand it in.'),
    room('authority', [engine], 'What differs from council to council is known to every room, so it leans on none of them.'),
    room('practice', [engine, authority], 'Practice is recorded without knowing who counts, asks or reports about it later.'),
    room('oversight', abovePractice, 'Oversight reads practice; it does not lean on its neighbours.'),
    room('voice', abovePractice, 'Voice reads practice; it does not lean on its neighbours.'),
    room('improvement', abovePractice, 'Improvement reads practice; it does not lean on its neighbours.'),
    room('governance', abovePractice, 'Governance reads practice; it does not lean on its neighbours.'),
    room(
      'returns',
      [...abovePractice, '^src/(record-kinds|clocks)\\.ts$'],
      'A return reads practice, and the lists of all record kinds and clocks; not the other rooms beside it.',
    ),
    {
      name: 'every-room-has-its-arrows',
      comment: 'A new folder in src needs a rule in .dependency-cruiser.cjs: what may it import?',
      severity: 'error',
      from: { pathNot: '^$' },
      to: {
        path: '^src/[^/]+/',
        pathNot: '^src/(engine|authority|practice|oversight|voice|improvement|governance|returns|app|cli|commands)/',
      },
    },
    {
      name: 'src-does-not-import-demo-bench-or-test',
      comment:
        'The product stands without its demo, its measurements and its tests. The program asks for the demo when it is told to: await import(…).',
      severity: 'error',
      from: { path: programs, pathNot: tests },
      to: { path: '^(demo|bench|test|bin)/', dynamic: false },
    },
    {
      name: 'src-asks-for-nothing-but-the-demo',
      comment: 'Only the demo may be asked for while the product runs.',
      severity: 'error',
      from: { path: programs, pathNot: tests },
      to: { path: '^(bench|test|bin)/' },
    },
    {
      name: 'no-cycles',
      comment:
        'Two modules that need each other are one subject, or hide a third that both need. Record kinds may refer to each other (by a function).',
      severity: 'error',
      from: { pathNot: '^src/[^/]+/.*records\\.ts$' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      comment: 'Nothing imports this file and it imports nothing: remove it, or use it.',
      severity: 'error',
      from: { orphan: true, pathNot: ['\\.d\\.ts$', tests, '^bench/', '^bin/'] },
      to: {},
    },
    {
      name: 'imports-lead-somewhere',
      comment: 'This import was not found: mend the path, or add the package to package.json.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'the-product-runs-without-development-packages',
      comment: 'Packages of devDependencies are not there where the product is installed to run.',
      severity: 'error',
      from: { path: '^src/', pathNot: tests },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '^node_modules/@types/' },
    },
    {
      name: 'packages-stand-in-package-json',
      comment: 'This package is there by chance, brought by another: name it in package.json.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
}
