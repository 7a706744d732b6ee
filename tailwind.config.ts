import type { Config } from 'tailwindcss';

/**
 * Names only: the values are CSS variables in src/styles/tokens.css, so that a theme (and later a
 * page that embeds the guide) can change them without a build.
 */
export default {
  content: ['./src/**/*.tsx'],
  theme: {
    extend: {
      colors: {
        paper: 'var(--paper)',
        raised: 'var(--raised)',
        ink: 'var(--ink)',
        soft: 'var(--ink-soft)',
        line: 'var(--line)',
        accent: 'var(--accent)',
      },
      fontFamily: { sans: 'var(--font-sans)', mono: 'var(--font-mono)' },
      fontSize: {
        small: ['var(--text-small)', 'var(--leading-small)'],
        body: ['var(--text-body)', 'var(--leading-body)'],
        title: ['var(--text-title)', 'var(--leading-title)'],
        display: ['var(--text-display)', 'var(--leading-display)'],
      },
      maxWidth: { measure: 'var(--measure)' },
    },
  },
} satisfies Config;
