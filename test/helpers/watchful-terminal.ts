import xterm from '@xterm/headless';

/** What a terminal was made to do beside showing text. */
export interface Deeds {
	/** Sequences that it would have obeyed, bells among them. */
	readonly obeyed: readonly string[];
	/** What it would have typed into the program. */
	readonly replies: readonly string[];
}

type Parser = InstanceType<typeof xterm.Terminal>['parser'];
type Sequence = Parameters<Parser['registerCsiHandler']>[0];
type Tell = (deed: string) => void;

const characters = (first: number, last: number): readonly string[] =>
	Array.from({length: last - first + 1}, (_, index) => String.fromCodePoint(first + index));

const intermediates = [undefined, ...characters(0x20, 0x2f)];

/** Every control sequence and device string there can be, with its name. */
const sequences: ReadonlyArray<readonly [string, Sequence]> = characters(0x40, 0x7e).flatMap(
	final =>
		[undefined, '<', '=', '>', '?'].flatMap(prefix =>
			intermediates.map((between): readonly [string, Sequence] => [
				`${prefix ?? ''}${between ?? ''}${final}`,
				{
					final,
					...(prefix !== undefined && {prefix}),
					...(between !== undefined && {intermediates: between}),
				},
			]),
		),
);

/** By which panes are painted: text attributes, places, ends of rows. */
const ownControls = new Set(['m', 'H', 'K']);
const ownModes = new Set<unknown>([25, 1049, 1000, 1004, 1006, 2004, 2026]);

const isOwn = (name: string, parameters: readonly unknown[]): boolean =>
	name === '?h' || name === '?l'
		? parameters.every(mode => ownModes.has(mode))
		: ownControls.has(name);

const watchControls = (parser: Parser, tell: Tell): void => {
	for (const [name, sequence] of sequences) {
		parser.registerCsiHandler(sequence, parameters => {
			if (!isOwn(name, parameters)) tell(`CSI ${parameters.slice(0, 5).join(';')} ${name}`);
			// To repeat a character two billion times takes hours.
			return name === 'b';
		});
	}
};

const watchStrings = (parser: Parser, tell: Tell): void => {
	for (const [name, sequence] of sequences) {
		parser.registerDcsHandler(sequence, () => {
			tell(`DCS ${name}`);
			return false;
		});
	}
	for (let command = 0; command < 2000; command++) {
		parser.registerOscHandler(command, data => {
			tell(`OSC ${command};${data.slice(0, 40)}`);
			return false;
		});
	}
};

const watchEscapes = (parser: Parser, tell: Tell): void => {
	for (const final of characters(0x30, 0x7e)) {
		for (const between of intermediates) {
			// These begin and end what is watched already.
			if (between === undefined && '[]P^_X\\'.includes(final)) continue;
			const sequence = {final, ...(between !== undefined && {intermediates: between})};
			parser.registerEscHandler(sequence, () => {
				tell(`ESC ${between ?? ''}${final}`);
				return false;
			});
		}
	}
};

/** What xterm lets others know or do only when it is told to. */
const windowOptions = {
	getIconTitle: true,
	getWinTitle: true,
	getWinSizeChars: true,
	getWinSizePixels: true,
	getCellSizePixels: true,
	pushTitle: true,
	popTitle: true,
	setWinLines: true,
};

/** Lets a terminal emulator obey all of it, and tells what it did that dockmon never asks for. */
export const deedsOf = async (written: string, cols: number, rows: number): Promise<Deeds> => {
	const terminal = new xterm.Terminal({cols, rows, allowProposedApi: true, windowOptions});
	const obeyed: string[] = [];
	const replies: string[] = [];
	const tell = (deed: string): void => {
		obeyed.push(deed);
	};
	terminal.onData(reply => replies.push(reply));
	terminal.onBell(() => tell('bell'));
	watchControls(terminal.parser, tell);
	watchStrings(terminal.parser, tell);
	watchEscapes(terminal.parser, tell);
	await new Promise<void>(resolve => terminal.write(written, resolve));
	terminal.dispose();
	return {obeyed, replies};
};
