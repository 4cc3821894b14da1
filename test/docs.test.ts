import {existsSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import packageJson from '../package.json' with {type: 'json'};
import {configSchemaText} from '../scripts/lib/config-documents.ts';
import {fillSections} from '../scripts/lib/readme-sections.ts';

const root = path.join(import.meta.dirname, '..');
const documents = [
	'readme.md',
	'contributing.md',
	'architecture.md',
	'changelog.md',
	'benchmarks.md',
	'promises.md',
	'security.md',
];
const read = (document: string): string => readFileSync(path.join(root, document), 'utf8');

/** Targets of links and pictures in this repository, without anchors. */
const localTargets = (markdown: string): readonly string[] =>
	[...markdown.matchAll(/\]\(([^)\s]+)\)|(?:src|href)="([^"]+)"/gu)]
		.map(match => (match[1] ?? match[2] ?? '').replace(/#.*$/u, ''))
		.filter(target => target !== '' && !/^[a-z]+:/u.test(target));

/** Paths that a text in backticks is, such as `source/model`, or runs, such as `npx vitest test/docs.test.ts`. */
const namedPaths = (markdown: string): readonly string[] =>
	[...markdown.matchAll(/`([^`\n]+)`/gu)].flatMap(([, code = '']) => {
		const words = code.split(' ').map(word => word.replace(/\/$/u, ''));
		const isPath = (word: string): boolean =>
			/^(?:source|test|scripts|screenshots|\.ci)(?:\/[\w.-]+)*$/u.test(word);
		return words.filter(word => isPath(word) && (words.length === 1 || word.includes('/')));
	});

const isMissing = (target: string): boolean => !existsSync(path.join(root, target));

describe.each(documents)('%s', document => {
	test('links only to what exists', () => {
		expect(localTargets(read(document)).filter(isMissing)).toEqual([]);
	});

	test('names only files and folders that exist', () => {
		expect(namedPaths(read(document)).filter(isMissing)).toEqual([]);
	});
});

test('the schema of the configuration is that of the code (node scripts/update-readme.ts)', () => {
	expect(read('config.schema.json')).toBe(configSchemaText());
});

test('the readme shows keys and flags as they are (node scripts/update-readme.ts)', () => {
	expect(read('readme.md')).toBe(fillSections(read('readme.md')));
});

test.each(['npm ci && npm start', 'npm ci && npm test'])('the readme says %s', command => {
	expect(read('readme.md')).toContain(command);
});

test('the readme shows a picture in its first screenful', () => {
	expect(read('readme.md').split('\n').slice(0, 25).join('\n')).toMatch(
		/screenshots\/[\w-]+\.png/u,
	);
});

test('every npm script that a document names exists', () => {
	const named = documents.flatMap(document =>
		[...read(document).matchAll(/npm run ([\w:-]+)/gu)].map(match => match[1] ?? ''),
	);
	expect(named.filter(name => !(name in packageJson.scripts))).toEqual([]);
});

test('architecture.md tells of every layer', () => {
	const layers = readdirSync(path.join(root, 'source'), {withFileTypes: true})
		.filter(entry => entry.isDirectory())
		.map(entry => `source/${entry.name}`);
	const named = new Set(namedPaths(read('architecture.md')));
	expect(layers.filter(layer => !named.has(layer))).toEqual([]);
});

test('promises.md has a row for each promise, with how it is measured and a test that there is', () => {
	const rows = [...read('promises.md').matchAll(/^\| (P\d+) \|(.*)\|$/gmu)].map(
		([, id, rest = '']) => ({
			id,
			cells: rest.split('|').map(cell => cell.trim()),
		}),
	);
	expect(rows.map(({id}) => id)).toEqual(Array.from({length: 17}, (_, index) => `P${index + 1}`));
	for (const {id, cells} of rows) {
		expect([id, cells.length, cells.filter(cell => cell === '')]).toEqual([id, 5, []]);
		const [command = '', guard = ''] = cells.slice(3);
		if (command !== '–') expect(command).toMatch(/^`.*`$/u);
		if (guard !== '–') expect(namedPaths(guard).some(path => path.startsWith('test/'))).toBe(true);
	}
});

test('the changelog tells what this version brings', () => {
	const [, entry = ''] = read('changelog.md').split(`## ${packageJson.version}`);
	expect(entry.split('\n## ')[0]?.trim()).toMatch(/^- /mu);
});

describe('the helpers of this test', () => {
	test('see links, pictures and paths', () => {
		expect(localTargets('[a](b.md#c) ![p](x/y.png) <img src="z.svg"> [w](https://x.y)')).toEqual([
			'b.md',
			'x/y.png',
			'z.svg',
		]);
		expect(
			namedPaths('`source/model/` and `test/a.test.ts`, not `sources/x` or `npm test`'),
		).toEqual(['source/model', 'test/a.test.ts']);
		expect(namedPaths('`npx vitest --run test/b.test.ts scripts/c`')).toEqual([
			'test/b.test.ts',
			'scripts/c',
		]);
	});

	test('a generated section is replaced, a missing marker is told', () => {
		const empty = ['settings', 'flags', 'logs']
			.map(name => `<!-- ${name} -->\n<!-- /${name} -->\n`)
			.join('');
		const readme = `<!-- keys -->\noutdated\n<!-- /keys -->\n${empty}end`;
		const filled = fillSections(readme);
		expect(filled).not.toContain('outdated');
		expect(filled).toMatch(
			/--demo[\s\S]*<!-- \/flags -->[\s\S]*--grep[\s\S]*<!-- \/logs -->\nend$/u,
		);
		expect(() => fillSections('<!-- keys -->')).toThrow('lacks');
	});
});
