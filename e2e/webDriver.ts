import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Readable } from 'node:stream';

/** A browser driven by the plain WebDriver protocol, for engines that Playwright cannot drive. */
export interface WebDriver {
  open(address: string): Promise<void>;
  /** Runs the body of a function in the page and returns its result. */
  evaluate(body: string): Promise<unknown>;
  /** Clicks the first element that the XPath finds, as a person would. */
  click(xpath: string): Promise<void>;
  /** From here on everything happens in the first frame that the XPath finds. */
  enterFrame(xpath: string): Promise<void>;
  close(): Promise<void>;
}

const elementKey = 'element-6066-11e4-a52e-4f735466cecf';

/** A port that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port is free.');
  return address.port;
}

/** Starts an X server without a screen and returns its display, such as `:1`. */
async function startDisplay(program: string): Promise<{ server: ChildProcess; display: string }> {
  const server = spawn(program, ['-displayfd', '3', '-screen', '0', '1280x1024x24'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const [number] = (await once(server.stdio[3] as Readable, 'data')) as [Buffer];
  return { server, display: `:${number.toString().trim()}` };
}

/**
 * Starts WebKitGTK's small browser on a display of its own.
 *
 * @param driver path of WebKitWebDriver
 * @param xvfb path of Xvfb
 */
export async function startWebKit(driver: string, xvfb: string): Promise<WebDriver> {
  const { server, display } = await startDisplay(xvfb);
  const port = await freePort();
  const driverProcess = spawn(driver, [`--port=${port}`], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: display,
      GDK_BACKEND: 'x11',
      LIBGL_ALWAYS_SOFTWARE: '1',
      // Its sandbox does not start for root and in most containers; the pages are our own.
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    },
  });
  const stop = (): void => {
    driverProcess.kill();
    server.kill();
  };

  const send = async (method: 'POST' | 'DELETE', path: string, body: object): Promise<unknown> => {
    const response = await fetch(`http://127.0.0.1:${port}/session${path}`, {
      method,
      ...(method === 'POST' && { body: JSON.stringify(body) }),
      headers: { 'content-type': 'application/json' },
    });
    const { value } = (await response.json()) as { value: unknown };
    if (!response.ok) throw new Error(`WebKit refused ${method} ${path}: ${JSON.stringify(value)}`);
    return value;
  };

  const start = async (): Promise<string> => {
    for (let tries = 0; ; tries += 1) {
      try {
        const value = await send('POST', '', {
          capabilities: { alwaysMatch: { pageLoadStrategy: 'normal' } },
        });
        return (value as { sessionId: string }).sessionId;
      } catch (error) {
        // The driver needs a moment before it listens.
        if (tries >= 50 || !(error instanceof TypeError)) throw error;
        await new Promise((resolve) => {
          setTimeout(resolve, 100);
        });
      }
    }
  };

  try {
    const session = await start();
    const find = async (xpath: string): Promise<Record<string, string>> =>
      (await send('POST', `/${session}/element`, { using: 'xpath', value: xpath })) as Record<
        string,
        string
      >;
    return {
      open: async (address) => {
        await send('POST', `/${session}/url`, { url: address });
      },
      evaluate: async (body) =>
        send('POST', `/${session}/execute/sync`, { script: body, args: [] }),
      click: async (xpath) => {
        const { [elementKey]: element = '' } = await find(xpath);
        await send('POST', `/${session}/element/${element}/click`, {});
      },
      enterFrame: async (xpath) => {
        await send('POST', `/${session}/frame`, { id: await find(xpath) });
      },
      close: async () => {
        await send('DELETE', `/${session}`, {}).finally(stop);
      },
    };
  } catch (error) {
    stop();
    throw error;
  }
}
