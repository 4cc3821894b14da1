import {existsSync, readdirSync} from 'node:fs';
import {homedir} from 'node:os';
import {join} from 'node:path';
import {Resvg} from '@resvg/resvg-js';
import {fontFamily} from './svg.ts';

const fontFolders = [
	'/usr/share/fonts',
	'/usr/local/share/fonts',
	join(homedir(), '.fonts'),
	join(homedir(), '.local/share/fonts'),
	join(homedir(), 'Library/Fonts'),
	'/Library/Fonts',
	'C:\\Windows\\Fonts',
];

/** Only this family is loaded, so that a picture looks the same on every machine. */
const fontFiles = (): readonly string[] =>
	fontFolders
		.filter(folder => existsSync(folder))
		.flatMap(folder =>
			readdirSync(folder, {recursive: true, encoding: 'utf8'})
				.filter(file => /DejaVuSansMono[^/\\]*\.ttf$/u.test(file))
				.map(file => join(folder, file)),
		);

/** PNG of an SVG document, `zoom` pixels per unit; fails when the font is not installed. */
export const renderPng = (svg: string, zoom: number): Uint8Array => {
	const files = fontFiles();
	if (files.length === 0) {
		throw new Error(
			`the font ${fontFamily} is not installed; on Debian: apt-get install fonts-dejavu-core`,
		);
	}
	const picture = new Resvg(svg, {
		fitTo: {mode: 'zoom', value: zoom},
		font: {loadSystemFonts: false, fontFiles: [...files], defaultFontFamily: fontFamily},
	});
	return picture.render().asPng();
};
