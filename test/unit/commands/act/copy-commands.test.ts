import {describe, expect, test} from 'vitest';
import {menuContent} from '../../../../source/commands/act/menu.ts';
import type {MenuContent} from '../../../../source/commands/act/menu-item.ts';
import {refKey} from '../../../../source/model/ids.ts';
import type {ContainerSetup} from '../../../../source/model/setup.ts';
import {selectedContainer} from '../../../../source/store/select-target.ts';
import {aContainer, aSetup, ofProject, refOf, startMillis} from '../../../helpers/builders.ts';
import {User} from '../../../helpers/user.ts';

const port = (publicPort: number) =>
	({publicPort, privatePort: 80, protocol: 'tcp', ip: '0.0.0.0'}) as const;

const web = ofProject('shop', 'web', {
	image: 'nginx:1',
	command: 'nginx --token hunter22',
	networks: [{name: 'shop_front', ipAddress: '172.20.0.4'}],
	ports: [port(8080)],
});

const selected = (container = web): User => {
	const user = new User({containers: [container]});
	// Behind its project.
	user.press('G');
	return user;
};

test.each([
	['i', refOf('shop-web-1').id],
	['n', 'shop-web-1'],
	['a', '172.20.0.4'],
	['p', '8080'],
	['w', 'http://127.0.0.1:8080/'],
	['m', 'nginx:1'],
	['c', 'nginx --token ******'],
	['C', 'nginx --token hunter22'],
	['e', 'docker exec -it shop-web-1 sh'],
])('y %s copies %s', (key, text) => {
	const user = selected();
	user.press('y', key);
	expect(user.asked).toHaveLength(1);
	expect(user.asked[0]?.endsWith(`: ${text}`)).toBe(true);
	expect(user.state.frame.overlays).toEqual([]);
});

/** The inspect of the selection has been answered. */
const inspected = (user: User, change: Partial<ContainerSetup> = {}): User => {
	const container = selectedContainer(user.state);
	if (container === undefined) throw new Error('nothing is selected');
	user.dispatch({
		...{type: 'detail/loaded', key: refKey(container.ref), kind: 'setup'},
		value: aSetup({env: ['DB_PASSWORD=hunter2hunter2', 'PORT=8000'], ...change}),
		atMillis: startMillis,
	});
	return user;
};

const menu = (user: User): MenuContent | undefined => {
	const overlay = user.state.frame.overlays.at(-1);
	return overlay?.kind === 'menu' ? menuContent(user.state, overlay) : undefined;
};

/** As it is shown: key, title, and what stands beside it. */
const rows = (user: User): readonly string[] =>
	(menu(user)?.items ?? []).map(({key, title, note, disabled}) =>
		[key, title.trim(), disabled ?? note].join(' '),
	);

describe('a variable', () => {
	test('is copied by its letter, and is asked for before it is known', () => {
		const user = selected();
		user.press('y', 'v');
		expect(rows(user)).toEqual(['1 a variable the engine is being asked']);
		user.press('1');
		expect(user.asked).toEqual([]);
		inspected(user);
		expect(rows(user)).toEqual(['1 DB_PASSWORD ******', '2 PORT 8000']);
		user.press('2');
		expect(user.asked).toEqual(['copy PORT: 8000']);
		expect(user.state.frame.overlays).toEqual([]);
	});

	test('that is secret is copied only after another question, of which the first answer gives nothing away', () => {
		const user = inspected(selected());
		user.press('y', 'v', '1');
		expect(user.asked).toEqual([]);
		expect(menu(user)?.title).toBe('DB_PASSWORD is secret');
		expect(JSON.stringify(menu(user))).not.toContain('hunter2');
		user.press('enter');
		expect(user.asked).toEqual(['copy the name: DB_PASSWORD']);
		user.press('y', 'v', '1', 'y');
		expect(user.asked.at(-1)).toBe('copy the value of DB_PASSWORD: hunter2hunter2');
		user.press('y', 'v', '1', 'v');
		expect(user.state.frame).toMatchObject({view: 'dashboard', tab: 'env', focus: 'logs'});
		expect(user.state.detail.revealed?.name).toBe('DB_PASSWORD');
	});

	test('beyond the letters is in the tab', () => {
		const env = Array.from({length: 70}, (_, at) => `V${String(at).padStart(2, '0')}=${at}`);
		const user = inspected(selected(), {env});
		user.press('y', 'v');
		expect(rows(user)).toHaveLength(61);
		expect(rows(user).at(-1)).toBe('Z 10 more … in the tab Env');
		user.press('Z');
		expect(user.state.frame).toMatchObject({tab: 'env', focus: 'logs'});
	});

	test('that is the only one, and none', () => {
		const user = inspected(selected(), {env: ['PORT=8000']});
		user.press('y', 'v');
		expect(user.asked).toEqual(['copy the variable: 8000']);
		const bare = inspected(selected(), {env: []});
		bare.press('y', 'v');
		expect(bare.messages.at(-1)).toContain('it has none');
	});
});

describe('of several', () => {
	const many = ofProject('shop', 'web', {
		networks: [
			{name: 'shop_front', ipAddress: '172.20.0.4'},
			{name: 'shop_back', ipAddress: '172.21.0.4'},
		],
		ports: [port(8080), {...port(8080), ip: '::'}, port(8443)],
		mounts: [
			{type: 'volume', source: 'shop_data', destination: '/data', writable: true},
			{type: 'bind', source: '/srv/conf', destination: '/etc/app', writable: false},
		],
		labels: {'com.example.team': 'shop', 'api.token': 'abcdef0123456789abcdef'},
	});

	test.each([
		['a', ['1 shop_front 172.20.0.4', '2 shop_back 172.21.0.4'], '2', '172.21.0.4'],
		['p', ['1 80/tcp inside 8080', '2 80/tcp inside 8443'], '2', '8443'],
		[
			'M',
			[
				...['1 volume on the machine shop_data', '2 in the container /data'],
				...['3 bind on the machine /srv/conf', '4 in the container /etc/app'],
			],
			'3',
			'/srv/conf',
		],
		['l', ['1 api.token ******', '2 com.example.team shop'], '2', 'shop'],
	])('y %s lists them', (key, shown, choice, text) => {
		const user = selected(many);
		user.press('y', key);
		expect(rows(user)).toEqual(shown);
		user.press(choice);
		expect(user.asked[0]?.endsWith(`: ${text}`)).toBe(true);
	});

	test('a secret label takes another step too', () => {
		const user = selected(many);
		user.press('y', 'l', '1', 'y');
		expect(user.asked).toEqual(['copy the value of api.token: abcdef0123456789abcdef']);
	});
});

describe('what is copied is one line, for in a shell the end of a line runs it', () => {
	test('a variable, a label and a mount', () => {
		const odd = ofProject('shop', 'web', {
			mounts: [{type: 'bind', source: '/a\nreboot\n', destination: '/b', writable: true}],
			labels: {a: 'x\nreboot\n', b: 'y'},
		});
		const user = inspected(selected(odd), {env: ['A=x\r\nreboot\n', 'PORT=8000']});
		user.press('y', 'v', '1');
		user.press('y', 'l', '1');
		user.press('y', 'M', '1');
		expect(user.asked).toEqual([
			'copy A: x␍␊reboot␊',
			'copy a: x␊reboot␊',
			'copy bind on the machine: /a␊reboot␊',
		]);
	});

	test('the name of a secret; the secret itself is as it is', () => {
		const labels = {'api\nreboot\n.token': 'abcdef0123\n456789abcdef', team: 'shop'};
		const user = selected(ofProject('shop', 'web', {labels}));
		user.press('y', 'l', '1', 'n');
		user.press('y', 'l', '1', 'y');
		expect(user.asked[0]).toBe('copy the name: api␊reboot␊.token');
		expect(user.asked[1]).toContain(': abcdef0123\n456789abcdef');
	});
});

describe('the command that probes its health', () => {
	const probed = (command: readonly string[], isShell: boolean) => ({
		health: {runs: [], check: {command, isShell}},
	});

	test('is copied as one would type it', () => {
		const user = inspected(selected(), probed(['curl -f localhost || exit 1'], true));
		user.press('y', 'h');
		expect(user.asked).toEqual(['copy the health command: curl -f localhost || exit 1']);
		const argv = inspected(selected(), probed(['curl', '-H', 'a b', 'localhost'], false));
		argv.press('y', 'h');
		expect(argv.asked).toEqual(["copy the health command: curl -H 'a b' localhost"]);
	});

	test('covered, and in full by another key', () => {
		const user = inspected(selected(), probed(['psql', '--password=hunter2hunter2'], false));
		user.press('y', 'h');
		user.press('y', 'H');
		expect(user.asked).toEqual([
			'copy the health command: psql --password=******',
			'copy the health command in full: psql --password=hunter2hunter2',
		]);
	});

	test('is none where nothing probes it, and not known before the engine has told', () => {
		const user = selected();
		user.press('y', 'h');
		expect(user.messages.at(-1)).toContain('the engine is being asked');
		const bare = inspected(selected());
		bare.press('y', 'h');
		expect(bare.messages.at(-1)).toContain('it has none');
	});
});

test('what it has not is not copied, and said', () => {
	const user = selected(aContainer('api'));
	user.press('y', 'a');
	expect(user.asked).toEqual([]);
	expect(user.messages.at(-1)).toContain('it has none');
});

test('w opens the only port, and asks which of several', () => {
	const user = selected();
	user.press('w');
	expect(user.asked).toEqual(['open http://127.0.0.1:8080/']);
	const several = selected({...web, ports: [port(8080), port(8081)]});
	several.press('w', '2');
	expect(several.asked).toEqual(['open http://127.0.0.1:8081/']);
	const none = selected(aContainer('api'));
	none.press('w');
	expect(none.messages.at(-1)).toContain('it has no published port');
});
