import type {Command, Keymap, Scope} from '../../commands/command.ts';
import {resolveKey} from '../../commands/resolve-key.ts';
import {activeScopes} from '../../commands/scopes.ts';
import {lineWidth} from '../../format/line.ts';
import type {Line} from '../../format/span.ts';
import type {Symbols} from '../../format/symbols.ts';
import type {State} from '../../store/state.ts';
import {pages} from '../pages/index.ts';
import type {Paint} from '../view.ts';
import {keyName} from '../widgets/key-name.ts';
import {clickable, plain, styled} from '../widgets/spans.ts';
import {lostKind} from './paint-lost.ts';

/** From so many columns on all else can be found by it. */
const leastForPalette = 36;

/** The keys that work now, as many as fit; what is disabled is left out, and help never. */
export const paintFooter: Paint = ({state, symbols, keymap}, width) => {
	const commands = footerCommands(state, keymap);
	const hints = commands.map(command => hintSpans(command, symbols));
	const pinned = hints.filter((_, index) => isPinned(commands[index], width));
	let room = width - 1 - lineWidth(pinned.flat());
	const shown = hints.filter(hint => {
		if (pinned.includes(hint)) return true;
		const size = lineWidth(hint);
		if (size > room) return false;
		room -= size;
		return true;
	});
	return [[plain(' '), ...shown.flat()]];
};

const isPinned = (command: Command | undefined, width: number): boolean =>
	command?.id === 'help.open' || (command?.id === 'palette.open' && width >= leastForPalette);

/** Where nothing is known there is nothing to act on. */
const always: ReadonlySet<string> = new Set(['help.open', 'program.quit']);

const footerCommands = (state: State, keymap: Keymap): readonly Command[] => {
	const isNotice = lostKind(state) === 'notice';
	return inScopes(keymap, activeScopes(state))
		.filter(({scope, id}) => !isNotice || scope === 'unreachable' || always.has(id))
		.filter(({needsTarget}) => !needsTarget || showsTarget(state))
		.filter(({disabled}) => disabled?.(state, keymap) === undefined);
};

/** Those that could be in the footer, in its order; kept, for the scopes change with a key at most. */
const inScopes = (keymap: Keymap, scopes: readonly Scope[]): readonly Command[] => {
	const name = scopes.join(' ');
	if (latest?.keymap !== keymap || latest.name !== name) {
		const commands = keymap.commands
			.filter(({footer, scope}) => footer !== undefined && scopes.includes(scope))
			// Not what the key means elsewhere.
			.filter(command => resolveKey(keymap.commands, scopes, command.keys[0] ?? '') === command)
			.toSorted((a, b) => rank(a, scopes) - rank(b, scopes));
		latest = {keymap, name, commands};
	}
	return latest.commands;
};

let latest:
	| {readonly keymap: Keymap; readonly name: string; readonly commands: readonly Command[]}
	| undefined;

const showsTarget = ({frame: {view, overlays}}: State): boolean =>
	view === 'dashboard' || overlays.length > 0 || pages[view].showsTarget;

/** Whoever is asked first for a key is shown first, then the order of the table. */
const rank = (command: Command, scopes: readonly string[]): number =>
	(command.scope === 'unreachable' || scopes.length === 1 ? 0 : 100) + (command.footer ?? 0);

const hintSpans = ({id, keys, hint, title}: Command, symbols: Symbols): Line =>
	clickable(id, [
		styled('info', keyName(keys[0] ?? '', symbols), {bold: true}),
		plain(` ${hint ?? title}  `),
	]);
