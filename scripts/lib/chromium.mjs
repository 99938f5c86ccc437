import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { env as environment } from 'node:process';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe'];
const applications = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * The Chromium, or Chrome, that browser tests run in: the one named by CHROMIUM_PATH, else the first found.
 *
 * @returns {string | undefined}  its path; undefined when there is none
 */
export function findChromium() {
  const named = environment.CHROMIUM_PATH;
  if (named !== undefined) return isProgram(named) ? named : undefined;
  const folders = (environment.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return [...candidates, ...applications].find(isProgram);
}

/** How to come by one, in a sentence. */
export const howToGetChromium =
  'Install one (Debian: `apt-get install chromium`; or Chrome), or name it in CHROMIUM_PATH.';

/**
 * How it is started: without a sandbox, which containers and root do not have, and without what calls home.
 *
 * @param {string} executablePath
 */
export function launchOptions(executablePath) {
  return {
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  };
}

/**
 * @param {string} path
 */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
