// Holds web pages against axe in headless Chromium, wide and as on a phone, light and dark, and looks whether a page is
// broader than its screen.
//
//   NODE_PATH=node_modules node check_pages.js CHROMIUM [--pictures FOLDER] PAGE…
//
// Exit code 1 where a page has faults; what was found is printed, a line each.
'use strict';
const path = require('path');
const {pathToFileURL} = require('url');
const puppeteer = require('puppeteer-core');
const axe = require.resolve('axe-core/axe.min.js');

const screens = [
  {name: 'wide', width: 1280, height: 900, scheme: 'light'},
  {name: 'wide dark', width: 1280, height: 900, scheme: 'dark'},
  {name: 'phone', width: 390, height: 844, scheme: 'light'},
  {name: 'phone dark', width: 390, height: 844, scheme: 'dark'},
];

// What is broader than the screen without a box of its own that scrolls.
function overflow() {
  const over = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  return over > 0 ? `the page is ${over} pixels broader than the screen` : null;
}

async function faultsOf(page) {
  const faults = [];
  const broad = await page.evaluate(overflow);
  if (broad) faults.push(broad);
  await page.addScriptTag({path: axe});
  const {violations} = await page.evaluate(() => window.axe.run({resultTypes: ['violations']}));
  for (const violation of violations) {
    const nodes = violation.nodes.slice(0, 3).map((node) => node.target.join(' ')).join('; ');
    faults.push(`${violation.id}: ${violation.help} (${violation.nodes.length}: ${nodes})`);
  }
  return faults;
}

async function main() {
  const [chromium, ...rest] = process.argv.slice(2);
  const pictures = rest[0] === '--pictures' ? rest.splice(0, 2)[1] : null;
  const browser = await puppeteer.launch({executablePath: chromium, args: ['--no-sandbox', '--disable-gpu']});
  let failed = 0;
  for (const file of rest) {
    const found = [];
    const fetched = new Set();
    for (const screen of screens) {
      const page = await browser.newPage();
      page.on('request', (request) => fetched.add(request.url()));
      await page.setViewport({width: screen.width, height: screen.height});
      await page.emulateMediaFeatures([{name: 'prefers-color-scheme', value: screen.scheme}]);
      await page.goto(pathToFileURL(path.resolve(file)).href);
      for (const fault of await faultsOf(page)) found.push(`  ${screen.name}: ${fault}`);
      if (pictures) {
        const name = `${path.parse(file).name}-${screen.name.replace(' ', '-')}.png`;
        await page.screenshot({path: path.join(pictures, name), fullPage: true});
      }
      await page.close();
    }
    for (const url of fetched) {
      if (url !== pathToFileURL(path.resolve(file)).href) found.push(`  fetches ${url}`);
    }
    console.log(found.length === 0 ? `sound: ${file}` : `NOT SOUND: ${file}`);
    for (const line of found) console.log(line);
    failed |= found.length > 0 ? 1 : 0;
  }
  await browser.close();
  process.exit(failed);
}

main().catch((error) => {
  console.error(error.message);
  process.exit(2);
});
