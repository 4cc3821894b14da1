import {afterEach, describe, expect, test} from 'vitest';
import {dockmon} from '../helpers/built.ts';
import {allowOnly, type ProxiedDemo, proxiedDemo} from '../helpers/engine-proxy.ts';
import {openPty, type Pty} from '../helpers/pty.ts';

let pty: Pty | undefined;

afterEach(async () => {
	await pty?.dispose();
	pty = undefined;
});

/** Names and figures, so that the list is there and in motion. */
const listed = /api .*\d+\.\d .*\d+M/;

const open = async ({socketPath}: ProxiedDemo, ...flags: readonly string[]): Promise<Pty> => {
	const args = ['--host', `unix://${socketPath}`, '--no-cgroup', ...flags];
	pty = await openPty({...dockmon(...args), columns: 160, rows: 40});
	await pty.until(listed);
	return pty;
};

const page = async (screen: Pty, key: string, shows: string | RegExp): Promise<void> => {
	screen.type(key);
	await screen.until(shows);
	screen.type('1');
	await screen.until(listed);
};

describe('behind a proxy that lets nothing through but GET of containers, events, version and ping', () => {
	const asShipped = () => proxiedDemo(allowOnly('containers', 'events', 'version', '_ping'));

	test('all that reads works, and what is missing is named', async () => {
		const subject = await asShipped();
		const screen = await open(subject);
		await screen.until('forbidden: info');
		await page(screen, '5', 'forbids info');
		await page(screen, '4', 'events');
		screen.type('l');
		await screen.until(/FOLLOW/);
		screen.type('q');
		await screen.until(listed);
		expect(subject.writes()).toEqual([]);
	});

	test('what acts says why not, and that the proxy is to be asked', async () => {
		const subject = await asShipped();
		const screen = await open(subject);
		// Whoever is at the top may be crashing just then.
		screen.type('/name:api\rG');
		await screen.until(/▌● ✓ api/);
		screen.type('e');
		// The other one tells what is missing.
		await screen.until('2 messages');
		screen.type('h');
		await screen.until(/shell in \S+ failed: HTTP 403/);
		await screen.until('forbids this call: POST /containers/{id}/exec');
		screen.type('\u001B');
		// Without a pause it would be one key, Alt+R.
		await screen.until(shown => !shown.includes('forbids this call: POST /containers/{id}/exec'));
		screen.type('r');
		await screen.until('Restart ');
		await new Promise(resolve => setTimeout(resolve, 400));
		screen.type('y');
		await screen.until('3 messages');
		screen.type('h');
		await screen.until(/restart \S+ failed: HTTP 403/);
		screen.type('\u001B');
		await screen.until(listed);
	});
});

test('without events the list is still true some seconds later, and the screen of events says why it is empty', async () => {
	const subject = await proxiedDemo(allowOnly('containers', '_ping', 'version'));
	const screen = await open(subject, '--read-only');
	await screen.until('forbidden: info events');
	const lists = () => subject.proxy.counts().get('GET /containers/json') ?? 0;
	const before = lists();
	await screen.until(() => lists() >= before + 2, 15_000);
	await page(screen, '4', 'forbids events: the list is read');
	// Asked for once, and not once for each list.
	expect(subject.proxy.counts().get('GET /events')).toBe(1);
	expect(subject.proxy.counts().get('GET /info')).toBe(1);
});

test('where the list itself is forbidden, the call to allow is named', async () => {
	const {socketPath} = await proxiedDemo(allowOnly('events', '_ping', 'version', 'info'));
	pty = await openPty({...dockmon('--host', `unix://${socketPath}`), columns: 100, rows: 30});
	await pty.until('forbids this call: GET /containers/json');
	pty.type('q');
	expect((await pty.end()).code).toBe(0);
});
