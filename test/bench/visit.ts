import type {Screen} from '../e2e/drivers/virtual-screen.js';
import type {Browser} from '../setup/browsers.js';
import {sample, untilQuiet} from './browser/activity.js';
import {startBrowser} from './browser/browser.js';
import type {Question, Report, Transfer} from './page/report.js';
import type {Server} from './server/server.js';

export interface VisitOptions {
  readonly browser: Browser;
  readonly screen: Screen | undefined;
  /** Folder of the reader's profile: what earlier visits left. */
  readonly profile: string;
  /** Path of the page, e.g. `/demo/first-visit.html`. */
  readonly path: string;
}

/** Milliseconds after which a page has gone wrong that has not handed in its report. */
const PATIENCE = 300_000;

/** What is not the benchmark's own. */
const COUNTED = /^\/(?:dist|pyodide|sources)\//;
const RUNTIME = /^\/dist\/(?:runtime\/|worker-)/;

/**
 * One visit: a browser is started with a page, and ended when the page has found out what it is
 * there for.
 *
 * @throws Error when the page hands in no report.
 */
export async function visit(server: Server, options: VisitOptions): Promise<Report> {
  const {browser, screen, profile, path} = options;
  server.takeSent();
  const running = await startBrowser(browser, profile, server.origin + path, screen);
  let timer: NodeJS.Timeout | undefined;
  const report = new Promise<Report>((resolve, reject) => {
    const late = `${path} found nothing out within ${PATIENCE / 60_000} minutes.`;
    timer = setTimeout(() => reject(new Error(late)), PATIENCE);
    server.answering = async question => {
      const asked = question as Question;
      switch (asked.kind) {
        case 'report':
          return resolve(asked.report);
        case 'quiet':
          return untilQuiet(running.id);
        case 'sample':
          return sample(browser.engine, running.id);
        case 'bytes':
          return transfer(server);
      }
    };
  });
  try {
    return await Promise.race([report, running.ended]);
  } finally {
    clearTimeout(timer);
    await running.close();
  }
}

async function transfer(server: Server): Promise<Transfer> {
  const paths = server.takeSent().filter(path => COUNTED.test(path));
  return {
    brotli: await server.weigh(paths, 'br'),
    gzip: await server.weigh(paths, 'gzip'),
    runtimeFiles: paths.filter(path => RUNTIME.test(path)).length,
  };
}
