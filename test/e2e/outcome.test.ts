import {request} from 'node:http';
import {setTimeout as sleep} from 'node:timers/promises';
import {expect, onTestFinished, test} from 'vitest';
import {dockmon} from '../helpers/built.ts';
import {demoEngine} from '../helpers/demo-engine.ts';
import {openPty, type Pty} from '../helpers/pty.ts';

const post = (endpoint: string, path: string): Promise<void> =>
	new Promise((resolve, reject) => {
		const options = {socketPath: endpoint.slice('unix://'.length), path, method: 'POST'};
		request(options, response => {
			response.resume();
			response.on('end', () => resolve());
		})
			.on('error', reject)
			.end();
	});

/** The list at this size, with the cursor on a service of the shop. */
const openAt = async (
	endpoint: string,
	service: string,
	[columns, rows]: readonly [number, number],
): Promise<Pty> => {
	const screen = await openPty({
		...dockmon('--host', endpoint, '--no-cgroup'),
		...{columns, rows},
	});
	onTestFinished(() => screen.dispose());
	await screen.until(/api .*\d+\.\d .*\d+M/);
	screen.type(`/name:${service}\rG`);
	await screen.until(() => screen.screen().some(row => /^│?▌/.test(row) && row.includes(service)));
	return screen;
};

const restart = async (screen: Pty, name: string): Promise<void> => {
	screen.type('r');
	await screen.until(`Restart ${name}?`);
	await sleep(400);
	screen.type('y');
};

test('healthy again in so many seconds, long enough to be read', async () => {
	const {endpoint} = await demoEngine({seed: 1});
	const screen = await openAt(endpoint, 'api', [80, 24]);
	await restart(screen, 'shop/api');
	await screen.until(/restarted shop\/api, healthy again in \d+\.\ds/, 30_000);
	await sleep(5000);
	expect(screen.screen().join('\n')).toMatch(/✓ restarted shop\/api, healthy again in \d+\.\ds/);
	// It goes by itself, and the list of messages keeps it.
	await screen.until(text => !text.includes('healthy again'), 10_000);
	screen.type('h');
	await screen.until(/docker restart shop-api-1/);
	expect(screen.screen().join('\n')).toMatch(/healthy again in \d+\.\ds/);
}, 60_000);

test('a dependant that ends after it is named, with what was done before', async () => {
	const {endpoint} = await demoEngine({seed: 1});
	const screen = await openAt(endpoint, 'postgres', [120, 40]);
	await restart(screen, 'shop/postgres');
	await screen.until(/(?:restarted|restarting) shop\/postgres/, 30_000);
	await post(endpoint, '/containers/shop-api-1/kill?signal=SIGKILL');
	await screen.until(
		/✗ shop\/api (?:is \w+|ended with 137) \d+\.\ds after the restart of shop\/postgres/,
		30_000,
	);
	// It stays until somebody has seen it.
	await sleep(1000);
	expect(screen.text()).toMatch(/after the restart of shop\/postgres/);
	screen.type('\u001B');
	await screen.until(text => !text.includes('after the restart of'));
}, 90_000);
