import {expect, test} from 'vitest';
import {preferences} from '../../../source/app/preferences.ts';
import {leaves} from '../../../source/config/layers.ts';

/** Settings that are not of the state of the screen, and who takes them. */
const elsewhere = [
	// `bind-keys.ts`
	...['preset', 'keys', 'commands'],
	// `load-settings.ts`
	...['color', 'ascii', 'mouse', 'interval', 'readOnly'],
	...['attention.memoryPercent', 'attention.throttledPercent', 'attention.diskPercent'],
	...['attention.restarts', 'attention.ignore'],
	// `load-settings.ts`, as the policy of actions
	...['start', 'stop', 'restart', 'pause', 'unpause', 'kill', 'remove', 'rename', 'update'].map(
		verb => `actions.confirm.${verb}`,
	),
	...['shell', 'rootShell', 'attach', 'debug', 'copyIn'].map(way => `actions.confirm.${way}`),
	'actions.protected',
	// `apply-config.ts`
	...['logs.highlight', 'logs.maxLines', 'logs.maxBytes'],
];

const settings = leaves().map(([path]) => path);
const taken = preferences.map(({key}) => key);

test('every setting is taken by somebody', () => {
	const missing = settings.filter(path => ![...elsewhere, ...taken].includes(path));
	expect(missing).toEqual([]);
});

test('nothing is taken twice, or by somebody that has no such setting', () => {
	expect(elsewhere.filter(path => taken.includes(path) || !settings.includes(path))).toEqual([]);
});

test('a preference is a setting, or has a name that none could have', () => {
	const odd = taken.filter(key => !settings.includes(key) && key.includes('.'));
	expect(odd).toEqual([]);
	expect(new Set(taken).size).toBe(taken.length);
});
