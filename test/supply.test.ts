import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import packageJson from '../package.json' with {type: 'json'};

const root = join(import.meta.dirname, '..');

interface Locked {
	readonly version?: string;
	readonly resolved?: string;
	readonly integrity?: string;
	readonly license?: string;
	readonly link?: boolean;
	readonly dev?: boolean;
	readonly optional?: boolean;
	readonly devOptional?: boolean;
	readonly hasInstallScript?: boolean;
}

type Lock = Readonly<Record<string, Locked>>;

const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** By where it is installed; without the project itself. */
const {'': own, ...lock}: Lock = JSON.parse(read('package-lock.json')).packages;

const nameOf = (place: string): string => place.slice(place.lastIndexOf('node_modules/') + 13);

/** The public registry, or none said: then that which npm is set up with, and the integrity holds for any. */
const isFromRegistry = ({resolved}: Locked): boolean =>
	resolved === undefined || resolved.startsWith('https://registry.npmjs.org/');

/** What is wrong with a package as it is locked; nothing for most. */
const complaints = (place: string, locked: Locked): readonly string[] => {
	const name = nameOf(place);
	const {integrity = '', version = '', hasInstallScript = false} = locked;
	return [
		...(/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity) ? [] : ['no integrity']),
		...(/^\d+\.\d+\.\d+/.test(version) ? [] : [`no version but ${version}`]),
		...(isFromRegistry(locked) ? [] : [`from ${locked.resolved}`]),
		...(locked.link ? ['a link'] : []),
		// Whoever installs dockmon itself would get it too.
		...(locked.dev || locked.optional || locked.devOptional ? [] : ['installed by users']),
		...(hasInstallScript && !(name in packageJson.allowScripts) ? ['runs a script'] : []),
	].map(complaint => `${name}: ${complaint}`);
};

const complaintsAbout = (packages: Lock): readonly string[] =>
	Object.entries(packages).flatMap(([place, locked]) => complaints(place, locked));

describe('the lock file', () => {
	test('names of every package a version and what it has to hash to, from the registry and nowhere else', () => {
		expect(Object.keys(lock).length).toBeGreaterThan(100);
		expect(complaintsAbout(lock)).toEqual([]);
	});

	test('is that of package.json', () => {
		expect(own).toMatchObject({
			name: packageJson.name,
			version: packageJson.version,
			devDependencies: packageJson.devDependencies,
		});
		const other = Object.entries(packageJson.devDependencies).filter(
			([name, version]) => lock[`node_modules/${name}`]?.version !== version,
		);
		expect(other).toEqual([]);
	});

	test.each([
		[{integrity: 'sha1-x'}, 'no integrity'],
		[{integrity: undefined}, 'no integrity'],
		[{version: 'git+ssh://git@host/a/b.git#1'}, 'no version but git'],
		[{resolved: 'https://elsewhere.example/x.tgz'}, 'from https://elsewhere.example'],
		[{resolved: 'file:../x'}, 'from file:'],
		[{link: true}, 'a link'],
		[{dev: false}, 'installed by users'],
		[{hasInstallScript: true}, 'runs a script'],
	])('would be complained about: %j', (change, complaint) => {
		const [good] = Object.values(lock);
		const planted = {'node_modules/a/node_modules/b': {...good, ...change}} as Lock;
		expect(complaintsAbout(planted)).toEqual([expect.stringContaining(`b: ${complaint}`)]);
	});
});

describe('the package', () => {
	test('has users install nothing beside it', () => {
		for (const field of [
			'dependencies',
			'optionalDependencies',
			'peerDependencies',
			'bundleDependencies',
		])
			expect(packageJson).not.toHaveProperty(field);
	});

	test('runs nothing when it is installed or packed', () => {
		const hooks =
			/^(pre|post)?(install|prepare|pack|publish|uninstall)|^(pre|post)(pare|version)|^dependencies$/;
		expect(Object.keys(packageJson.scripts).filter(name => hooks.test(name))).toEqual([]);
		for (const planted of [
			'preinstall',
			'install',
			'postinstall',
			'prepare',
			'prepack',
			'prepublishOnly',
		])
			expect(planted).toMatch(hooks);
	});

	test('has nothing of what it is built with run a script, except to unpack a Node.js', () => {
		const allowed = Object.entries(packageJson.allowScripts).filter(([, isAllowed]) => isAllowed);
		expect(allowed).toEqual([['node', true]]);
	});

	test('names exact versions', () => {
		const loose = Object.entries(packageJson.devDependencies).filter(
			([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
		);
		expect(loose).toEqual([]);
	});
});

describe('the table of packages in contributing.md', () => {
	const [, section = ''] = read('contributing.md').split('\n## Packages\n');
	const rows = [...section.matchAll(/^\| `([^`]+)` \|(.*)\|$/gmu)].map(
		([, name = '', rest = '']) => {
			const [version = '', size = '', released = '', licence = '', why = ''] = rest
				.split('|')
				.map(cell => cell.trim());
			return {name, version, size, released, licence, why};
		},
	);

	test('has each package once', () => {
		expect(rows.map(({name}) => name).toSorted()).toEqual(
			Object.keys(packageJson.devDependencies).toSorted(),
		);
	});

	test('says versions and licences as they are', () => {
		const told = rows.map(({name, version, licence}) => [name, version, licence]);
		const actual = rows.map(({name}) => {
			const {version, license} = lock[`node_modules/${name}`] ?? {};
			return [name, version, license];
		});
		expect(told).toEqual(actual);
	});

	test('says how large each is, when it was released, and why it is there', () => {
		for (const row of rows)
			expect(row).toMatchObject({
				size: expect.stringMatching(/^\d+(\.\d)? (kB|MB)( of \d+(\.\d)? (kB|MB))?$/),
				released: expect.stringMatching(/^20\d\d-\d\d-\d\d$/),
				why: expect.stringMatching(/\w{4}/),
			});
	});
});
