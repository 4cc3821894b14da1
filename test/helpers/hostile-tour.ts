import {setTimeout as sleep} from 'node:timers/promises';
import {parseKeys} from '../../scripts/lib/keys.ts';
import {tabs} from '../../source/store/tabs.ts';
import type {Pty} from './pty.ts';
import {marksIn} from './spoiled-json.ts';

/** A place of the program: how to get there, by what it is known, and how to get back. */
interface Stop {
	readonly name: string;
	/** In the language of `scripts/lib/keys.ts`. */
	readonly keys: string;
	readonly shows: RegExp;
	readonly leave: string;
}

const stop = (name: string, keys: string, shows: RegExp, leave = '<esc>'): Stop => ({
	...{name, keys, shows, leave},
});

const screenStops: readonly Stop[] = [
	stop('screen containers', '1', / NAME +/, ''),
	stop('screen stats', '2', /─ cpu ─/, '1'),
	stop('screen problems', '3jj', /─ problems ─/, '1'),
	stop('screen events', '4kk', /─ events ─/, '1'),
	stop('screen host', '5', /─ engine ─/, '1'),
	stop('screen projects', '6jj', /─ projects/, '1'),
];

/** Each of another container than the one before; a long name leaves no room for the titles. */
const tabStops: readonly Stop[] = tabs.map((tab, index) =>
	stop(`tab ${tab}`, `${index === 0 ? '' : ']'}jj<wait 0.15>`, /─ /, ''),
);

const restart = /Restart/;

/** From the list, with the cursor on a container that runs. */
const listStops: readonly Stop[] = [
	stop('help', '?', /─ help ─/),
	stop('keys', '?/log', /Esc back/, '<esc><esc>'),
	stop('palette', ':sh<down><down>', /> sh_/),
	stop('palette of containers', ':~0<down><down>', /> ~0_/),
	stop('messages', 'h', /─ messages ─/),
	stop('sort', 'oj', /─ sort by ─/),
	stop('grouping', 'bj', /─ group by ─/),
	stop('by network', 'bj<enter>', /_(?:default|front|back)/, 'bk<enter>'),
	stop('columns', 'cj', /─ columns ─/),
	stop('themes', 'CG<wait 0.2>G', /─ theme ─/),
	stop('filter', '/~0', /Enter keep/),
	stop('menu of actions', 'x', /k Kill/),
	stop('restart', 'r', restart),
	stop('rename', 'xn', /─ Rename/, '<esc><esc>'),
	stop('limits', 'xm', /─ Limits/, '<esc><esc>'),
	stop('restart policy', 'xo', /─ Restart policy/, '<esc><esc>'),
	stop('remove', 'xd', /to confirm/, '<esc><esc>'),
	stop('copied name', 'yn', /copied the name/, ''),
	stop('copied command', 'ye', /copied the docker exec/, ''),
	stop('copy menu', 'yj', /docker exec/),
	stop('run', 'E', /Run in/),
	stop('bulk', 'g<space>j<space>j<space>r', restart, '<wait 0.5>'),
	stop('bulk run', 'y', /R retry/, '<esc>'),
	stop('marked logs', 'l<wait 0.5>k', /HELD/, ''),
	stop('entry', '<enter>', /R raw/),
	stop('sources', '|', /─ sources/),
	stop('reach back', 'S', /─ reach back/),
	stop('search', '/a', /Enter keep/),
	stop('keep', '&a<enter>F', /─ filters/, 'X'),
	stop('moment', '<ctrl+g>10', /Enter go/),
	stop('copied log', 'y', /─ copy ─/, 'a'),
	stop('list again', '<esc><esc>', / NAME +/, ''),
	stop('all logs', 'L', /of all|logs ▸|\d+ containers/, '<esc>'),
	stop('problem opened', '3j<enter>', / NAME +/, ''),
	stop('events filtered', '4/~0', /─ events/, '<esc><esc>1'),
	stop('files', 'F<wait 0.4>jj', /NAME +SIZE/, ''),
	stop('file', 'g<enter><wait 0.4>', /─|:/, '<esc>'),
	stop('copy in', 'u/tmp', /\/tmp/, '<esc>1'),
	stop('rendered config', '6g<wait 0.5>v', /projects|config/, '<esc>'),
	stop('down', 'D', /projects|Down/, '<esc>1'),
	stop('config', 'i+jjj', /d compare/, ''),
	stop('found in the config', '/a', /Enter keep/, '<enter>n<esc>'),
	stop('compare', 'd', /─ compare with ─/, '<enter><wait 0.3><esc><esc>'),
	stop('processes in full', 't<enter>', /o tree/, '<esc><esc>'),
	stop('environment in full', 'vjjv', /y copy/, '<esc>'),
];

export const hostileTour: readonly Stop[] = [
	...screenStops,
	// Most of what is told is told of what runs.
	stop('only what runs', '/status:running<enter>g', /filter: status/, ''),
	...tabStops,
	...listStops,
];

const keyMillis = 5;
const escapeMillis = 90;
const quietMillis = 40;
const mostMillis = 400;
const longestMillis = 4000;

/** Resolves when nothing more is written, or it goes on and on. */
export const settled = async (pty: Pty): Promise<void> => {
	const deadline = performance.now() + mostMillis;
	let length = -1;
	while (length !== pty.written.length && performance.now() < deadline) {
		length = pty.written.length;
		await sleep(quietMillis);
	}
};

const press = async (pty: Pty, keys: string): Promise<void> => {
	for (const step of parseKeys(keys)) {
		if (step.kind === 'wait') await sleep(step.seconds * 1000);
		else if (step.kind === 'type') pty.type(step.bytes);
		// Alone it is a key, and not the beginning of what comes next.
		await sleep(step.kind === 'type' && step.bytes === '\u001b' ? escapeMillis : keyMillis);
	}
};

export interface Seen {
	/** Fields of the engine that were on the screen. */
	readonly fields: ReadonlySet<number>;
	/** Stops that did not show by what they are known, with what was there instead. */
	readonly missed: readonly string[];
	readonly stops: number;
}

/** Goes everywhere; at each stop what is there is looked at. */
export const takeTour = async (pty: Pty, stops = hostileTour): Promise<Seen> => {
	const fields = new Set<number>();
	const missed: string[] = [];
	for (const {name, keys, shows, leave} of stops) {
		await press(pty, keys);
		await pty.until(shows, longestMillis).catch(() => missed.push(`${name}:\n${pty.text()}`));
		await settled(pty);
		for (const field of marksIn(pty.text())) fields.add(field);
		await press(pty, leave);
		if (leave !== '') await settled(pty);
	}
	return {fields, missed, stops: stops.length};
};
