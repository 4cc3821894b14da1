/**
 * Looks at a program as a terminal shows it: starts it in a pseudo terminal, types keys, and writes
 * what is on the screen then.
 *
 *     node scripts/render-terminal.ts --columns 120 --rows 40 --keys 'jj<enter>' --wait 3 \
 *         --out screen.png --out screen.txt -- node build/cli.js --demo
 */
import {writeFileSync} from 'node:fs';
import {extname} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {parseArgs} from 'node:util';
import {parseKeys} from './lib/keys.ts';
import {darkTheme, lightTheme} from './lib/palette.ts';
import {renderPng} from './lib/png.ts';
import {PseudoTerminal} from './lib/pseudo-terminal.ts';
import {renderSvg} from './lib/svg.ts';

const usage = `node scripts/render-terminal.ts [options] -- command...
  --columns N   width in cells (80)
  --rows N      height in cells (24)
  --wait S      seconds from the start to the first key (3)
  --keys KEYS   such as 'jj<enter>/web<esc><ctrl+c><wait 1><resize 80x24>'
  --after S     seconds from the last key to the picture (1)
  --out FILE    .png, .svg or .txt; may be repeated; without it the text is printed
  --env N=V     a variable for the command; may be repeated
  --zoom N      pixels of a PNG per unit (1)
  --light       light background`;

const {values, positionals} = parseArgs({
	allowPositionals: true,
	options: {
		columns: {type: 'string', default: '80'},
		rows: {type: 'string', default: '24'},
		wait: {type: 'string', default: '3'},
		after: {type: 'string', default: '1'},
		keys: {type: 'string', default: ''},
		out: {type: 'string', multiple: true, default: []},
		env: {type: 'string', multiple: true, default: []},
		zoom: {type: 'string', default: '1'},
		light: {type: 'boolean', default: false},
		help: {type: 'boolean', default: false},
	},
});

const save = (terminal: PseudoTerminal, file: string): void => {
	const svg = (): string => renderSvg(terminal.emulator, values.light ? lightTheme : darkTheme);
	const type = extname(file);
	if (type === '.png') writeFileSync(file, renderPng(svg(), Number(values.zoom)));
	else if (type === '.svg') writeFileSync(file, svg());
	else writeFileSync(file, `${terminal.screen().join('\n')}\n`);
};

const show = async (): Promise<void> => {
	const terminal = new PseudoTerminal({
		command: positionals,
		columns: Number(values.columns),
		rows: Number(values.rows),
		env: Object.fromEntries(values.env.map(pair => pair.split(/=(.*)/su).slice(0, 2))),
	});
	try {
		await sleep(Number(values.wait) * 1000);
		await terminal.play(parseKeys(values.keys));
		await sleep(Number(values.after) * 1000);
		for (const file of values.out) save(terminal, file);
		if (values.out.length === 0) console.log(terminal.screen().join('\n'));
		const {active} = terminal.emulator.buffer;
		const state = terminal.exit ? `ended with code ${terminal.exit.code}` : 'running';
		console.error(`${state}, ${active.type} buffer, ${terminal.bytesWritten} bytes written`);
	} finally {
		await terminal.stop();
	}
};

if (values.help || positionals.length === 0) {
	console.error(usage);
	process.exitCode = values.help ? 0 : 2;
} else {
	await show();
}
