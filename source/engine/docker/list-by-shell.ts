import {EngineError} from '../../model/engine-error.ts';
import type {FileEntry, FileKind} from '../../model/files/file-entry.ts';
import type {ContainerRef} from '../../model/ids.ts';
import {known} from '../../model/known.ts';
import {withDeadline} from '../deadline.ts';
import {createFrameSplitter} from '../frames.ts';
import type {Client} from './client.ts';
import {createExec} from './exec-calls.ts';

const usualBytes = 4 * 1024 * 1024;
const usualEntries = 20_000;
const usualMillis = 8000;
const mostLinks = 200;

/**
 * What is in a folder, by what every shell has itself: names end with a zero, so that none can be taken for
 * two. Sizes come from `stat`, where there is one, in the same order; the folder is an argument and never
 * read as the language of the shell.
 */
const scriptFor = (mostEntries: number): string => `cd -- "$1" || exit 3
n=0
m=0
for f in * .[!.]* ..?*; do
	if [ -L "$f" ]; then k=l; elif [ -d "$f" ]; then k=d; elif [ -f "$f" ]; then k=f; elif [ -e "$f" ]; then k=o; else continue; fi
	n=$((n+1))
	[ $n -gt ${mostEntries} ] && break
	t=
	if [ $k = l ] && [ $m -lt ${mostLinks} ]; then m=$((m+1)); t=$(readlink "./$f"); fi
	printf '%s%s\\0%s\\0' $k "$f" "$t"
done
printf '.\\0'
stat -c '%f %s %Y %U:%G' -- * .[!.]* ..?* 2>/dev/null
printf '\\0'
`;

export interface ShellListing {
	readonly entries: readonly FileEntry[];
	readonly isWhole: boolean;
}

/** Undefined where there is no shell in it that can tell, or none may be asked. */
export const listByShell = async (
	client: Client,
	ref: ContainerRef,
	{path, reach}: {readonly path: string; readonly reach: number},
	signal: AbortSignal,
): Promise<ShellListing | undefined> => {
	const mostEntries = reach * usualEntries;
	const argv = ['sh', '-c', scriptFor(mostEntries), 'dockmon', path];
	try {
		const what = `list ${path}`;
		return parseListing(
			await withDeadline({signal, millis: reach * usualMillis, what}, inner =>
				outputOf(client, ref, {argv, reach}, inner),
			),
			mostEntries,
		);
	} catch (error) {
		if (error instanceof EngineError && error.kind !== 'unreachable') return undefined;
		throw error;
	}
};

const outputOf = async (
	client: Client,
	ref: ContainerRef,
	{argv, reach}: {readonly argv: readonly string[]; readonly reach: number},
	signal: AbortSignal,
): Promise<Uint8Array> => {
	const body = {AttachStdout: true, AttachStderr: false, Tty: false, Cmd: argv};
	const id = await createExec(client, ref, body, signal);
	const {chunks} = await client.open(
		{
			...{method: 'POST', path: `/exec/${id}/start`, body: {Detach: false, Tty: false}},
			...{what: 'list files', deadlineMillis: reach * usualMillis},
		},
		signal,
	);
	const frames = createFrameSplitter();
	const output: Uint8Array[] = [];
	let bytes = 0;
	for await (const chunk of chunks) {
		for (const frame of frames.push(chunk)) {
			if (frame.kind !== 'entry' || frame.stream !== 'stdout') continue;
			output.push(Uint8Array.from(frame.bytes));
			bytes += frame.bytes.length;
		}
		if (bytes > reach * usualBytes) break;
	}
	return Buffer.concat(output);
};

const kinds: Readonly<Record<string, FileKind>> = {d: 'folder', f: 'file', l: 'link', o: 'other'};

/** Undefined for what the script has not written to its end. */
export const parseListing = (
	output: Uint8Array,
	mostEntries = usualEntries,
): ShellListing | undefined => {
	const words = Buffer.from(output).toString('utf8').split('\0');
	const end = words.findIndex((word, index) => word === '.' && index % 2 === 0);
	// Behind the names the facts, and an end.
	if (end < 0 || words.length !== end + 3) return undefined;
	const facts = (words[end + 1] ?? '').split('\n').filter(Boolean).map(factsOf);
	const entries: FileEntry[] = [];
	for (let index = 0; index < end; index += 2) {
		const [kind, name] = [kinds[words[index]?.[0] ?? ''], words[index]?.slice(1)];
		if (kind === undefined || !name) return undefined;
		const linkTarget = words[index + 1];
		entries.push({name, kind, ...(linkTarget ? {linkTarget} : {})});
	}
	const isWhole = entries.length < mostEntries;
	// One came or went meanwhile: whose facts these are is not known.
	const isSame = isWhole ? facts.length === entries.length : facts.length >= entries.length;
	return {
		isWhole,
		entries: isSame ? entries.map((entry, index) => ({...entry, ...facts[index]})) : entries,
	};
};

const factsOf = (line: string): Partial<FileEntry> => {
	const [, mode, size, seconds, owner] = /^([\da-f]+) (\d+) (-?\d+)(?: (.+))?$/.exec(line) ?? [];
	if (mode === undefined) return {};
	return {
		mode: Number.parseInt(mode, 16) & 0o7777,
		sizeBytes: Number(size),
		modifiedMillis: Number(seconds) * 1000,
		...known('owner', owner),
	};
};
