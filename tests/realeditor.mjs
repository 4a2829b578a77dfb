// What tests/real-editor has Chromium do. One step for each run, each in a profile that has never been anywhere.
//   write URL PATH TEXT       logs in with $PASSWORD, opens the file at PATH, types TEXT into it and saves
//   terminal URL COMMAND PATH logs in, runs COMMAND in the terminal, which makes PATH
//   arrive PAGE URL FILE TEXT opens PAGE and has to end up in the editor at URL by itself; FILE must hold TEXT
//   read URL FILE TEXT        logs in; FILE must hold TEXT
import {existsSync, readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {basename, join} from 'node:path';

const {PLAYWRIGHT, CHROMIUM, SHOTS, PROFILE, PASSWORD} = process.env;
const {chromium} = createRequire(import.meta.url)(PLAYWRIGHT);
const [step, ...given] = process.argv.slice(2);

const context = await chromium.launchPersistentContext(PROFILE, {
    executablePath: CHROMIUM,
    viewport: {width: 1280, height: 800},
    args: [
        ...(process.getuid() === 0 ? ['--no-sandbox'] : []),
        '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
        '--disable-component-update', '--disable-sync', '--no-proxy-server',
    ],
});
context.setDefaultTimeout(45_000);
const page = context.pages()[0] ?? await context.newPage();

const shot = name => page.screenshot({path: join(SHOTS, `${name}.png`)});

async function logIn(url) {
    await page.goto(url);
    const password = page.locator('input[name=password]');
    await password.waitFor();
    if (step === 'write')
        await shot('1-login');
    await password.fill(PASSWORD);
    await password.press('Enter');
    await untilWorkbench();
}

// The side bar shows the volume's folder once the server's file system has answered.
async function untilWorkbench() {
    await page.locator('.monaco-workbench .explorer-folders-view .monaco-list').waitFor();
    await page.locator('.tab', {hasText: 'Welcome'}).waitFor();
}

async function runCommand(name) {
    await page.keyboard.press('F1');
    const input = page.locator('.quick-input-widget:visible input.input');
    await input.waitFor();
    await input.fill(`>${name}`);
    await page.locator(`.quick-input-widget .monaco-list-row[aria-label^="${name}"]`).first().click();
}

// The editor paints every space as one that does not break.
const editorHolds = wanted =>
    document.querySelector('.editor-instance .view-lines')?.textContent.replaceAll('\u00a0', ' ') === wanted;

// At a first visit the welcome page, the chat and what not take the keyboard when they come up, seconds later.
async function typeInto(editor, text) {
    for (let tries = 0; ; ++tries) {
        await page.locator(editor).first().click({force: true});
        await page.keyboard.press('Control+A');
        await page.keyboard.type(text);
        try {
            await page.waitForFunction(editorHolds, text, {timeout: 3000});
            return;
        } catch (error) {
            if (tries === 10)
                throw error;
        }
    }
}

async function write(url, path, text) {
    const file = basename(path);
    await logIn(url);
    await open(file);
    await typeInto('.editor-instance .monaco-editor', text);
    await page.keyboard.press('Control+S');
    // The tab looks saved at once; the bytes follow when the extensions have had their say.
    for (let waits = 0; readFileSync(path, 'utf8') !== text; ++waits) {
        if (waits === 300)
            throw new Error(`${path} was not saved: it holds ${JSON.stringify(readFileSync(path, 'utf8'))}`);
        await page.waitForTimeout(100);
    }
    await shot('2-written');
}

async function terminal(url, command, file) {
    await logIn(url);
    await runCommand('Terminal: Create New Terminal');
    const screen = page.locator('.terminal-wrapper.active .xterm-screen');
    await screen.waitFor();
    // What is typed before the shell is there is lost.
    for (let tries = 0; !existsSync(file) && tries < 12; ++tries) {
        await screen.click({force: true});
        await page.keyboard.type(command);
        await page.keyboard.press('Enter');
        for (let waits = 0; !existsSync(file) && waits < 30; ++waits)
            await page.waitForTimeout(100);
    }
    if (!existsSync(file))
        throw new Error(`no command made ${file}`);
    await page.locator('.explorer-folders-view .monaco-list-row', {hasText: basename(file)}).waitFor();
    await shot('4-terminal');
}

async function open(file) {
    await page.keyboard.press('Control+P');
    const input = page.locator('.quick-input-widget:visible input.input');
    await input.waitFor();
    await input.fill(file);
    await page.locator('.quick-input-widget .monaco-list-row').filter({hasText: file}).first().waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.tab.active', {hasText: file}).waitFor();
}

async function shows(file, text) {
    await open(file);
    await page.waitForFunction(editorHolds, text);
}

async function arrive(login, url, file, text) {
    await page.goto(login);
    await untilWorkbench();
    if (new URL(page.url()).host !== new URL(url).host)
        throw new Error(`it ended up at ${page.url()}`);
    if ((await context.cookies(url)).length === 0)
        throw new Error('there is no cookie of a login');
    await shows(file, text);
    await shot('5-arrived');
    console.log(`        it ended up at ${page.url()}`);
}

async function read(url, file, text) {
    await logIn(url);
    await shows(file, text);
    await shot('6-read-again');
}

let exitCode = 0;
try {
    await {write, terminal, arrive, read}[step](...given);
} catch (error) {
    await shot(`failed-${step}`).catch(() => {});
    console.error(`${step}, at ${page.url()}: ${error.message.replace(/\u001b\[[0-9;]*m/g, '').split('\n').slice(0, 3).join(' ')}`);
    exitCode = 1;
}
await context.close();
process.exit(exitCode);
