import {readdirSync, readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {
	barrels,
	defaultExports,
	fileNames,
	fileSizes,
	importCycles,
	layerDirection,
	packageHomes,
	purity,
	type Rule,
	unitTests,
	useInputCallers,
} from './helpers/architecture-rules.ts';
import type {SourceFile} from './helpers/source-text.ts';

const readFolder = (folder: string): readonly SourceFile[] =>
	readdirSync(new URL(`../${folder}/`, import.meta.url), {recursive: true, encoding: 'utf8'})
		.filter(name => /\.tsx?$/u.test(name))
		.map(name => {
			const path = `${folder}/${name.replaceAll('\\', '/')}`;
			return {path, text: readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')};
		});

const project = ['source', 'test', 'scripts'].flatMap(readFolder);

/** Each rule, what it must find when it is planted, and what it must leave alone. */
const rules: ReadonlyArray<{
	readonly name: string;
	readonly rule: Rule;
	readonly bad: ReadonlyArray<Readonly<Record<string, string>>>;
	readonly good: Readonly<Record<string, string>>;
}> = [
	{
		name: 'layers import only from the left',
		rule: layerDirection,
		bad: [
			{'source/model/a.ts': "import {b} from '../store/b.ts';"},
			{'source/store/a.ts': "import type {B} from '../format/b.ts';"},
			{'source/engine/docker/a.ts': "export const b = () => import('../../sync/b.ts');"},
			{'source/sync/a.ts': "import {\n\tb,\n\tc,\n} from '../commands/b.ts';"},
			{'source/headless/a.ts': "import '../view/b.ts';"},
			{'source/demo/a.ts': "import {b} from '../engine/b.ts';"},
			{'source/view/a.ts': "import {b} from '../demo/b.ts';"},
			{'source/model/a.ts': "import {b} from '../../scripts/b.ts';"},
			{'source/headless/a.ts': "import manifest from '../../package.json' with {type: 'json'};"},
			{'source/newcomer/a.ts': ''},
		],
		good: {
			'source/cli.tsx': "import {run} from './app/run.ts';",
			'source/app/run.ts': "import {world} from '../demo/world.ts';",
			'source/app/version.ts': "import manifest from '../../package.json' with {type: 'json'};",
			'source/view/a.tsx': "import {b} from '../commands/b.ts';",
			'source/model/a.ts': "// import {b} from '../store/b.ts';",
		},
	},
	{
		name: 'packages are imported where they belong',
		rule: packageHomes,
		bad: [
			{'source/store/a.ts': "import {useState} from 'react';"},
			{'source/headless/a.ts': "import {Box} from 'ink';"},
			{'source/sync/a.ts': "import Docker from 'dockerode';"},
			{'source/engine/stats/a.ts': "import type Docker from 'dockerode';"},
			{'source/engine/docker/a.ts': "import {mem} from 'systeminformation';"},
			{'source/format/a.ts': "import {inspect} from 'node:util';"},
			{'source/view/panes/a.tsx': "import {readFileSync} from 'node:fs';"},
		],
		good: {
			'source/view/a.tsx': "import {Box} from 'ink';",
			'source/engine/docker/a.ts': "import Docker from 'dockerode';",
			'source/engine/host/a.ts': "const information = await import('systeminformation');",
			'source/app/a.ts': "import {spawn} from 'node:child_process';",
		},
	},
	{
		name: 'model, format and store are pure',
		rule: purity,
		bad: [
			{'source/model/a.ts': 'export const now = () => Date.now();'},
			{'source/store/a.ts': 'setTimeout(flush, 16);'},
			{'source/format/a.ts': "const label = 'x'; const home = process.env.HOME;"},
			{'source/store/a.ts': 'const at = new Date();'},
		],
		good: {
			'source/model/a.ts': '/* not Date.now() */ export const day = new Date(0);',
			'source/format/a.ts': "export const text = 'setTimeout, process.env'; // Date.now()",
			'source/store/a.ts': 'export const subprocess = /Date.now()/u;',
			'source/sync/a.ts': 'setTimeout(poll, 1000);',
		},
	},
	{
		name: 'no import cycles',
		rule: importCycles,
		bad: [
			{
				'source/model/a.ts': "import {b} from './b.ts';",
				'source/model/b.ts': "import {c} from './deep/c.ts';",
				'source/model/deep/c.ts': "import type {a} from '../a.ts';",
			},
			{'source/model/a.ts': "import {a} from './a.ts';"},
		],
		good: {
			'source/model/a.ts': "import {b} from './b.ts';\nimport {c} from './c.ts';",
			'source/model/b.ts': "import {c} from './c.ts';",
			'source/model/c.ts': '',
		},
	},
	{
		name: 'no barrel files',
		rule: barrels,
		bad: [
			{'source/model/index.ts': ''},
			{'source/view/panes/logs/index.tsx': ''},
			{'source/model/all.ts': "export * from './cpu.ts';"},
			{'source/model/all.ts': "export type {\n\tA,\n} from './a.ts';"},
		],
		good: {
			'source/view/panes/index.ts':
				"import {logs} from './logs/logs.tsx';\nexport const panes = [logs];",
			'source/model/a.ts':
				"export const cut = (text: string, from: number) => text.slice(from, 'a'.length);",
		},
	},
	{
		name: 'no default exports',
		rule: defaultExports,
		bad: [
			{'source/model/a.ts': 'export default () => 1;'},
			{'scripts/a.ts': 'const a = 1;\nexport {a as default};'},
		],
		good: {'source/model/a.ts': "export const text = 'export default';"},
	},
	{
		name: 'files fit on two screens',
		rule: fileSizes,
		bad: [
			{'source/model/a.ts': 'x;\n'.repeat(251)},
			{'scripts/a.ts': 'x;\n'.repeat(251)},
			{'test/unit/model/a.test.ts': 'x;\n'.repeat(401)},
		],
		good: {
			'source/model/a.ts': 'x;\n'.repeat(250),
			'test/unit/model/a.test.ts': 'x;\n'.repeat(400),
		},
	},
	{
		name: 'files and folders are named in kebab-case',
		rule: fileNames,
		bad: [
			{'source/model/logLine.ts': ''},
			{'source/view/Header/header.tsx': ''},
			{'test/unit/model/log_line.test.ts': ''},
		],
		good: {'test/unit/model/log-line.test.ts': '', 'test/bench/frame.bench.tsx': ''},
	},
	{
		name: 'each file of the pure layers has its unit test',
		rule: unitTests,
		bad: [
			{'source/model/a.ts': 'export const a = (x: number): number => x;'},
			{'source/format/deep/a.ts': 'export const a: Rule = async (x) => x;'},
			{'source/store/a.ts': 'export class A {}'},
		],
		good: {
			'source/model/a.ts': 'export const a = (): number => 1;',
			'test/unit/model/a.test.ts': '',
			'source/model/b.ts': 'export interface B {}\nexport const b = {size: 1};',
			'source/engine/c.ts': 'export const c = () => 1;',
		},
	},
];

const planted = (files: Readonly<Record<string, string>>): readonly SourceFile[] =>
	Object.entries(files).map(([path, text]) => ({path, text}));

describe('the project', () => {
	test.each(rules)('$name', ({rule}) => {
		expect(rule(project)).toEqual([]);
	});

	test('keys arrive in one place', () => {
		expect(useInputCallers(project)).toHaveLength(1);
	});
});

describe.each(rules)('the rule "$name"', ({rule, bad, good}) => {
	test.each(bad)('finds %o', files => {
		expect(rule(planted(files))).toHaveLength(1);
	});

	test('leaves alone what is right', () => {
		expect(rule(planted(good))).toEqual([]);
	});
});

test('every call of useInput counts', () => {
	const files = planted({
		'source/view/a.tsx': 'useInput(onKey);\nuseInput(onPaste);',
		'source/app/b.tsx': '// useInput(x)\nuseInputRouter();',
	});
	expect(useInputCallers(files)).toEqual(['source/view/a.tsx', 'source/view/a.tsx']);
});
