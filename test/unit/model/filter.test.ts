import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {parseFilter} from '../../../source/model/filter.ts';
import {aContainer, exited, ofProject} from '../../helpers/builders.ts';

const containers = [
	ofProject('shop', 'api', {
		image: 'registry.test/shop-api:2.1',
		health: {kind: 'unhealthy'},
		ports: [{privatePort: 8000, publicPort: 8080, protocol: 'tcp'}],
		labels: {tier: 'front', 'com.example.owner': 'Ada'},
	}),
	ofProject('shop', 'worker', {image: 'registry.test/shop-api:2.1', ...exited(137)}),
	ofProject('billing', 'ledger', {
		image: 'python:3.13',
		health: {kind: 'healthy'},
		networks: [{name: 'back'}],
	}),
	aContainer('redis', {
		image: 'redis:7',
		ports: [{privatePort: 6379, protocol: 'tcp'}],
		labels: {tier: 'data'},
	}),
];

const found = (text: string): readonly string[] => {
	const {matches} = parseFilter(text);
	return containers
		.filter(each => matches(each))
		.map(container => container.compose?.service ?? container.name);
};

const all = ['api', 'worker', 'ledger', 'redis'];

test.each([
	['nothing', '', all],
	['blanks', '   ', all],
	['part of a name', 'edi', ['redis']],
	['text of any case', 'REDIS', ['redis']],
	['an image', 'python', ['ledger']],
	['a project', 'billing', ['ledger']],
	['a service', 'worker', ['worker']],
	['a published port', ':8080', ['api']],
	['a port that is not published', ':6379', ['redis']],
	['a short id', containers[3]?.ref.id.slice(0, 12) ?? '', ['redis']],
	['two words, both wanted', 'shop api:2', ['api', 'worker']],
	['a word turned round', '!shop', ['ledger', 'redis']],
	['two negations', '!shop !redis', ['ledger']],
	['a double negation', '!!redis', ['redis']],
	['a regular expression', '/^(redis|python):/', ['ledger', 'redis']],
	['a regular expression turned round', '!/^shop/', ['ledger', 'redis']],
	['a state', 'status:exited', ['worker']],
	['a health', 'health:unhealthy', ['api']],
	['whole and part of a health', 'health:healthy', ['api', 'ledger']],
	['a health by expression', 'health:/^healthy/', ['ledger']],
	['only the project', 'project:shop', ['api', 'worker']],
	['only the service', 'service:ledger', ['ledger']],
	['only the name', 'name:redis', ['redis']],
	['only the image', 'image:api', ['api', 'worker']],
	['only the id', `id:${containers[0]?.ref.id ?? ''}`, ['api']],
	['only a port', 'port:6379', ['redis']],
	['a label with its value', 'label:tier=front', ['api']],
	['a label of any case', 'label:owner=ada', ['api']],
	['a key turned round', '!project:shop status:running', ['ledger', 'redis']],
	['letters in order', '~rds', ['redis']],
	['letters in order, of the project too', '~shwk', ['worker']],
	['letters in order of an image', 'image:~rtapi', ['api', 'worker']],
	['letters in order turned round', '!~shop', ['ledger', 'redis']],
	['a network', 'network:back', ['ledger']],
	['an exit code', 'exit=137', ['worker']],
	['an exit code that is not', 'exit>0 exit!=1', ['worker']],
	['what looks like a comparison and is none', 'redis=7', []],
	['what is nowhere', 'nginx', []],
	['a key that does not exist, which is text', 'nothing:redis', []],
	['text with a colon', 'redis:7', ['redis']],
] as const)('finds by %s', (_what, text, expected) => {
	expect(found(text)).toEqual(expected);
});

test.each(['!', '!!', 'status:', '!label:', 'shop !', '~', '!~', 'cpu>', '!mem<', 'name:~'])(
	'%s, which is not typed to its end, hides nothing',
	text => {
		expect(found(text)).toEqual(found(text.replaceAll(/\S*[:!~<>]/g, '')));
	},
);

describe('a regular expression that cannot be read', () => {
	test('says why', () => {
		expect(parseFilter('/(/').problem).toContain('Invalid regular expression');
		expect(parseFilter('/a(?!b*)/').problem).toContain('may take for ever');
		expect(parseFilter('/x/').problem).toBeUndefined();
	});

	test('is left out, the other words stay', () => {
		expect(found('/(/ redis')).toEqual(['redis']);
	});
});

test('no text makes it throw', () => {
	const word = fc.oneof(
		fc.string({maxLength: 6}),
		fc.constantFrom('constructor:x', 'valueof:y', '/[/', '!/(/', 'label:/+/', 'status:/x', '!'),
	);
	fc.assert(
		fc.property(fc.array(word, {maxLength: 4}), words => {
			const {matches} = parseFilter(words.join(' '));
			return containers.every(container => typeof matches(container) === 'boolean');
		}),
	);
});

test('says what it has to know beside the list', () => {
	const needs = (text: string) => parseFilter(text).needs;
	expect(needs('api status:running exit>0')).toBeUndefined();
	expect(needs('api !cpu>5')).toBe('usage');
	expect(needs('restarts>1 restarts<9')).toBe('details');
	expect(needs('restarts>1 cpu>5')).toBe('both');
});

test('of a text that somebody made endless only the beginning is looked through', () => {
	const filter = parseFilter('label:/a.*z/');
	const labelled = (value: string) => aContainer('api', {labels: {note: value}});
	expect(filter.matches(labelled(`a${' '.repeat(3000)}z`))).toBe(true);
	expect(filter.matches(labelled(`a${' '.repeat(300_000)}z`))).toBe(false);
});
