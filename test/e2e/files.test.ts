import {execFile, spawnSync} from 'node:child_process';
import {createHash, randomBytes} from 'node:crypto';
import {createReadStream} from 'node:fs';
import {mkdtemp, rm, stat, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {afterAll, afterEach, beforeAll, describe, expect, test} from 'vitest';
import {answerYes} from '../helpers/answer.ts';
import {dockmon} from '../helpers/built.ts';
import {findRealEngine} from '../helpers/docker.ts';
import {openPty, type Pty} from '../helpers/pty.ts';

const found = await findRealEngine();
if (typeof found === 'string') console.log(`real engine left out: ${found}`);

const name = `dmf${process.pid}`;
const megabytes = 50;

/** Of a static program and nothing else: no shell, no `ls`, no `tar`. */
const bareImage = `dockmon-bare:${process.pid}`;

const sumOf = async (path: string): Promise<string> => {
	const hash = createHash('sha256');
	for await (const chunk of createReadStream(path)) hash.update(chunk);
	return hash.digest('hex');
};

const docker = async (...args: readonly string[]): Promise<string> =>
	(await promisify(execFile)('docker', args, {maxBuffer: 1e8})).stdout;

/** As another program reads it. */
const sumInside = async (path: string): Promise<string> =>
	(await docker('exec', name, 'sha256sum', path)).slice(0, 64);

describe.skipIf(typeof found === 'string')('files on the real engine', () => {
	if (typeof found === 'string') return;
	let folder = '';
	let pty: Pty | undefined;

	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'dockmon-files-'));
		await found.run('trap "exit 0" TERM; while :; do sleep 0.2; done', {name});
		await docker(
			...['exec', name, 'sh', '-c'],
			`mkdir -p /tree && dd if=/dev/urandom of=/tree/big bs=1M count=${megabytes} 2>/dev/null`,
		);
	});

	afterEach(async () => {
		await pty?.dispose();
		pty = undefined;
	});

	afterAll(async () => {
		await found.cleanup();
		spawnSync('docker', ['rmi', '-f', bareImage]);
		await rm(folder, {recursive: true, force: true});
	});

	const open = async (container = name): Promise<Pty> => {
		await pty?.dispose();
		// Copies go into the folder in which it was started.
		const {file, args} = dockmon();
		pty = await openPty({
			...{file: 'sh', args: ['-c', 'cd "$0" && exec "$@"', folder, file, ...args]},
			...{columns: 120, rows: 30},
		});
		await pty.until(/containers \d+\/[1-9]/);
		pty.type(`/name:${container}\rG`);
		const screen = pty;
		await screen.until(() =>
			screen.screen().some(row => /^│▌/.test(row) && row.includes(container)),
		);
		screen.type('F');
		await screen.until(`${container}:/`);
		return screen;
	};

	/** Puts the cursor on a name of the folder that is shown. */
	const to = async (screen: Pty, wanted: string): Promise<void> => {
		const chosen = (): string => screen.screen().find(row => row.startsWith('▌')) ?? '';
		for (let before = chosen(); !before.startsWith(`▌${wanted}`); before = chosen()) {
			screen.type('j');
			await screen.until(() => chosen() !== before);
		}
	};

	test(`${megabytes} MB come out, bit by bit, and go in again`, async () => {
		const screen = await open();
		await screen.until(/tree\//);
		await to(screen, 'tree');
		screen.type('\r');
		await screen.until(/big +50M/);
		screen.type('c');
		await screen.until(/copied .*big/, 60_000);
		const copied = join(folder, 'big');
		expect(await sumOf(copied)).toBe(await sumInside('/tree/big'));
		expect((await stat(copied)).mode & 0o777).toBe(0o600);

		const back = join(folder, "it's $(touch x)");
		await writeFile(back, randomBytes(megabytes * 1024 * 1024));
		screen.type('u');
		await screen.until('copy in');
		screen.type(`${back}\r`);
		await screen.until("Copy it's $(touch x) into");
		expect(screen.text()).toContain('Nothing of that name is there, so nothing is overwritten.');
		await answerYes(screen, "Copy it's $(touch x) into");
		await screen.until(/copied .*into|copied .*touch/, 60_000);
		await screen.until(/it's \$\(touch x\) +50M/);
		expect(await sumInside("/tree/it's $(touch x)")).toBe(await sumOf(back));
	}, 180_000);

	test('what is there is replaced after a question that says so, and belongs to root', async () => {
		await docker('exec', name, 'sh', '-c', 'echo of the image > /tree/options');
		const screen = await open();
		await screen.until(/tree\//);
		await to(screen, 'tree');
		screen.type('\r');
		await screen.until(/options +13B/);
		const own = join(folder, 'options');
		await writeFile(own, 'mine\n', {mode: 0o640});
		const ask = async (): Promise<void> => {
			screen.type('u');
			await screen.until('copy in');
			screen.type(`${own}\r`);
			await screen.until(`Copy options into ${name}:/tree?`);
		};
		await ask();
		expect(screen.text()).toContain('Overwrites the file of 13 B that is there; it is lost.');
		expect(screen.text()).toContain('It will belong to root, with rw-r-----');
		screen.type('\r');
		await screen.until(text => !text.includes('Copy options into'));
		expect(await docker('exec', name, 'cat', '/tree/options')).toBe('of the image\n');
		await ask();
		await answerYes(screen, 'Copy options into');
		await screen.until(/copied .*options/);
		expect(await docker('exec', name, 'cat', '/tree/options')).toBe('mine\n');
		const facts = await docker('exec', name, 'stat', '-c', '%u:%g %a', '/tree/options');
		expect(facts.trim()).toBe('0:0 640');
	});

	test('a stopped container of an image without a shell is browsed, viewed and copied from', async () => {
		const bare = `${name}-bare`;
		const root = await mkdtemp(join(folder, 'root-'));
		await promisify(execFile)('sh', [
			'-c',
			`mkdir -p "$1/etc/app" && cp "$(command -v busybox)" "$1/program" && printf 'PORT=1\\nDB_PASSWORD=hunter2\\n' > "$1/etc/app/settings" && tar -C "$1" -c . | docker import --change 'LABEL dockmon.test=image' --change 'CMD ["/program", "true"]' - "$2"`,
			...['sh', root, bareImage],
		]);
		await docker('create', '--label', 'dockmon.test', '--name', bare, bareImage);
		try {
			const screen = await open(bare);
			await screen.until('only folders with usual names');
			await to(screen, 'etc');
			screen.type('\r');
			await screen.until(/app\//);
			await to(screen, 'app');
			screen.type('\r');
			await screen.until(/settings +27B/);
			await to(screen, 'settings');
			screen.type('\r');
			await screen.until('DB_PASSWORD=******');
			screen.type('\u001b');
			await screen.until(() => !screen.screen().join('\n').includes('Esc closes'));
			screen.type('c');
			await screen.until(/copied .*settings/);
			expect(await sumOf(join(folder, 'settings'))).toBe(
				await sumOf(join(root, 'etc/app/settings')),
			);
		} finally {
			spawnSync('docker', ['rm', '-f', bare]);
		}
	});
});
