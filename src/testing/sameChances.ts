import fc from 'fast-check';

// Property tests of `npm test` draw the same values each time, so that a run says something of the
// change that it checks. New values are drawn by hand: `npm run fuzz`, and `FAST_CHECK_SEED=random`.
const { FAST_CHECK_SEED: seed = '2023' } = process.env;
if (seed !== 'random') fc.configureGlobal({ seed: Number(seed) });
