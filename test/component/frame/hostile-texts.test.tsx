import process from 'node:process';
import {afterEach, expect, test} from 'vitest';
import {everyScreen} from '../../helpers/every-screen.ts';
import {oddScene} from '../../helpers/odd-world.ts';
import {openApp} from '../../helpers/open-app.tsx';
import {foreignIn} from '../../helpers/own-sequences.ts';
import {unmountAll} from '../../helpers/render.tsx';
import {fieldPayloads} from '../../helpers/spoiled-json.ts';
import {deedsOf} from '../../helpers/watchful-terminal.ts';

afterEach(unmountAll);

// Promise P7, without the program around it: each payload in every text that the screen knows of. Each screen
// shows a part of them; all of them where DOCKMON_HOSTILE_ROUNDS is more than 1.

const share = 12;
const shares = Math.ceil(fieldPayloads.length / share);
const partsOf = (index: number): readonly number[] =>
	Number(process.env['DOCKMON_HOSTILE_ROUNDS'] ?? 1) > 1
		? Array.from({length: shares}, (_, part) => part)
		: [index % shares];

test.each(Object.keys(everyScreen).map((name, index) => [name, index] as const))(
	'%s',
	async (name, index) => {
		for (const part of partsOf(index)) {
			const texts = fieldPayloads.slice(part * share, (part + 1) * share);
			const scene = oddScene(texts).do(...(everyScreen[name] ?? []));
			const app = await openApp(scene, {columns: 120, rows: 40});
			await app.resize(80, 24);
			await app.press('j');
			const written = app.terminal.taken();
			expect(written.length).toBeGreaterThan(500);
			expect(foreignIn(written).slice(0, 10), `part ${part}`).toEqual([]);
			expect(await deedsOf(written, 120, 40)).toEqual({obeyed: [], replies: []});
			expect(app.terminal.replies).toEqual([]);
			unmountAll();
		}
	},
	120_000,
);
