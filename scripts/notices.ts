import {readdir, readFile} from 'node:fs/promises';
import path from 'node:path';
import type {Metafile} from 'esbuild';
import {licenceText} from './lib/licence-texts.ts';

export interface BundledPackage {
	readonly name: string;
	readonly version: string;
	readonly license: string;
	/** The text of its licence file; where the package ships none, that of the licence it names. */
	readonly licenceText: string;
	/** What is left of it in the bundle. */
	readonly bytes: number;
}

/** The npm packages of which code is in the bundle, largest first. */
export const packagesOf = async (
	metafile: Metafile,
	root: string,
): Promise<readonly BundledPackage[]> => {
	const bytesByFolder = new Map<string, number>();
	for (const output of Object.values(metafile.outputs)) {
		for (const [input, {bytesInOutput}] of Object.entries(output.inputs)) {
			const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
			if (folder !== undefined && bytesInOutput > 0)
				bytesByFolder.set(folder, (bytesByFolder.get(folder) ?? 0) + bytesInOutput);
		}
	}
	const packages = await Promise.all(
		[...bytesByFolder].map(([folder, bytes]) => readPackage(path.resolve(root, folder), bytes)),
	);
	return mergeCopies(packages).sort((a, b) => b.bytes - a.bytes);
};

/** npm may install the same version at several places. */
const mergeCopies = (packages: readonly BundledPackage[]): BundledPackage[] => {
	const merged = new Map<string, BundledPackage>();
	for (const copy of packages) {
		const id = `${copy.name} ${copy.version}`;
		merged.set(id, {...copy, bytes: copy.bytes + (merged.get(id)?.bytes ?? 0)});
	}
	return [...merged.values()];
};

const readPackage = async (folder: string, bytes: number): Promise<BundledPackage> => {
	const manifest = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
	const holder = manifest.author?.name ?? manifest.author ?? `the authors of ${manifest.name}`;
	const file = (await readdir(folder)).find(name => /^(licen[cs]e|copying)/i.test(name));
	return {
		name: manifest.name,
		version: manifest.version,
		license: manifest.license ?? 'not stated',
		licenceText: file
			? await readFile(path.join(folder, file), 'utf8')
			: licenceText(manifest.license, holder),
		bytes,
	};
};

/** One section for each package; every licence in the bundle asks that its text goes with the code. */
export const thirdPartyNotices = (packages: readonly BundledPackage[]): string =>
	[
		'dockmon contains code of these packages:',
		...packages
			.toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
			.map(({name, version, license, licenceText}) =>
				`${name} ${version} (${license})\n\n${licenceText.trim()}`.trim(),
			),
	].join(`\n\n${'-'.repeat(80)}\n\n`);
