import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';

import {
  type BlockId,
  inPage,
  type PlatformSite,
  type ServedSite,
  type Verdict,
  words,
} from '../platformSite.ts';
import { freeAddress } from '../servedGuide.ts';

/** Where Debian's package has WordPress. */
const installedFolder = '/usr/share/wordpress';
const database = 'wordpress';

/** The last page of a block: text of WordPress' own blocks around it, as its editor writes them. */
const page = (content: string): string =>
  [
    `<!-- wp:paragraph --><p>${words.before}</p><!-- /wp:paragraph -->`,
    content,
    `<!-- wp:paragraph --><p>${words.after} <a href="/other/">${words.away}</a></p><!-- /wp:paragraph -->`,
    ...Array.from(
      { length: 30 },
      () =>
        '<!-- wp:paragraph --><p>More words, so that the page can be scrolled.</p><!-- /wp:paragraph -->',
    ),
  ].join('\n\n');

const configuration = `<?php
define('DB_NAME', '${database}');
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:' . getenv('DATABASE_SOCKET'));
define('DB_CHARSET', 'utf8mb4');
define('DB_COLLATE', '');
foreach (['AUTH_KEY', 'SECURE_AUTH_KEY', 'LOGGED_IN_KEY', 'NONCE_KEY', 'AUTH_SALT', 'SECURE_AUTH_SALT', 'LOGGED_IN_SALT', 'NONCE_SALT'] as $name) {
  define($name, 'of a site that lives for a minute');
}
define('WP_HOME', getenv('SITE_ADDRESS'));
define('WP_SITEURL', getenv('SITE_ADDRESS'));
define('DISABLE_WP_CRON', true);
define('AUTOMATIC_UPDATER_DISABLED', true);
$table_prefix = 'wp_';
if (!defined('ABSPATH')) { define('ABSPATH', __DIR__ . '/'); }
require_once ABSPATH . 'wp-settings.php';
`;

/** WordPress fetches from no address of its own network: the guide of this test has one. */
const allowLocalGuide = `<?php
add_filter('http_request_host_is_external', '__return_true');
add_filter('http_allowed_safe_ports', function ($ports, $host, $url) { return [parse_url($url, PHP_URL_PORT)]; }, 10, 3);
`;

/** Files as they are, all other addresses by WordPress. */
const router = `<?php
$file = __DIR__ . parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
if (is_file($file)) { return false; }
require __DIR__ . '/index.php';
`;

/** Installs WordPress and writes its pages: as the administrator, and one as an author without the right to post any HTML. */
const setUp = `<?php
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = parse_url(getenv('SITE_ADDRESS'), PHP_URL_HOST);
require __DIR__ . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install('A site', 'admin', 'admin@example.com', false, '', wp_generate_password());
switch_theme('twentytwentythree');
global $wp_rewrite;
$wp_rewrite->set_permalink_structure('/%postname%/');
$author = wp_insert_user(['user_login' => 'author', 'user_pass' => wp_generate_password(), 'role' => 'author']);
$posts = json_decode(file_get_contents(__DIR__ . '/posts.json'), true, 512, JSON_THROW_ON_ERROR);
foreach ($posts as $post) {
  wp_set_current_user($post['isByAuthor'] ? $author : 1);
  kses_init();
  $id = wp_insert_post(wp_slash([
    'post_type' => $post['isByAuthor'] ? 'post' : 'page',
    'post_status' => 'publish',
    'post_name' => $post['name'],
    'post_title' => $post['name'],
    'post_content' => $post['content'],
  ]), true);
  if (is_wp_error($id)) { throw new Exception($id->get_error_message()); }
}
`;

export const wordPressSite: PlatformSite = {
  platform: 'wordpress',
  program: 'WordPress',
  packages: [],
  debian: {
    packages: [
      'wordpress',
      'wordpress-theme-twentytwentythree',
      'mariadb-server',
      'php-cli',
      'php-mysql',
      'php-xml',
    ],
    provides: `${installedFolder}/wp-load.php`,
    version: ['dpkg-query', '--show', '--showformat=${source:Upstream-Version}', 'wordpress'],
  },
  blocks: ['frame', 'address'],
  files: (parts) => ({
    'wp-config.php': configuration,
    'wp-content/mu-plugins/allow-local-guide.php': allowLocalGuide,
    'router.php': router,
    'set-up.php': setUp,
    'posts.json': JSON.stringify(
      [
        {
          name: 'frame',
          content: page(`<!-- wp:html -->\n${inPage(parts.frame)}\n<!-- /wp:html -->`),
        },
        { name: 'address', content: page(inPage(parts.address)) },
        {
          name: 'other',
          content: `<p>This page has no guide.</p>\n\n<p><a href="/frame/">${words.back.frame}</a> <a href="/address/">${words.back.address}</a></p>`,
        },
        {
          name: 'by-an-author',
          isByAuthor: true,
          content: page(`<!-- wp:html -->\n${inPage(parts.frame)}\n<!-- /wp:html -->`),
        },
      ].map((post) => Object.assign({ isByAuthor: false }, post)),
    ),
  }),
  build: () => [],
  output: '.',
  page: (block) => `${block}/`,
  serve: serveWordPress,
  others: framesOfOthersAreRemoved,
};

/** WordPress removes a frame from what an author without that right writes: the builder says so. */
async function framesOfOthersAreRemoved(block: BlockId, url: string): Promise<readonly Verdict[]> {
  if (block !== 'frame') return [];
  const text = await (await fetch(new URL('by-an-author/', url))).text();
  const what = 'What an author without the right to post any HTML writes loses its frame';
  if (!text.includes(words.before)) return [{ what, why: 'The post of the author is not there.' }];
  return [{ what, why: text.includes('<iframe') ? 'The frame is there.' : undefined }];
}

/** Starts the site with a database of its own, both as whoever runs the tests. */
async function serveWordPress(folder: string): Promise<ServedSite> {
  await cp(installedFolder, folder, {
    recursive: true,
    dereference: true,
    filter: (file) => path.basename(file) !== 'wp-config.php',
  });
  // The path of a socket may have about a hundred characters.
  const scratch = await mkdtemp(path.join(tmpdir(), 'wordpress-'));
  const data = path.join(scratch, 'data');
  const socket = path.join(scratch, 'socket');
  const address = await freeAddress();
  const env = { DATABASE_SOCKET: socket, SITE_ADDRESS: address.origin };
  const started: ChildProcess[] = [];
  const start = (program: string, args: readonly string[]): void => {
    started.push(spawn(program, args, { stdio: 'ignore', env: { ...process.env, ...env } }));
  };
  const close = async (): Promise<void> => {
    for (const child of started.toReversed()) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      child.kill();
      await once(child, 'exit');
    }
    await rm(scratch, { recursive: true, force: true });
  };
  try {
    const { username } = userInfo();
    await run('mariadb-install-db', [
      `--datadir=${data}`,
      `--user=${username}`,
      '--auth-root-authentication-method=normal',
    ]);
    start('mariadbd', [
      `--datadir=${data}`,
      `--socket=${socket}`,
      '--skip-networking',
      `--user=${username}`,
    ]);
    const asRoot = [`--socket=${socket}`, '--user=root'];
    await until('the database answers', async () => run('mariadb-admin', [...asRoot, 'ping']));
    await run('mariadb', [...asRoot, `--execute=CREATE DATABASE ${database}`]);
    await run('php', [path.join(folder, 'set-up.php')], env);
    start('php', ['-S', address.host, '-t', folder, path.join(folder, 'router.php')]);
    await until('WordPress answers', async () => {
      const { status } = await fetch(new URL('other/', address));
      if (status !== 200) throw new Error(`its answer is ${status}`);
    });
  } catch (error) {
    await close();
    throw error;
  }
  return { url: address.href, close };
}

/** @throws Error with what the program said, when it fails */
async function run(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<void> {
  await promisify(execFile)(program, args, { env: { ...process.env, ...env } });
}

/** @throws Error when it did not come true within half a minute */
async function until(what: string, attempt: () => Promise<void>): Promise<void> {
  const end = Date.now() + 30_000;
  for (;;) {
    try {
      await attempt();
      return;
    } catch (error) {
      if (Date.now() > end) throw new Error(`${what}: not within 30 seconds`, { cause: error });
    }
    await setTimeout(200);
  }
}
