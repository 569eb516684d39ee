// @ts-check

/** Every line of the benchmark, in the order of its table; each has a file in tests/bench/lines. */
export const BENCH_NAMES = Object.freeze(
  /** @type {const} */ ([
    'start',
    'start-large',
    'memory',
    'record-latency',
    'mock',
    'record-cpu',
    'record-memory',
    'stop',
    'open-take',
    'seek',
    'history',
    'search',
    'questions',
    'questions-search',
    'today',
    'progress',
    'scroll',
    'import',
    'main-block',
    'growth',
    'install',
  ]),
)

/** @typedef {typeof BENCH_NAMES[number]} BenchName */
