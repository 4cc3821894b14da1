import {execFile} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {promisify} from 'node:util';
import {beforeAll, describe, expect, onTestFinished, test} from 'vitest';
import packageJson from '../../package.json' with {type: 'json'};
import {bundleProgram} from '../../scripts/bundle.ts';
import {dockmon} from '../helpers/built.ts';

const root = path.join(import.meta.dirname, '../..');

interface Packed {
	readonly size: number;
	readonly unpackedSize: number;
	readonly files: readonly {readonly path: string}[];
}

/** What `npm publish` would send, without sending it. */
const pack = async (): Promise<Packed> => {
	const {stdout} = await promisify(execFile)('npm', ['pack', '--dry-run', '--json', '--offline'], {
		cwd: root,
		env: {...process.env, npm_config_loglevel: 'error'},
	});
	const [packed] = JSON.parse(stdout);
	return packed;
};

describe('what is published', () => {
	let packed: Packed;

	beforeAll(async () => {
		// Fails with a word where it was not built.
		dockmon();
		packed = await pack();
	});

	test('is the program, its notices, the licence and the readme', () => {
		const files = packed.files.map(file => file.path);
		expect(files.toSorted()).toEqual([
			'build/cli.js',
			'build/config.schema.json',
			'build/dockmon.js',
			'build/package.json',
			'build/third-party-notices.txt',
			'licence',
			'package.json',
			'readme.md',
		]);
	});

	test('is a small download', () => {
		expect(packed.size).toBeLessThan(1_500_000);
		expect(packed.unpackedSize).toBeLessThan(5_000_000);
	});
});

interface Notice {
	readonly id: string;
	readonly licence: string;
	readonly text: string;
}

const readNotices = (): readonly Notice[] => {
	const text = readFileSync(path.join(root, 'build/third-party-notices.txt'), 'utf8');
	return text
		.split(`\n\n${'-'.repeat(80)}\n\n`)
		.slice(1)
		.map(section => {
			const [, id = '', licence = ''] = /^(\S+ \S+) \((.+)\)\n/.exec(section) ?? [];
			return {id, licence, text: section.slice(section.indexOf('\n'))};
		});
};

/** Told anew from what the bundler says it took in, by another way than that which the build goes. */
const bundledIds = async (): Promise<readonly string[]> => {
	const folder = mkdtempSync(path.join(tmpdir(), 'dockmon-bundle-'));
	onTestFinished(() => rmSync(folder, {recursive: true}));
	const {outputs} = await bundleProgram(
		path.join(root, 'source/app/main.tsx'),
		path.join(folder, 'b'),
	);
	const inputs = Object.values(outputs).flatMap(({inputs: each}) => Object.entries(each));
	const places = inputs.flatMap(([file, {bytesInOutput}]) => {
		const at = file.lastIndexOf('node_modules/');
		if (at === -1 || bytesInOutput === 0) return [];
		const [scope = '', name = ''] = file.slice(at + 13).split('/');
		return [file.slice(0, at + 13) + (scope.startsWith('@') ? `${scope}/${name}` : scope)];
	});
	const ids = [...new Set(places)].map(place => {
		const {name, version} = JSON.parse(
			readFileSync(path.join(root, place, 'package.json'), 'utf8'),
		);
		return `${name} ${version}`;
	});
	return [...new Set(ids)].toSorted();
};

describe('third-party notices', () => {
	test('name every package of which there is code in the program, and no other', async () => {
		const ids = await bundledIds();
		expect(ids).toContain(`react ${packageJson.devDependencies.react}`);
		expect(
			readNotices()
				.map(({id}) => id)
				.toSorted(),
		).toEqual(ids);
	});

	test('hold the whole text of each licence, with whose it is', () => {
		const words: Readonly<Record<string, RegExp>> = {
			MIT: /^(?=[\s\S]*copyright )[\s\S]*Permission is hereby granted, free of charge[\s\S]*THE SOFTWARE IS PROVIDED ["']AS IS["']/i,
			ISC: /^(?=[\s\S]*copyright )[\s\S]*Permission to use, copy, modify[\s\S]*THE SOFTWARE IS PROVIDED ["']AS IS["']/i,
			'Apache-2.0': /Apache License\s+Version 2\.0[\s\S]*END OF TERMS AND CONDITIONS/,
		};
		for (const {id, licence, text} of readNotices())
			expect(`${id}: ${text}`).toMatch(words[licence] ?? /a licence that nobody has looked at/);
	});
});
