import {describe, expect, test} from 'vitest';
import {actionTarget} from '../../../../source/store/act/action-request.ts';
import {aContainer, exited, keyOf, ofProject} from '../../../helpers/builders.ts';
import {User} from '../../../helpers/user.ts';

const api = ofProject('shop', 'api');
const containers = [api, ofProject('shop', 'db'), ofProject('shop', 'job', exited())];

const at = (user: User, name: string): User => {
	user.dispatch({type: 'list/revealed', key: keyOf(name)});
	return user;
};

const type = (user: User, text: string): void =>
	user.press(...[...text].map(letter => (letter === ' ' ? 'space' : letter)));

/** By its words in the palette, as whoever has no key for it. */
const choose = (user: User, words: string): void => {
	user.press(':');
	type(user, words);
	user.press('enter');
	if (user.state.frame.overlays.at(-1)?.kind === 'palette') user.press('escape');
};

const form = (user: User) => {
	const overlay = user.state.frame.overlays.at(-1);
	return overlay?.kind === 'form' ? overlay : undefined;
};

describe('E', () => {
	const open = (): User => {
		const user = at(new User({containers}), 'shop-api-1');
		user.press('E');
		return user;
	};

	test('asks, and empty fields are a shell as the image has it', () => {
		const user = open();
		expect(form(user)?.form.title).toBe('Run in shop/api');
		user.press('enter');
		expect(user.asked).toEqual(['shell']);
	});

	test('takes a command as words without a shell, a user, a directory and variables', () => {
		const user = open();
		user.paste('echo "$(touch x)" ; --help');
		user.press('tab');
		user.paste('1000:1000');
		user.press('tab');
		user.paste('/srv/app');
		user.press('tab');
		user.paste(`A=1 B='two words'`);
		user.press('enter');
		expect(user.asked).toEqual([
			'shell as 1000:1000 in /srv/app with A=1|B=two words runs echo|$(touch x)|;|--help',
		]);
	});

	test.each([
		['command', 'echo "open', 0],
		['user', 'two words', 1],
		['directory', 'app', 2],
		['environment', 'no-assignment', 3],
	])('keeps a %s that cannot be, with the cursor on it', (_field, text, index) => {
		const user = open();
		for (let tab = 0; tab < index; tab++) user.press('tab');
		user.paste(text);
		user.press('enter');
		expect(form(user)).toMatchObject({index, text});
		expect(user.asked).toEqual([]);
	});

	test('is about the container of then, whatever is selected meanwhile', () => {
		const asked: string[] = [];
		const effects = {
			openShell: ({target}: {target: {title: string}}) => void asked.push(target.title),
		};
		const user = at(new User({containers, effects}), 'shop-api-1');
		user.press('E');
		at(user, 'shop-db-1');
		user.press('enter');
		expect(asked).toEqual(['shop/api']);
	});

	test('offers what was run before, but nothing with a secret in it', () => {
		const user = open();
		user.paste('rails console');
		user.press('enter', 'E');
		user.paste('mysql --password=hunter2hunter2');
		user.press('enter', 'E', 'right');
		expect(form(user)?.text).toBe('rails console');
		expect(user.state.shellHistory).toEqual(['rails console']);
	});

	test('does nothing to one that is gone', () => {
		const user = open();
		user.sees(containers.filter(container => container !== api));
		user.press('enter');
		expect(user.asked).toEqual([]);
	});
});

describe('from the palette', () => {
	test.each([
		['root shell', 'shell as 0'],
		['attach', 'attach shop/api'],
		['debug container beside', 'images for shop/api'],
	])('%s', (words, expected) => {
		const user = at(new User({containers}), 'shop-api-1');
		choose(user, words);
		expect(user.asked).toEqual([expected]);
	});

	test('a pane of tmux only where there is tmux', () => {
		const user = at(new User({containers}), 'shop-api-1');
		choose(user, 'tmux shell pane');
		expect(user.asked).toEqual([]);
		const inside = at(new User({containers, isInTmux: true}), 'shop-api-1');
		choose(inside, 'tmux shell pane');
		choose(inside, 'tmux logs window');
		expect(inside.asked).toEqual(['shell of shop/api in a pane', 'logs of shop/api in a window']);
	});

	test('what does not run has logs in a pane, and no shell', () => {
		const user = at(new User({containers, isInTmux: true}), 'shop-job-1');
		choose(user, 'tmux shell pane');
		choose(user, 'tmux logs pane');
		expect(user.asked).toEqual(['logs of shop/job in a pane']);
	});

	test.each([1, 2])(
		'%i debug containers that were left behind are removed after a question',
		count => {
			const left = Array.from({length: count}, (_, index) =>
				aContainer(`dockmon-debug-${index}`, {labels: {'dockmon.debug': 'f'.repeat(64)}}),
			);
			const user = new User({containers: [...containers, ...left]});
			choose(user, 'debug containers left behind');
			const overlay = JSON.stringify(user.state.frame.overlays.at(-1));
			for (const {ref} of left) expect(overlay).toContain(ref.id);
			expect(overlay).not.toContain(api.ref.id);
			expect(overlay).toContain('"action":{"verb":"remove","force":true,"volumes":true}');
			expect(user.asked).toEqual([]);
		},
	);
});

describe('the menu of a container without a shell', () => {
	const open = (name = 'shop-api-1'): User => {
		const user = at(new User({containers}), 'shop-db-1');
		const container = containers.find(each => each.name === name) ?? api;
		const target = actionTarget(container);
		const overlay = {kind: 'menu', menu: 'no-shell', targets: [target], index: 0} as const;
		user.dispatch({type: 'overlay/opened', overlay});
		return user;
	};

	test.each([
		['d', 'images for shop/api'],
		['a', 'attach shop/api'],
	])('%s asks for %s', (key, expected) => {
		const user = open();
		user.press(key);
		expect(user.asked).toEqual([expected]);
	});

	test.each([
		['t', 'processes'],
		['v', 'env'],
	])('%s shows the tab %s of that container', (key, tab) => {
		const user = open();
		user.press(key);
		expect(user.state.frame.tab).toBe(tab);
		expect(user.selected).toBe('api');
	});

	test('f shows its files', () => {
		const user = open();
		user.press('f');
		expect(user.state.frame.view).toBe('files');
		expect(user.state.list.selected).toBe(keyOf('shop-api-1'));
	});

	test('says why, for what does not run', () => {
		const user = open('shop-job-1');
		user.press('a');
		expect(user.asked).toEqual([]);
		expect(user.messages.at(-1)).toContain('is not running');
	});
});

test('the image of a debug container is one that is there', () => {
	const user = new User({containers});
	const images = ['busybox:local', 'shop/api:1.2'];
	const form_ = {
		purpose: 'debug',
		title: 'Debug container beside shop/api',
		fields: [{id: 'image', label: 'image', text: 'busybox:local', choices: images, isFree: true}],
		targets: [actionTarget(api)],
	} as const;
	const overlay = {kind: 'form', form: form_, index: 0, text: 'nothing:1'} as const;
	user.dispatch({type: 'overlay/opened', overlay});
	user.press('enter');
	expect(user.asked).toEqual([]);
	user.press('right', 'enter');
	expect(user.asked).toEqual(['debug shop/api with busybox:local']);
});
