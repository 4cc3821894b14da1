import {describe, expect, onTestFinished, test} from 'vitest';
import type {ClientsFound} from '../../../../source/model/act/clients.ts';
import {clientsUnknown} from '../../../../source/model/act/clients.ts';
import {EngineError} from '../../../../source/model/engine-error.ts';
import {clientsWanted} from '../../../../source/store/act/told-clients.ts';
import {ofProject} from '../../../helpers/builders.ts';
import {Watcher} from '../../../helpers/watcher.ts';

const networks = (ipAddress: string) => ({networks: [{name: 'shop_default', ipAddress}]});
const containers = [
	ofProject('shop', 'api', networks('172.19.0.3')),
	ofProject('shop', 'db', networks('172.19.0.2')),
];

const from = (...addresses: readonly string[]): ClientsFound => ({
	isWhole: true,
	connections: addresses.map(address => ({address, isHost: false})),
});

const begin = async (): Promise<Watcher> => {
	const watcher = await Watcher.begin(containers, ({connected}) => {
		connected.set('shop-api-1', from('10.0.0.9'));
		connected.set('shop-db-1', from('172.19.0.3', '10.0.0.9'));
	});
	onTestFinished(() => watcher.end());
	return watcher;
};

/** Of the question that is open. */
const said = ({user}: Watcher): string | undefined => {
	const overlay = user.state.frame.overlays.at(-1);
	if (overlay?.kind === 'bulk') return overlay.plan?.clients?.sentence;
	return overlay?.kind === 'confirm' || overlay?.kind === 'confirm-name'
		? overlay.confirm.clients?.sentence
		: undefined;
};

const isLookedFor = ({user}: Watcher): boolean =>
	clientsWanted(user.state.frame.overlays) !== undefined;

/** Selects the container of this name. */
const select = ({user}: Watcher, name: string): void => {
	user.press('g');
	for (let step = 0; step < 9 && user.selected !== name; step++) user.press('down');
};

describe('who is connected', () => {
	test('is looked for once when a question opens, and told in it', async () => {
		const watcher = await begin();
		select(watcher, 'api');
		watcher.user.press('r');
		expect(isLookedFor(watcher)).toBe(true);
		await watcher.pass();
		expect(said(watcher)).toBe('1 client is connected to it now, from 10.0.0.9.');
		await watcher.pass(30_000);
		expect(watcher.engine.count('clients')).toBe(1);
		watcher.user.press('n', 'r');
		await watcher.pass();
		expect(watcher.engine.count('clients')).toBe(2);
	});

	test('is told of many in their list, and stays when the name is asked for', async () => {
		const watcher = await begin();
		const {user} = watcher;
		user.press('g');
		while (user.selected !== 'shop') user.press('down');
		user.press('x', 'd');
		await watcher.pass(400);
		const sentence = '2 clients are connected to them now, from 10.0.0.9.';
		expect(said(watcher)).toBe(sentence);
		user.press('y');
		expect(user.state.frame.overlays.at(-1)?.kind).toBe('confirm-name');
		expect(said(watcher)).toBe(sentence);
	});

	test('is not looked for before what cuts nobody off', async () => {
		const watcher = await begin();
		select(watcher, 'api');
		watcher.user.press('x', 'k', 'h');
		await watcher.pass();
		expect(watcher.user.state.frame.overlays.at(-1)?.kind).toBe('confirm');
		expect(watcher.engine.count('clients')).toBe(0);
	});
});

describe('where nobody knows', () => {
	test('that is said', async () => {
		const watcher = await begin();
		watcher.engine.connected.clear();
		select(watcher, 'api');
		watcher.user.press('r');
		await watcher.pass();
		expect([isLookedFor(watcher), said(watcher)]).toEqual([false, clientsUnknown]);
		expect(watcher.user.question?.lines).toContain(
			'Clients lose their connection for a moment. Data is kept.',
		);
	});

	test('an error or a hang holds up nothing', async () => {
		const watcher = await begin();
		watcher.engine.trouble('clients', new EngineError('unreachable', 'gone'));
		select(watcher, 'api');
		watcher.user.press('r');
		await watcher.pass();
		expect(isLookedFor(watcher)).toBe(false);
		watcher.user.press('n');
		watcher.engine.trouble('clients', 'hang');
		watcher.user.press('r');
		await watcher.pass(400);
		expect(isLookedFor(watcher)).toBe(true);
		watcher.user.press('y');
		await watcher.pass();
		expect(watcher.engine.count('restart')).toBe(1);
	});
});
